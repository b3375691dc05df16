import type { EngineRule } from "../../rule.ts";

export const suppressionWithoutReason: EngineRule = {
  id: "suppression/no-reason",
  scope: "engine",
  severity: "error",
  summary: "a comment that silences a rule without a reason",
  reason:
    "Nobody can tell later whether the exception still holds. A comment without a reason silences nothing.",
  bad: `Feature: Sign in

  # storyproof-disable-next-line structure/no-outcome
  Scenario: A known customer signs in
    When I sign in
`,
  good: `Feature: Sign in

  # storyproof-disable-next-line structure/no-outcome -- the page itself is the outcome
  Scenario: A known customer signs in
    When I sign in
`,
};
