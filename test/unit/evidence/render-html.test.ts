// The page in a real browser: readable without scripts, safe with hostile text, accessible in both schemes.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, it } from "vitest";
import { renderHtml } from "../../../src/evidence/render-html.ts";
import type { TruthReport } from "../../../src/evidence/truth-report.ts";
import { collect } from "./collect.ts";
import { launchBrowser } from "./launch-browser.ts";
import { makeRun } from "./make-run.ts";

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "storyproof-test-"));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

interface Opened {
  readonly page: Page;
  /** Everything that hostile text may not cause. */
  readonly signs: string[];
}

async function open(
  html: string,
  options: { width?: number; colorScheme?: "light" | "dark" } = {},
): Promise<Opened> {
  const path = join(folder, "truth.html");
  writeFileSync(path, html);
  const { width = 1280, colorScheme = "light" } = options;
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  const signs: string[] = [];
  page.on("dialog", (dialog) => {
    signs.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => signs.push(`console ${message.text()}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith("data:") && !url.endsWith("/truth.html")) signs.push(`request ${url}`);
  });
  await page.goto(pathToFileURL(path).href);
  return { page, signs };
}

function readGolden(): TruthReport {
  return JSON.parse(
    readFileSync(new URL("../../golden/evidence/truth.json", import.meta.url), "utf8"),
  );
}

const hostile = [
  `<script>alert("x")</script>`,
  `<img src=x onerror=alert(1)>`,
  `"><svg onload=alert(2)>`,
  `' autofocus onfocus=alert(3) x='`,
  `]]> --> </style></pre></details></main> {{7*7}} \${alert(4)}`,
  `javascript:alert(5)`,
  `&lt;b&gt; &amp; &#60;`,
  `\u202e reversed \u2066 isolate מרחבא`,
  `😀👩‍👩‍👧 e\u0301 zero\u200bwidth`,
];

/** Hostile text wherever a run can bring text in. */
function hostileReport(): TruthReport {
  const steps = hostile
    .map((text) => `    * ${text}\n      | ${text.replaceAll("|", "\\|")} |`)
    .join("\n");
  const docs = hostile.map((text) => `    * doc\n      """\n      ${text}\n      """`).join("\n");
  const scenarios = hostile.map((text) => `  Scenario: ${text}\n    Given it fails\n`).join("\n");
  const examples = hostile.map((text) => `      | ${text.replaceAll("|", "\\|")} |`).join("\n");
  const feature = `Feature: ${hostile.join(" ")}
  ${hostile.join("\n  ")}
${scenarios}
  @${(hostile[2] ?? "").replaceAll(" ", "/")}
  Scenario: steps
${steps}
${docs}
  Scenario Outline: rows
    Given <x>
    Examples:
      | x |
${examples}
`;
  const exchanges = hostile.map((text) => ({
    actor: text,
    request: { method: text, url: text, headers: [[text, text]], body: text },
    response: { status: 200, headers: [[text, text]], body: JSON.stringify([text]) },
    error: text,
    startedAtMs: 0,
    durationMs: 1,
  }));
  const attachments = [
    { mediaType: "application/vnd.storyproof.exchanges+json", body: JSON.stringify(exchanges) },
    ...hostile.flatMap((text) => [
      { body: text, mediaType: text, fileName: text },
      { body: `${text}\n${text}`, mediaType: "text/html", fileName: text },
      { url: text, mediaType: text },
      {
        mediaType: "application/vnd.storyproof.file+json",
        body: JSON.stringify({ role: "trace", actor: text, path: text, sizeBytes: 1, open: text }),
      },
      {
        mediaType: "application/vnd.storyproof.page+json",
        body: JSON.stringify({
          actor: text,
          url: text,
          title: text,
          consoleErrors: [text],
          failedRequests: [{ method: text, url: text, reason: text }],
          dialogs: [text],
        }),
      },
    ]),
  ];
  const run = makeRun({
    features: { [`features/${hostile[1]}.feature`]: feature },
    attachments,
    outcome: (text) => (text === "it fails" ? "FAILED" : "PASSED"),
  });
  for (const { testStepFinished } of run) {
    const result = testStepFinished?.testStepResult;
    if (result?.exception) {
      const all = hostile.join("\n");
      Object.assign(result, {
        message: all,
        exception: { type: all, message: all, stackTrace: `${all}!` },
      });
    }
  }
  const parseError = { source: { uri: hostile[0] ?? "" }, message: hostile.join("\n") };
  return collect([...run, { parseError }]);
}

/** One failure with every kind of evidence, and steps with every kind of argument. */
function failureReport(): TruthReport {
  const picture =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  return collect(
    makeRun({
      features: {
        "a.feature":
          'Feature: x\n  Scenario: a\n    When it breaks\n      | a | b |\n    And text\n      """\n      x\n      """\n',
      },
      outcome: () => "FAILED",
      attachments: [
        {
          body: picture,
          contentEncoding: "BASE64" as never,
          mediaType: "image/png",
          fileName: "ada.png",
        },
        {
          mediaType: "application/vnd.storyproof.exchanges+json",
          body: JSON.stringify([
            {
              actor: "Ada",
              request: { method: "GET", url: "http://a.test/x", headers: [] },
              response: { status: 500, headers: [["content-type", "text/plain"]], body: "oh no" },
              startedAtMs: 0,
              durationMs: 3,
            },
          ]),
        },
        {
          mediaType: "application/vnd.storyproof.page+json",
          body: JSON.stringify({
            actor: "Ada",
            url: "http://a.test/x",
            title: "",
            consoleErrors: ["TypeError"],
            failedRequests: [{ method: "GET", url: "/y", reason: "404" }],
            dialogs: ["alert"],
          }),
        },
        { body: "one\ntwo", mediaType: "text/x.cucumber.log+plain" },
        {
          mediaType: "application/vnd.storyproof.file+json",
          body: JSON.stringify({
            role: "trace",
            actor: "Ada",
            path: "evidence/a b.zip",
            sizeBytes: 2048,
            open: "npx playwright show-trace evidence/a b.zip",
          }),
        },
      ],
    }),
  );
}

it("lets no hostile text act, and shows it as it is", async () => {
  const { page, signs } = await open(renderHtml(hostileReport()));
  expect(
    await page.locator("script, iframe, object, svg[onload], img:not([src^='data:'])").count(),
  ).toBe(0);
  const attributes: string[] = await page.evaluate(
    `[...document.querySelectorAll("*")].flatMap((element) => element.getAttributeNames())`,
  );
  expect(attributes.length).toBeGreaterThan(100);
  expect(attributes.filter((name) => name.startsWith("on") || name === "autofocus")).toEqual([]);
  const links = await page
    .locator("a")
    .evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  for (const link of links) expect(link).toMatch(/^(?:#|\.\/)/);
  const shown = await page.locator("main").evaluate((main) => main.textContent ?? "");
  for (const text of hostile) expect(shown).toContain(text);
  expect(signs).toEqual([]);
});

it("says on its own that nothing may run or be fetched", async () => {
  const { page } = await open(
    renderHtml(readGolden()).replace(
      "</main>",
      `<script>document.title="ran"</script><img src="http://127.0.0.1:9/x.png" onerror="document.title='ran'"></main>`,
    ),
  );
  expect(await page.title()).not.toBe("ran");
});

it("makes control characters visible and drops terminal colours", async () => {
  const { page } = await open(renderHtml(readGolden()));
  await expect
    .poll(() => page.locator("main").textContent())
    .toContain("control ␇ red and \u202ereversed 😀 __proto__");
});

it.each([
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 1280 },
  { colorScheme: "light", width: 360 },
] as const)("is accessible: $colorScheme at $width", async (options) => {
  const golden = readGolden();
  const { page } = await open(
    renderHtml({ ...golden, stories: [...failureReport().stories, ...golden.stories] }),
    options,
  );
  await page.locator("details").evaluateAll((all) => {
    for (const one of all) one.setAttribute("open", "");
  });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

it.each([360, 820, 1440])("needs no sideways scrolling at %i pixels", async (width) => {
  const long = "unbroken".repeat(60);
  const feature = `@owner:${long}\nFeature: ${long}\n  Scenario: ${long}\n    Given ${long}\n      | ${long} | b |\n`;
  const report = collect(
    makeRun({ features: { [`${long}.feature`]: feature }, outcome: () => "FAILED" }),
  );
  const { page } = await open(renderHtml(report), { width });
  const overflow = await page.evaluate(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  expect(overflow).toBe(0);
});

it("opens what is refuted and leaves the rest closed, with landmarks and verdicts in words", async () => {
  const { page } = await open(renderHtml(readGolden()));
  const openTitles = await page
    .locator("details.scenario[open] > summary")
    .getByRole("heading")
    .allTextContents();
  expect(openTitles).toEqual(["שלום [עולם](javascript:alert(1))", "try <n>"]);
  await expect
    .poll(() => page.getByRole("banner").getByRole("heading", { level: 1 }).textContent())
    .toContain("2 of 3 stories are refuted");
  expect(
    await page.getByRole("navigation", { name: "Stories" }).getByRole("link").allTextContents(),
  ).toEqual([expect.stringMatching(/^refuted\]\]>/), "provenProjects", "refutedSign in"]);
  expect(await page.getByRole("main").getByRole("heading", { level: 2 }).count()).toBe(3);
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the stories");
});

it("shows the evidence of a failure: step, error, exchanges, picture, file", async () => {
  const { page } = await open(renderHtml(failureReport()));
  await expect
    .poll(() =>
      page
        .getByRole("img", { name: "Attached picture: ada.png" })
        .evaluate((image) => Reflect.get(image, "naturalWidth")),
    )
    .toBe(1);
  await page.getByText("1 exchange with the API").click();
  await page.getByText("GET http://a.test/x").click();
  expect(await page.getByLabel("Response").textContent()).toBe("content-type: text/plain\n\noh no");
  expect(await page.getByRole("link", { name: "Trace of Ada" }).getAttribute("href")).toBe(
    "./evidence/a%20b.zip",
  );
  expect(await page.getByLabel("Error").textContent()).toBe("it broke");
});
