// Where an `any` step has its value from: a replay is given it; the first run of an invariant has the first of what the
// search will try; any other scenario has one of its own.
import type { ITestCaseHookParameter } from "@cucumber/cucumber";
import { DiscardedValues } from "../../src/invariants/discarded.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import { givenValues, type StoryWorld } from "../../src/journey/world.ts";
import type { FirstDraw } from "./invariant-draws.ts";
import type { Taking } from "./taking.ts";

interface FirstRun {
  readonly hook: ITestCaseHookParameter;
  draws?: Promise<FirstDraw>;
}

// Of Worlds that are under way; they go with them.
const firstRuns = new WeakMap<object, FirstRun>();
const counts = new WeakMap<object, number>();

/** To be called before the first step of an invariant. */
export function noteInvariant(world: StoryWorld, hook: ITestCaseHookParameter): void {
  firstRuns.set(world, { hook });
}

/** What the first run in this World drew; undefined when it is no invariant, or no step of it makes anything up. */
export function drawsOf(world: object): Promise<FirstDraw> | undefined {
  return firstRuns.get(world)?.draws;
}

/** Remembers the value; throws DiscardedValues where the condition does not hold for it. */
export function takeValue(world: StoryWorld, taking: Taking): void | Promise<void> {
  const at = counts.get(world) ?? 0;
  counts.set(world, at + 1);
  const given = world[givenValues];
  if (given !== undefined && at < given.length) return keep(world, taking, ownCopy(given[at]));
  const firstRun = firstRuns.get(world);
  return firstRun === undefined ? takeOne(world, taking) : takeFirst(world, firstRun, taking, at);
}

function keep(world: StoryWorld, { name, check }: Taking, value: unknown): void {
  tellOpen(world, value);
  world.memory.remember(name, value);
  const problem = check?.judge(value, `the value "${name}"`, "data");
  if (problem !== undefined) throw new DiscardedValues(problem);
}

async function takeFirst(
  world: StoryWorld,
  firstRun: FirstRun,
  taking: Taking,
  at: number,
): Promise<void> {
  const { drawFirst } = await import("./invariant-draws.ts");
  firstRun.draws ??= drawFirst(world, firstRun.hook);
  const drawn = await firstRun.draws;
  if (drawn.kind === "impossible") throw new StoryError(drawn.message);
  try {
    keep(world, taking, ownCopy(drawn.first[at]));
  } catch (error) {
    if (!(error instanceof DiscardedValues)) throw error;
    throw new StoryError(
      `The values of the first run are not as "such that" demands, which could not be seen before: ${error.message}\n` +
        "Let all `any` steps come first, so that their values can be chosen together.",
    );
  }
}

async function takeOne(world: StoryWorld, taking: Taking): Promise<void> {
  const { drawOne } = await import("./invariant-draws.ts");
  keep(world, taking, await drawOne(world, taking));
}

/** A step may change what it is handed; the next run with the same values must not see that. */
function ownCopy(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  try {
    return structuredClone(value);
  } catch {
    return value;
  }
}

function tellOpen(world: StoryWorld, value: unknown): void {
  if (typeof value === "string") world.secrets.tellOpen(value);
  else if (typeof value === "object" && value !== null) {
    for (const part of Object.values(value)) tellOpen(world, part);
  }
}
