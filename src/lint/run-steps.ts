// The texts that cucumber will look for definitions of: each step of a scenario, in an outline with the values of each
// row. A step of a background is told once; rows change nothing in it.
import type { Scenario, Step, Story } from "../story/story.ts";
import { isPlanned } from "../story/walk.ts";
import type { Gathering } from "./rule.ts";
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

/** In the order of the file. Steps of an outline without rows are never run and not told. */
export function* listRunSteps(story: Story): Generator<RunStep, void> {
  yield* listBackground(story, story.background?.steps);
  for (const scenario of story.scenarios) yield* listOwn(story, scenario);
  for (const rule of story.rules) {
    yield* listBackground(story, rule.background?.steps);
    for (const scenario of rule.scenarios) yield* listOwn(story, scenario);
  }
}

function* listBackground(story: Story, steps: readonly Step[] = []): Generator<RunStep, void> {
  for (const step of steps) yield { story, step, text: step.text, isPlanned: false };
}

function* listOwn(story: Story, scenario: Scenario): Generator<RunStep, void> {
  const planned = isPlanned(scenario);
  if (scenario.examples.length > 0 && scenario.cases.every(({ values }) => !values)) return;
  for (const step of scenario.steps.slice(scenario.backgroundSteps)) {
    const said = { story, step, scenario, isPlanned: planned };
    if (!step.text.includes("<") || scenario.examples.length === 0) {
      yield { ...said, text: step.text };
      continue;
    }
    for (const { values = {}, line } of scenario.cases) {
      yield { ...said, text: fillIn(step.text, values), rowLine: line };
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

/** For rules that have nothing to lay on steps. */
export const nothingToSee: Gathering = { see: () => {}, finish: () => [] };
