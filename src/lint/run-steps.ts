// The texts that cucumber will look for definitions of: each step of a scenario, in an outline with the values of each
// row. A step of a background is told once; rows change nothing in it.
import type { Background, Scenario, Story } from "../story/story.ts";
import { isPlanned, ownSteps } from "../story/walk.ts";
import { memoise } from "./memo.ts";
import type { WrittenStep } from "./written-steps.ts";

export interface RunStep extends WrittenStep {
  readonly story: Story;
  /** With the values of its row. */
  readonly text: string;
  /** The line of the row; absent where no row changed the text. */
  readonly rowLine?: number;
  /** Of a scenario that is specified and not yet built. */
  readonly isPlanned: boolean;
}

/**
 * In the order of the file. Steps of an outline without rows are never run and not told. Several rules ask for those of
 * one story, one after the other.
 */
export const listRunSteps: (story: Story) => readonly RunStep[] = memoise((story) => {
  const found: RunStep[] = [];
  addShared(story, story.background, found);
  for (const scenario of story.scenarios) addOwn(story, scenario, found);
  for (const rule of story.rules) {
    addShared(story, rule.background, found);
    for (const scenario of rule.scenarios) addOwn(story, scenario, found);
  }
  return found;
});

function addShared(story: Story, background: Background | undefined, found: RunStep[]): void {
  for (const step of background?.steps ?? []) {
    found.push({ story, step, text: step.text, isPlanned: false });
  }
}

function addOwn(story: Story, scenario: Scenario, found: RunStep[]): void {
  const planned = isPlanned(scenario);
  if (scenario.examples.length > 0 && scenario.cases.every(({ values }) => !values)) return;
  for (const step of ownSteps(scenario)) {
    if (!step.text.includes("<") || scenario.examples.length === 0) {
      found.push({ story, step, scenario, isPlanned: planned, text: step.text });
      continue;
    }
    for (const { values = {}, line } of scenario.cases) {
      const text = fillIn(step.text, values);
      found.push({ story, step, scenario, isPlanned: planned, text, rowLine: line });
    }
  }
}

/** As cucumber does: one column after the other. */
function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  let filled = text;
  for (const [column, value] of Object.entries(values)) {
    filled = filled.replaceAll(`<${column}>`, () => value);
  }
  return filled;
}
