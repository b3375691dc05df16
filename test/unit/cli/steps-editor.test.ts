import { expect, test } from "vitest";
import { mergeSettings } from "../../../src/cli/steps-editor.ts";

const project = { features: [], own: ["features/**/*.ts"] };

test("settings are made where there are none", () => {
  const { text, told } = merged(undefined);
  expect(JSON.parse(text)).toEqual({
    "cucumber.glue": ["features/**/*.ts", ".storyproof/steps.js"],
    "cucumber.features": ["features/**/*.feature"],
  });
  expect(told).toBe("written with cucumber.glue and cucumber.features");
});

const settings = `{
    // Ours, since 2019.
    "editor.tabSize": 8,
    "cucumber.glue": ["e2e/*.js"], // old ones
    /* trailing */ "cucumber.features": ["e2e/*.feature",],
}
`;

test("what is there stays, with its comments and indentation", () => {
  const { text, told } = merged(settings);
  expect(text).toBe(
    settings.replace(
      '["e2e/*.js"]',
      '[\n        "e2e/*.js",\n        ".storyproof/steps.js"\n    ]',
    ),
  );
  expect(told).toBe("changed: cucumber.glue");
});

test("a second time there is nothing to do", () => {
  for (const before of [undefined, settings, "", "{}"]) {
    const { text } = merged(before);
    expect(mergeSettings(text, project)).toMatchObject({ kind: "same", text });
  }
});

test.each([
  ['{\n  "a": 1\n  "b": 2\n}\n', ':3:3: this is no JSON: CommaExpected\n    "b": 2\n    ^'],
  ["[1]", " holds no object of settings; it was left as it is."],
])("broken settings are told and not touched: %j", (before, problem) => {
  const result = mergeSettings(before, project);
  expect(result.kind).toBe("broken");
  expect("problem" in result && result.problem).toContain(problem);
});

function merged(before: string | undefined) {
  const result = mergeSettings(before, project);
  if (result.kind !== "merged") throw new Error(`it is ${result.kind}`);
  return result;
}
