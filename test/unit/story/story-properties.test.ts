import fc from "fast-check";
import { expect, it } from "vitest";
import { printStory } from "../../../src/story/print-story.ts";
import type { Story } from "../../../src/story/story.ts";
import { gherkin, read, readOne, withoutPlaces } from "./project-gherkin.ts";

/** Pieces that Gherkin gives a meaning to, thrown together. */
const piece = fc.constantFrom(
  "Feature:",
  "Feature: x",
  "# Feature: y",
  "## Scenario: z",
  "Rule: r",
  "Background:",
  "Scenario: s",
  "Scenario Outline: <o>",
  "Examples:",
  "Given ",
  "Given a  b",
  "When ",
  "* ",
  "* x",
  "And y",
  "@a",
  "@a @b:c<1",
  "@a b",
  "`@m`",
  "|",
  "| a | b |",
  "| \\n | \\| |",
  "| |",
  '"""',
  '"""json',
  "```",
  '\\"\\"\\"',
  "\\`\\`\\`",
  "# language: de",
  "# language: toString",
  "# c",
  "As a x I want y so that z",
  "Funktion: d",
  "Szenario: e",
  "Angenommen f",
  "\uFEFF",
  "\0",
  "\r",
  "\u2028",
  "\u202e",
  "\u001b[31m",
  "😀",
  "\ud800",
  "é",
  "__proto__",
  "<o>",
);
const line = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constantFrom("", " ", "  ", "\t"), piece).map((parts) => parts.join("")),
  },
  { weight: 1, arbitrary: fc.array(piece, { maxLength: 3 }).map((parts) => parts.join(" ")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
);
const lineEnd = fc.constantFrom("\n", "\n", "\n", "\r\n");
const anyText = fc
  .array(
    fc.tuple(line, lineEnd).map((parts) => parts.join("")),
    { maxLength: 25 },
  )
  .map((lines) => lines.join(""));
/** Most of these are Gherkin. */
const likely = anyText.map((text) => `Feature: x\n  Scenario: y\n    Given z\n${text}`);

it.each(["a.feature", "a.feature.md"])(
  "reads any string as %s, or refuses it with a place",
  (uri) => {
    const text = fc.oneof(anyText, likely, fc.string({ unit: "binary" }));
    const check = (content: string | Uint8Array) => {
      const reading = read(content, uri);
      if (reading.kind !== "unreadable") return;
      const lines = Buffer.from(content).toString("utf8").split("\n").length;
      expect(reading.problems.length).toBeGreaterThan(0);
      for (const { line: at, column, message, wayOut } of reading.problems) {
        expect(at).toBeGreaterThanOrEqual(1);
        expect(at).toBeLessThanOrEqual(lines);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(message).not.toMatch(/#[A-Z]\w+|^\(\d|undefined|\p{Cc}|\u202e/u);
        expect(wayOut).toMatch(/\.$/);
      }
    };
    fc.assert(fc.property(text, check), { numRuns: 1500 });
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), check), { numRuns: 300 });
  },
);

const word = fc.constantFrom(
  "a",
  "bb",
  "<n>",
  "|",
  "\\",
  '"""',
  "```",
  '\\"\\"\\"',
  "que",
  "é",
  "😀",
  "#x",
  "@y",
  "  ",
  "\n",
  "\t",
);
const phrase = fc.array(word, { maxLength: 4 }).map((words) => words.join(""));
const oneLine = phrase.map((text) => text.replace(/\s+/g, " ").trim());
const language = fc.constantFrom("en", "de", "fr", "ja", "zh-CN", "ar", "en-lol", "ru", "ht");

