import type { EngineRule } from "../../rule.ts";

export const emptyFile: EngineRule = {
  id: "structure/empty-file",
  scope: "engine",
  severity: "warning",
  summary: "a feature file that holds no feature",
  reason:
    "cucumber passes such a file in silence: what somebody meant to write there is not tested.",
  bad: `# Sign in: to be written
`,
  good: `@planned
Feature: Sign in
`,
};
