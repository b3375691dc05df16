// How far a comment in front of something reaches: a scenario wholly, anything else up to what comes next.
import type { Background, Scenario, Step, Story, Tag } from "../story/story.ts";
import { ownSteps } from "../story/walk.ts";

/** Lines from 1, both included. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

interface Thing {
  /** Of its first tag, else of its keyword. */
  readonly start: number;
  readonly line: number;
  /** A thing ends where one begins that is not inside it; smaller is farther out. */
  readonly depth: number;
}

/** What a comment on a line stands in front of; at least the next line. */
export type FindExtent = (line: number) => Extent;

/** The story is laid out once, when the first comment asks: there may be thousands of them. */
export function makeExtentFinder(story: Story): FindExtent {
  let things: readonly Thing[] | undefined;
  return (line) => {
    things ??= listThings(story).sort((a, b) => a.line - b.line);
    return findExtent(things, line);
  };
}

function findExtent(things: readonly Thing[], line: number): Extent {
  const at = countUpTo(things, line);
  const meant = things[at];
  if (meant === undefined) return { from: line + 1, to: line + 1 };
  const isScenario = meant.depth === depths.scenario;
  let after = at + 1;
  while (isScenario && (things[after]?.depth ?? 0) > depths.scenario) after += 1;
  const next = things[after];
  const to = next === undefined ? Number.POSITIVE_INFINITY : next.start - 1;
  return { from: line + 1, to: Math.max(line + 1, to) };
}

/** How many of the things begin at this line or before it. */
function countUpTo(things: readonly Thing[], line: number): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((things[middle]?.line ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return low;
}

const depths = { outer: 1, scenario: 2, inner: 3 } as const;

function listThings(story: Story): Thing[] {
  return [
    thing(story, "feature", depths.outer),
    ...listBackground(story.background),
    ...story.scenarios.flatMap(listScenarioThings),
    ...story.rules.flatMap((rule) => [
      thing(rule, "rule", depths.outer),
      ...listBackground(rule.background),
      ...rule.scenarios.flatMap(listScenarioThings),
    ]),
  ];
}

function listScenarioThings(scenario: Scenario): readonly Thing[] {
  return [
    thing(scenario, "scenario", depths.scenario),
    ...ownSteps(scenario).map(stepThing),
    ...scenario.examples.map((examples) => thing(examples, "examples", depths.inner)),
  ];
}

function listBackground(background: Background | undefined): readonly Thing[] {
  if (background === undefined) return [];
  const { line, steps } = background;
  return [{ start: line, line, depth: depths.outer }, ...steps.map(stepThing)];
}

function stepThing({ line }: Step): Thing {
  return { start: line, line, depth: depths.inner };
}

function thing(
  { line, tags }: { readonly line: number; readonly tags: readonly Tag[] },
  level: Tag["level"],
  depth: number,
): Thing {
  const own = tags.filter((tag) => tag.level === level).map((tag) => tag.line);
  return { start: Math.min(line, ...own), line, depth };
}
