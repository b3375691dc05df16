// What the steps of each scenario of a story are for, worked out once for all rules that ask.
import { type ResolvedStep, resolveOwnKinds } from "../story/step-kinds.ts";
import type { Scenario, Story } from "../story/story.ts";
import { listScenarios } from "../story/walk.ts";
import { memoise } from "./memo.ts";

export interface ResolvedScenario {
  readonly scenario: Scenario;
  /** Its own, without those of backgrounds. */
  readonly steps: readonly ResolvedStep[];
}

/** In the order of the file. Several rules ask for those of one story, one after the other. */
export const listResolved: (story: Story) => readonly ResolvedScenario[] = memoise((story) =>
  listScenarios(story).map((scenario) => {
    return { scenario, steps: resolveOwnKinds(scenario, story.language) };
  }),
);
