// Phrases that make a value up: in an invariant another one in each run, as the search says; else one.
import {
  Before,
  defineParameterType,
  Given,
  type ITestCaseHookParameter,
} from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import { leaveOutOfJourneys } from "../../src/journey/recorder.ts";
import { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { noteInvariant, takeValue } from "./taken-values.ts";

Before(
  { name: "storyproof makes the values of an invariant up", tags: "@invariant" },
  leaveOutOfJourneys(function (this: unknown, hook: ITestCaseHookParameter): void {
    if (this instanceof StoryWorld) noteInvariant(this, hook);
  }),
);

defineParameterType({
  name: "arbitrary",
  regexp: /[A-Za-z](?:[^"]|"[^"]*")*?/,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (words: string) => words,
});

Given(
  ...phrase("any {arbitrary} as {text}", function (this: StoryWorld, what: string, name: string) {
    return takeValue(this, { what, name });
  }),
);

Given(
  ...phrase(
    "any {arbitrary} as {text} such that it {check}",
    function (this: StoryWorld, what: string, name: string, check: Check) {
      return takeValue(this, { what, name, check });
    },
  ),
);
