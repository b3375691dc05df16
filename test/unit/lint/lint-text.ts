// Lints texts as files of a project, with all rules at their own severity unless a test says otherwise.
import { chooseRules, type RuleSettings } from "../../../src/lint/active-rules.ts";
import type { Finding } from "../../../src/lint/finding.ts";
import { type LintResult, lintFeatures } from "../../../src/lint/lint.ts";
import type { RuleContext, RuleExample } from "../../../src/lint/rule.ts";
import { rules } from "../../../src/lint/rules.ts";
import { loadGherkin } from "../../../src/story/load-gherkin.ts";
import { readFeature } from "../../../src/story/read-feature.ts";

export interface Linting {
  /** Only these rules or groups; absent: all. */
  readonly only?: readonly string[];
  readonly settings?: RuleSettings;
  readonly context?: Partial<RuleContext>;
}

/** The findings of one text at features/a.feature, or of several by their paths. */
export async function lintText(
  example: RuleExample,
  linting: Linting = {},
): Promise<readonly Finding[]> {
  return (await lintExample(example, linting)).findings;
}

/** The same with all that lint tells. */
export async function lintExample(
  example: RuleExample,
  { only = [], settings = {}, context = {} }: Linting = {},
): Promise<LintResult> {
  const gherkin = await loadGherkin(process.cwd());
  const files = typeof example === "string" ? { "features/a.feature": example } : example;
  const read = Object.entries(files).map(([uri, text]) => {
    return { uri, text, reading: readFeature({ uri, content: text }, gherkin) };
  });
  return await lintFeatures(read, {
    rules: chooseRules(rules, settings, only),
    allRules: rules,
    context: { vagueWords: [], ...context },
    readText: async (uri) => files[uri],
  });
}

/** `3: structure/no-outcome` for each finding, in order. */
export async function listFindings(
  example: RuleExample,
  linting: Linting = {},
): Promise<readonly string[]> {
  const findings = await lintText(example, linting);
  return findings.map(({ rule, line }) => `${line}: ${rule}`);
}
