import { describe, expect, it } from "vitest";
import { topicOfFile } from "../../../src/catalogue/catalogue.ts";
import { makePatternReader } from "../../../src/catalogue/pattern-words.ts";
import { renderPhrasesJson } from "../../../src/catalogue/render-json.ts";
import { renderCatalogueMarkdown } from "../../../src/catalogue/render-markdown.ts";
import { renderCatalogueText, renderFindings } from "../../../src/catalogue/render-text.ts";
import { searchCatalogue } from "../../../src/catalogue/search.ts";
import { shopCatalogue } from "./shop-catalogue.ts";

const catalogue = shopCatalogue();
const readPattern = makePatternReader([]);

describe("the catalogue", () => {
  it("has our topics in the order of the packs, then the team's files", () => {
    expect(catalogue.map(({ pack, name }) => `${pack}/${name}`)).toEqual([
      "api/requests",
      "browser/forms",
      "undefined/features/steps/shop.js",
    ]);
  });

  it("puts the team's prefix into the examples, behind the keyword", () => {
    const [requests] = shopCatalogue("sp: ");
    expect(requests?.phrases.find(({ pattern }) => pattern.includes("status"))).toMatchObject({
      pattern: "sp: the response status {check}",
      example: ["Then sp: the response status should be 200"],
    });
  });

  it.each([
    ["/package/steps/api/requests.ts", { pack: "api", topic: "requests" }],
    ["/package/steps/mail.js", { pack: "mail", topic: "mail" }],
    ["/package/steps/api/deep/er.js", undefined],
    ["/shop/features/steps/api/requests.js", undefined],
  ])("knows where %s belongs", (file, place) => {
    expect(topicOfFile(file, "/package/steps")).toEqual(place);
  });
});

describe("a search", () => {
  const find = (...words: string[]) =>
    searchCatalogue(catalogue, words, readPattern).map(({ phrase }) => phrase.pattern);
  const fill = "{actor} fill(s) in {text} with {text}";

  it.each([
    [["fill", "email"]],
    [["email", "fill"]],
    [["fill email"]],
    [["FILLS"]],
    [["fil", "emial"]],
    [["filling", "ada"]],
  ])("for %j finds the phrase first", (words) => {
    expect(find(...words)[0]).toBe(fill);
  });

  it("shows only what has all the words, if anything has", () => {
    expect(find("fill", "ada")).toEqual([fill]);
    expect(find("fill", "zebra")).toEqual([fill, "{actor} clear(s) {text}"]);
  });

  it("finds the team's own, by the file too", () => {
    expect(find("ordered")).toEqual(["{actor} has ordered {int} of {text}"]);
    expect(find("costs")).toEqual(["/^it costs (\\d+) €$/"]);
    expect(find("shop")).toHaveLength(2);
  });

  it("finds nothing for what is nowhere", () => {
    expect(find("zebra")).toEqual([]);
    expect(find("{}")).toHaveLength(0);
  });
});

describe("shown as", () => {
  it("text for a terminal", () => {
    const [requests, , own] = catalogue;
    expect(renderCatalogueText([requests, own].flatMap((topic) => topic ?? []))).toBe(
      `Sending requests (api/requests)

  the response status should …
    Then the response status should be 200

  I send a/an … request to … with body:
    When I send a POST request to "/x" with body:
      | a | b |

features/steps/shop.js

  Alice has ordered … of …
    # features/steps/shop.js:3

  /^it costs (\\d+) €$/
    # features/steps/shop.js:9
`,
    );
  });

  it("text of at most 80 columns", () => {
    const reading = `${"I press/click (on) … ".repeat(8)}.`;
    const topic = {
      name: "a",
      title: "a",
      description: "",
      phrases: [{ pattern: "", reading, place: "a:1", example: [] }],
    };
    const lines = renderCatalogueText([topic]).split("\n");
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
    expect(lines.map((line) => line.trim()).join(" ")).toContain(reading);
  });

  it("what was found, with its place", () => {
    expect(renderFindings(searchCatalogue(catalogue, ["clear"], readPattern))).toBe(
      '  I clear …\n    When I clear "Email"  # browser/forms\n',
    );
  });

  it("as many of the found as are wanted, as wide as the terminal is", () => {
    const found = searchCatalogue(catalogue, ["email", "body"], readPattern);
    expect(
      renderFindings(found, { most: 1, width: 40 }),
    ).toBe(`  I send a/an … request to … with body:
    When I send a POST request to "/x" with body: …
    # api/requests
… and ${found.length - 1} more, say --all
`);
  });

  it("Markdown", () => {
    const options = {
      scenariosOf: ({ name }: { name: string }) =>
        name === "requests" ? "Scenario: It is sent\n  When I wait" : undefined,
    };
    expect(
      renderCatalogueMarkdown(shopCatalogue("", { check: "[should …](checks.md)" }), options),
    ).toBe(`## API

### Sending requests

What actors *send*.

- **the response status [should …](checks.md)**  
  \`Then the response status should be 200\`
- **I send a/an … request to … with body:**

  \`\`\`gherkin
  When I send a POST request to "/x" with body:
    | a | b |
  \`\`\`


<details>
<summary>Whole scenarios</summary>

\`\`\`gherkin
Scenario: It is sent
  When I wait
\`\`\`

</details>

## Browser

### Filling in forms

- **I clear …**  
  \`When I clear "Email"\`
- **I fill in … with …**  
  \`When I fill in "Email" with "ada@example.com"\`

## Your own

### features/steps/shop.js

- **Alice has ordered … of …**
- \`/^it costs (\\d+) €$/\`
`);
  });

  it("JSON", () => {
    const found = searchCatalogue(catalogue, ["body"], readPattern);
    expect(JSON.parse(renderPhrasesJson(found))).toEqual({
      phrases: [
        {
          pack: "api",
          topic: "requests",
          pattern: "{actor} send(s) a/an {method} request to {text} with body:",
          reading: "I send a/an … request to … with body:",
          example: 'When I send a POST request to "/x" with body:\n  | a | b |',
          place: "../package/steps/api/requests.js:1",
        },
      ],
    });
  });
});
