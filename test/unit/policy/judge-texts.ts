// Judges texts as the features of a project by a policy.
import type { PolicyOptions } from "../../../src/config/policy-options.ts";
import { builtInSignals } from "../../../src/gaps/signals.ts";
import { judgePolicy, type PolicyContext } from "../../../src/policy/judge-policy.ts";
import { kindNames } from "../../../src/policy/kinds.ts";
import { readPolicy } from "../../../src/policy/read-policy.ts";
import { storyOf } from "../story/parse-feature.ts";

type Files = string | Readonly<Record<string, string>>;

export function storiesOf(files: Files) {
  const texts = typeof files === "string" ? { "features/a.feature": files } : files;
  return Object.entries(texts).map(([uri, text]) => storyOf(text, uri));
}

/** A day on which the tests are. */
const today = "2026-11-21";

export function judgeTexts(
  files: Files,
  { rules = [], waivers = [] }: PolicyOptions,
  more: Partial<PolicyContext> = {},
) {
  const placed = rules.flatMap((rule, index) =>
    typeof rule === "string" ? [] : [{ path: `policy.rules[${index}]`, rule }],
  );
  const { policy, problems } = readPolicy(placed, waivers, { known: kindNames });
  if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
  return judgePolicy(policy, {
    stories: storiesOf(files),
    isWhole: true,
    today,
    saved: new Map(),
    signals: builtInSignals,
    home: (text = "") => ({ uri: "cucumber.js", line: text.length }),
    ...more,
  });
}

/** Each finding in one line: place, weight, rule, message. */
export function tell(...args: Parameters<typeof judgeTexts>): readonly string[] {
  return judgeTexts(...args).findings.map(
    ({ uri, line, column, severity, rule, message }) =>
      `${uri}:${line}${column === undefined ? "" : `:${column}`} ${severity} ${rule}: ${message}`,
  );
}
