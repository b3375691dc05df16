import type { EngineRule } from "../../rule.ts";

export const unreadableFile: EngineRule = {
  id: "structure/unreadable-file",
  scope: "engine",
  severity: "error",
  summary: "a file that is not Gherkin",
  reason:
    "cucumber stops at such a file, so none of its scenarios is ever run, and with it goes the whole run.",
  bad: `Feature: Sign in

  Scenario: A known customer signs in
    Given a customer
    Wehn I sign in
`,
  good: `Feature: Sign in

  Scenario: A known customer signs in
    Given a customer
    When I sign in
`,
};
