import type { EngineRule } from "../../rule.ts";

export const malformedSuppression: EngineRule = {
  id: "suppression/malformed",
  scope: "engine",
  severity: "error",
  summary: "a comment that is meant to silence a rule and names none that exists",
  reason: "Its author believes that something is accepted here; it is not, or something else is.",
  bad: `Feature: Sign in

  # storyproof-disable-next-line structure/no-outcomes -- the page itself is the outcome
  Scenario: A known customer signs in
    When I sign in
`,
  good: `Feature: Sign in

  # storyproof-disable-next-line structure/no-outcome -- the page itself is the outcome
  Scenario: A known customer signs in
    When I sign in
`,
};
