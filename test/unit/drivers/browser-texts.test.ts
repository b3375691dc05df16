// The parts of the driver that need no browser: names, keys, outlines, hosts, Playwright's errors.
import { describe, expect, test } from "vitest";
import { allowHosts } from "../../../src/drivers/browser/hosts.ts";
import { parseKey } from "../../../src/drivers/browser/keys.ts";
import { type Closeness, matchName } from "../../../src/drivers/browser/names.ts";
import { nearestNames, parseOutline } from "../../../src/drivers/browser/outline.ts";
import { condense, sortError } from "../../../src/drivers/browser/playwright-errors.ts";
import { explainRecordingError } from "../../../src/drivers/browser/recording.ts";
import { describeTarget } from "../../../src/journey/target.ts";

test.each([
  ["enter", "Enter"],
  ["Esc", "Escape"],
  ["Page Down", "PageDown"],
  ["arrow up", "ArrowUp"],
  ["left", "ArrowLeft"],
  ["ctrl + a", "Control+a"],
  ["Cmd+Shift+P", "Meta+Shift+P"],
  ["ctrl++", "Control++"],
  ["+", "+"],
  [" ", "Space"],
  ["F5", "F5"],
  ["ä", "ä"],
])("the key %s is Playwright's %s", (text, key) => {
  expect(parseKey(text)).toBe(key);
});

test.each<[Closeness, string, boolean]>([
  ["same", "Sign in", true],
  ["same", "  Sign\n in ", true],
  ["same", "sign in", false],
  ["same-in-any-case", "SIGN IN", true],
  ["same-in-any-case", "Sign in now", false],
  ["part", "Sign in now", true],
  ["part", "sign in now", false],
  ["part-in-any-case", "now SIGN IN", true],
  ["part-in-any-case", "Signin", false],
])("%s: content %j matches %s", (closeness, content, fits) => {
  expect(matchName("Sign  in", closeness).content.test(content)).toBe(fits);
});

test("names with the signs of patterns are names", () => {
  expect(matchName("a.b (c) [d] /e\\ $5?", "same").content.test("a.b (c) [d] /e\\ $5?")).toBe(true);
  expect(matchName("a.b", "same").content.test("axb")).toBe(false);
});

test("an outline is read with its quotes and states", () => {
  const snapshot = `- banner:
  - link "Home":
    - /url: /
- heading "It's: \\"new\\"" [level=1]
- 'button "Save: all" [disabled]'
- textbox "Email": ada@example.com
- paragraph: Hello Ada
- text: "12: 30"
- 'row "a: b"':
- checkbox [checked]`;
  expect(parseOutline(snapshot)).toEqual([
    { role: "banner", name: "" },
    { role: "link", name: "Home" },
    { role: "heading", name: `It's: "new"` },
    { role: "button", name: "Save: all" },
    { role: "textbox", name: "Email" },
    { role: "paragraph", name: "Hello Ada" },
    { role: "text", name: "12: 30" },
    { role: "row", name: "a: b" },
    { role: "checkbox", name: "" },
  ]);
});

test("near names come nearest first, and far ones not at all", () => {
  const names = ["Sign up", "Sign in", "SIGN IN", "Help", "Sing in now"];
  expect(nearestNames("Sing in", names, 2)).toEqual(["Sign in", "SIGN IN"]);
  expect(nearestNames("Delete", names, 3)).toEqual([]);
});

describe("allowed hosts", () => {
  const hosts = allowHosts(["*.stripe.com", "cdn.example"], ["http://localhost:3000/app"]);
  test.each([
    ["http://localhost:3000/x", true],
    ["http://localhost:4000/api", true],
    ["ws://localhost:3000/", true],
    ["https://js.stripe.com/v3", true],
    ["https://stripe.com/", false],
    ["https://notstripe.com/", false],
    ["https://cdn.example/a.js", true],
    ["https://cdn.example.evil/a.js", false],
    ["wss://evil.example/", false],
    ["data:text/plain,x", true],
    ["blob:http://evil.example/1", true],
    ["about:blank", true],
  ])("%s: %s", (url, allowed) => {
    expect(hosts.allows(url)).toBe(allowed);
  });
});

test.each([
  [
    'locator.click: Timeout 1000ms exceeded.\nCall log:\n  - waiting for x\n    - <div id="veil"></div> intercepts pointer events\n  - retrying click action',
    { kind: "timeout", reason: 'it is covered by <div id="veil"></div>' },
  ],
  ["locator.click: Timeout 12.5ms exceeded.", { kind: "timeout", reason: undefined }],
  [
    "page.evaluate: Execution context was destroyed, most likely because of a navigation",
    { kind: "passing" },
  ],
  [
    "locator.click: Error: strict mode violation: locator resolved to 2 elements",
    { kind: "passing" },
  ],
  [
    "page.goto: Target page, context or browser has been closed\nBrowser logs:\nx",
    { kind: "closed" },
  ],
  ["locator.click: Target crashed", { kind: "closed" }],
  [
    "locator.fill: Error: Cannot type text into input[type=number]\nCall log:\n  - x",
    { kind: "other", message: "Cannot type text into input[type=number]" },
  ],
])("Playwright's %j", (message, trouble) => {
  expect(sortError(new Error(message))).toEqual(trouble);
});

test("errors lose colours, call logs and the method's name", () => {
  expect(
    condense(new Error("browserType.launch: \u001b[31mFailed\u001b[0m to start\nCall log:\n  - a")),
  ).toBe("Failed to start");
});

test("a video without ffmpeg says what to do; other errors stay", () => {
  const missing = explainRecordingError(
    new Error(
      "browserContext.newPage: Executable doesn't exist\n║ Video rendering requires ffmpeg binary. ║",
    ),
  );
  expect(String(missing)).toBe(
    `Error: browser.video needs ffmpeg, which is not installed with this browser.
Get it with \`npx playwright install ffmpeg\`, or set browser.video to "off" in cucumber.js.`,
  );
  const other = new Error("else");
  expect(explainRecordingError(other)).toBe(other);
});

test.each([
  [{ kind: "button", name: "Save" }, 'button "Save"'],
  [{ kind: "any", name: "Save" }, '"Save"'],
  [{ kind: "any", name: "css=.x" }, "css=.x"],
  [{ kind: "row", name: "", nth: -1 }, "last row"],
  [{ kind: "link", name: "Edit", nth: 22 }, '22nd link "Edit"'],
  [{ kind: "link", name: "Edit", nth: 13 }, '13th link "Edit"'],
  [
    { kind: "button", name: "x", within: { kind: "row", name: "Ada" } },
    'button "x" in the row "Ada"',
  ],
] as const)("%j in words", (target, words) => {
  expect(describeTarget(target)).toBe(words);
});
