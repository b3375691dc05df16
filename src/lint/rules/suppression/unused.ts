import type { EngineRule } from "../../rule.ts";

export const unusedSuppression: EngineRule = {
  id: "suppression/unused",
  scope: "engine",
  severity: "warning",
  summary: "a comment that silences nothing",
  reason: "What it excused is gone; left there, it would silence the next mistake unseen.",
  bad: `Feature: Sign in

  # storyproof-disable-next-line structure/no-outcome -- the page itself is the outcome
  Scenario: A known customer signs in
    When I sign in
    Then I should see "Your workspace"
`,
  good: `Feature: Sign in

  Scenario: A known customer signs in
    When I sign in
    Then I should see "Your workspace"
`,
};
