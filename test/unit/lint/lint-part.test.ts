// However files are shared out, lint says the same: what parts find and gather is plain data, and joins to one result.
import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseRules } from "../../../src/lint/active-rules.ts";
import { joinParts, lintFeatures } from "../../../src/lint/lint.ts";
import { type FeatureFile, PartLinter } from "../../../src/lint/lint-part.ts";
import { rules } from "../../../src/lint/rules.ts";
import { loadGherkin } from "../../../src/story/load-gherkin.ts";
import { readFeature } from "../../../src/story/read-feature.ts";
import { everyBadExample } from "./every-bad-example.ts";
import { stepsOf } from "./example-steps.ts";

const { texts, patterns } = everyBadExample();

async function readProject(): Promise<readonly FeatureFile[]> {
  const gherkin = await loadGherkin(process.cwd());
  return Object.entries(texts).map(([uri, text]) => {
    return { uri, text, reading: readFeature({ uri, content: text }, gherkin) };
  });
}

const options = {
  rules: chooseRules(rules, {}),
  allRules: rules,
  context: { vagueWords: [], steps: stepsOf(...patterns) },
  readText: async (uri: string) => texts[uri],
};

/** @param dealt which part each file is given to */
async function lintInParts(files: readonly FeatureFile[], dealt: readonly number[]) {
  const parts = [...new Set(dealt)].map((part) => {
    const linter = new PartLinter(options);
    for (const [order, file] of files.entries()) {
      if (dealt[order] === part) linter.lintFile(file, order);
    }
    return structuredClone(linter.end());
  });
  return await joinParts(parts, options);
}

test("files that are dealt out in any way are said the same of, in the same order", async () => {
  const files = await readProject();
  const whole = await lintFeatures(files, options);
  const found = new Set(whole.findings.map(({ rule }) => rule));
  expect(rules.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([]);
  const part = fc.integer({ min: 0, max: 3 });
  const dealing = fc.array(part, { minLength: files.length, maxLength: files.length });
  await fc.assert(
    fc.asyncProperty(dealing, async (dealt) => {
      expect(await lintInParts(files, dealt)).toEqual(whole);
    }),
    { numRuns: 8 },
  );
});