/** A story as text, with everything that Gherkin has. */
const written = fc
  .record({
    language,
    title: oneLine,
    description: fc.array(
      oneLine.filter((text) => !/^\s*[@#|*]|[\r:]/.test(text)),
      { maxLength: 3 },
    ),
    steps: fc.array(
      fc.record({
        word: fc.nat(),
        text: oneLine,
        cells: fc.array(phrase, { maxLength: 3 }),
        content: fc.option(phrase),
      }),
      { maxLength: 4 },
    ),
    rows: fc.array(fc.tuple(phrase, phrase), { maxLength: 3 }),
    titles: fc.array(oneLine, { minLength: 1, maxLength: 3 }),
  })
  .map(({ language: code, title, description, steps, rows, titles }) => {
    const dialect = gherkin.dialects[code];
    if (dialect === undefined) throw new Error(code);
    const words = [
      ...dialect.given,
      ...dialect.when,
      ...dialect.then,
      ...dialect.and,
      ...dialect.but,
    ];
    const cell = (text: string) => text.replace(/[\\|]/g, "\\$&").replaceAll("\n", "\\n");
    const body = steps.flatMap((step) => [
      `    ${words[step.word % words.length]}${step.text}`,
      ...(step.cells.length > 0 ? [`      |${step.cells.map(cell).join("|")}|`] : []),
      ...(step.cells.length === 0 && step.content !== null
        ? [
            "      ```",
            ...step.content
              .replaceAll("```", "x")
              .split("\n")
              .map((text) => `      ${text}`),
            "      ```",
          ]
        : []),
    ]);
    return [
      `# language: ${code}`,
      `${dialect.feature[0]}: ${title}`,
      ...description.map((text) => `  text ${text}`),
      ...titles.flatMap((name, index) => [
        `  ${dialect.scenarioOutline[0]}: ${name}`,
        ...body,
        ...(index === 0 && rows.length > 0
          ? [
              `    ${dialect.examples[0]}:`,
              "      | n | m |",
              ...rows.map((row) => `      |${row.map(cell).join("|")}|`),
            ]
          : []),
      ]),
      "",
    ].join("\n");
  });

function stories(text: string): Story[] {
  const reading = read(text);
  return reading.kind === "story" ? [reading.story] : [];
}

it("prints a story that is read again as the same story", () => {
  const roundTrip = (text: string) => {
    for (const story of stories(text)) {
      expect(withoutPlaces(readOne(printStory(story, gherkin)))).toEqual(withoutPlaces(story));
    }
  };
  fc.assert(fc.property(written, roundTrip), { numRuns: 300 });
  fc.assert(fc.property(fc.oneof(anyText, likely), roundTrip), { numRuns: 1500 });
});

it("prints what it prints: the second time it is the same text", () => {
  fc.assert(
    fc.property(written, (text) => {
      for (const story of stories(text)) {
        const printed = printStory(story, gherkin);
        expect(printStory(readOne(printed), gherkin)).toBe(printed);
      }
    }),
    { numRuns: 100 },
  );
});

/** Everything that has an id, with its hash. */
function identify(story: Story): string[] {
  const scenarios = [...story.scenarios, ...story.rules.flatMap((rule) => rule.scenarios)];
  const cases = scenarios.flatMap((scenario) => scenario.cases);
  return [story, ...story.rules, ...scenarios, ...cases]
    .map(({ id, contentHash }) => `${id} ${contentHash}`)
    .sort();
}

it("keeps ids and hashes under another layout", () => {
  const indents = fc.array(fc.constantFrom("", " ", "\t\t", "      "), {
    minLength: 40,
    maxLength: 40,
  });
  fc.assert(
    fc.property(written, indents, (text, spaces) => {
      for (const story of stories(text)) {
        let open: string | undefined;
        const lines = printStory(story, gherkin).split("\n");
        const changed = lines.flatMap((one, index) => {
          const mark = /^\s*("""|```)/.exec(one)?.[1];
          const isMark = mark !== undefined && (open === undefined || mark === open);
          const isLayout =
            open === undefined && !isMark && index > 0 && /^\s*(?!text )\S/.test(one);
          if (isMark) open = open === undefined ? mark : undefined;
          if (!isLayout) return [one];
          // Behind a step, white space can be what makes the next word part of the keyword.
          return [
            "# a remark",
            `${spaces[index % 40]}${one.trimStart()}${/[:|]$/.test(one) ? spaces[(index + 1) % 40] : ""}`,
          ];
        });
        expect(identify(readOne(changed.join("\r\n")))).toEqual(identify(story));
      }
    }),
    { numRuns: 200 },
  );
});

it("keeps ids and hashes when scenarios and rows change places", () => {
  const named = fc.uniqueArray(fc.constantFrom("a", "b", "c", "same", "Same!"), { minLength: 2 });
  const steps = fc.array(fc.constantFrom("x", "y", "z"), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(named, steps, fc.infiniteStream(fc.nat()), (names, texts, numbers) => {
      const shuffle = <T>(things: readonly T[]) =>
        things
          .map((thing) => ({ thing, key: numbers.next().value ?? 0 }))
          .sort((one, other) => one.key - other.key)
          .map(({ thing }) => thing);
      const make = (order: <T>(things: readonly T[]) => readonly T[]) =>
        readOne(
          `Feature: f\n${order(names)
            .map((name) => {
              const rows = order(["1", "2", "3"]).map((cell) => `      | ${cell} | k |\n`);
              const text = texts[names.indexOf(name)];
              return `  Scenario: ${name}\n    Given ${text} <n>\n    Examples:\n      | n | m |\n${rows.join("")}`;
            })
            .join("")}`,
        );
      expect(identify(make(shuffle))).toEqual(identify(make((things) => things)));
    }),
    { numRuns: 200 },
  );
});

it("changes the hash of the story with every word that changes what it says", () => {
  const text =
    'Feature: one\n  two three\n  Background: four\n    Given five\n  @six\n  Scenario: seven\n    When eight\n      | nine |\n    Then ten <eleven>\n      """twelve\n      thirteen\n      """\n    @fourteen\n    Examples: fifteen\n      | eleven |\n      | sixteen |\n  Rule: seventeen\n    Scenario: eighteen\n      Given nineteen\n';
  const words = text.match(/(?<![A-Z])\b[a-z]{3,}\b/g) ?? [];
  expect(words.length).toBeGreaterThan(18);
  const hash = readOne(text).contentHash;
  for (const one of words) {
    expect(readOne(text.replace(one, `${one}x`)).contentHash, one).not.toBe(hash);
  }
});
