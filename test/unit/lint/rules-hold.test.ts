import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import type { RuleSettings } from "../../../src/lint/active-rules.ts";
import type { Rule, RuleExample } from "../../../src/lint/rule.ts";
import { rules } from "../../../src/lint/rules.ts";
import { stepsOf } from "./example-steps.ts";
import { lintText } from "./lint-text.ts";

function contextOf({ exampleDefinitions }: Rule) {
  return exampleDefinitions === undefined ? {} : { steps: stepsOf(...exampleDefinitions) };
}

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const context = contextOf(rule);
  const idsIn = async (example: RuleExample, settings: RuleSettings = {}) => {
    const findings = await lintText(example, { context, settings });
    return findings.map((finding) => finding.rule);
  };

  test("is found in its bad example", async () => {
    expect(await idsIn(rule.bad)).toContain(id);
  });

  test("is not found in its good example", async () => {
    expect(await idsIn(rule.good)).not.toContain(id);
  });

  test.skipIf(rule.fixed !== undefined)(
    "is switched off and weighed by the configuration",
    async () => {
      expect(await idsIn(rule.bad, { [id]: "off" })).not.toContain(id);
      const noted = await lintText(rule.bad, { context, settings: { [id]: "note" } });
      expect(noted.find((finding) => finding.rule === id)?.severity).toBe("note");
    },
  );

  test.skipIf(!isSilencedByComments(rule))("is silenced by a comment with a reason", async () => {
    const silenced = await silence(rule.bad, id);
    expect(await idsIn(silenced)).not.toContain(id);
  });

  async function silence(example: RuleExample, name: string): Promise<RuleExample> {
    const files = typeof example === "string" ? { "features/a.feature": example } : example;
    const found = await lintText(files, { context, only: [name] });
    const silenced = Object.entries(files).map(([uri, text]) => {
      const meant = new Set(found.filter((one) => one.uri === uri).map(({ line }) => line));
      const comment = `# storyproof-disable-next-line ${name} -- it is an example`;
      const lines = text.split("\n").flatMap((line, index) => {
        return meant.has(index + 1) ? [comment, line] : [line];
      });
      return [uri, lines.join("\n")];
    });
    return Object.fromEntries(silenced);
  }
});

/** As scripts/rules.mjs has it: not where there is no story, or where the comment itself is the matter. */
function isSilencedByComments({ id, scope, fixed }: Rule): boolean {
  return (
    fixed === undefined &&
    scope !== "engine" &&
    id !== "steps/unused" &&
    !id.startsWith("suppression/")
  );
}

test("rules have ids of their own, in the form group/name", () => {
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/.test(id))).toEqual([]);
});

test("every rule explains itself in whole sentences, and its summary is none", () => {
  expect(rules.filter(({ reason }) => !reason.endsWith(".")).map(({ id }) => id)).toEqual([]);
  expect(rules.filter(({ summary }) => /\.$|^[A-Z]/.test(summary)).map(({ id }) => id)).toEqual([]);
});

test("docs/rules is what scripts/rules.mjs writes", () => {
  execFileSync(process.execPath, ["scripts/rules.mjs", "--check"], { stdio: "pipe" });
});
