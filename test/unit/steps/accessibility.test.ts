import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultTimeouts } from "../../../src/config/settings.ts";
import { loadAxe } from "../../../src/drivers/browser/axe.ts";
import { StoryError } from "../../../src/journey/story-error.ts";
import { judgeHeadings } from "../../../steps/accessibility/headings.ts";
import { type PageServer, servePages } from "../drivers/browser-fixture.ts";
import { runCucumber } from "./run-cucumber.ts";

let site: PageServer;

beforeAll(async () => {
  site = await servePages();
  site.show(
    "/bad",
    `<main><h2>Bad</h2><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" width=9 height=9>
     <input name=email><button>One</button><div id=far onclick="">Far</div>
     <section aria-label=Good><p>Fine</p></section></main>`,
  );
});
afterAll(() => site.close());

test("failures of accessibility say what it is, where, and how to go on", async () => {
  const sentences = [
    "the page should be accessible",
    'the page should be accessible ignoring the rules "image-alt", "label", "html-has-lang", "page-has-heading-one"',
    'the "Good" section should be accessible',
    'the page should have no critical violations ignoring the rules "image-alt" and "label"',
    'I should be able to reach the text "Far" with the keyboard',
    "the headings should be in order",
    "every image should have a text alternative",
    'the "One" button should have the accessible name "Two"',
    'the "One" button should have the role "link"',
    'the language of the page should be "en"',
  ];
  const scenarios = sentences.map(
    (sentence, at) => `  Scenario: ${at}\n    Given I am on "/bad"\n    Then ${sentence}\n`,
  );
  scenarios.push(
    '  Scenario: No page\n    Given I remember "x" as "y"\n    Then the page should be accessible\n',
  );
  const settings = {
    environment: { baseUrl: site.url },
    timeouts: { ...defaultTimeouts, expectMs: 300 },
  };
  const run = await runCucumber(`Feature: Bad\n${scenarios.join("")}`, { pack: "index", settings });
  const [whole = "", ignoring, part, critical, far, headings, images, name, role, language, blind] =
    run.steps.filter((_, at) => at % 2 === 1).map(({ message }) => message);
  expect(whole).toContain("accessibility violations on");
  expect(whole).toMatch(/\d\. image-alt \(critical\): /);
  expect(whole).toContain('<img src="data:');
  expect(whole).toContain("https://dequeuniversity.com/rules/axe/");
  expect(whole).toContain("the page should be accessible ignoring the rule");
  expect(ignoring).toBe("");
  expect(part).toBe("");
  expect(critical).toBe("");
  expect(far).toContain(`cannot be reached with the key Tab.\nThe stops: "email", "One".`);
  expect(headings).toContain('the first is "Bad" of level 2');
  expect(images).toContain("1 image has no text alternative");
  expect(name).toContain('expected its accessible name to be "Two", but it was "One"');
  expect(role).toContain('expected its role to be "link", but it was "button"');
  expect(language).toContain("the language");
  expect(blind).toContain("No page is open yet in the browser of I");
});

test("a missing package is no fault of the page, and the message installs it", () => {
  const folder = mkdtempSync(join(tmpdir(), "storyproof-axe-"));
  try {
    const load = createRequire(join(folder, "index.js"));
    expect(() => loadAxe(load)).toThrow(StoryError);
    expect(() => loadAxe(load)).toThrow("npm install --save-dev @axe-core/playwright");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each([
  [[1, 2, 3, 2, 3, 1], undefined],
  [[1, 3], '"h3" of level 3 follows "h1" of level 1'],
  [[2], 'the first is "h2" of level 2'],
  [[], "there are none"],
] as const)("headings of levels %j", (levels, problem) => {
  const judged = judgeHeadings(levels.map((level) => ({ level, text: `h${level}` })));
  if (problem === undefined) expect(judged).toBeUndefined();
  else expect(judged).toContain(problem);
});
