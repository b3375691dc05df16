// Makes values up for the first run of an invariant, and for scenarios that are none. Loaded when the first `any` runs.
import type { ITestCaseHookParameter } from "@cucumber/cucumber";
import type { Surroundings, Values } from "../../src/invariants/arbitraries/form.ts";
import { readArbitrary } from "../../src/invariants/arbitraries/read-arbitrary.ts";
import { readSearchLimits } from "../../src/invariants/budget.ts";
import type { Draw } from "../../src/invariants/draw.ts";
import { type FastCheck, loadFastCheck } from "../../src/invariants/fast-check.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import { ownArbitraries } from "../../src/journey/team-definitions.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { findWrittenCase } from "../measuring/written-case.ts";
import { readProjectFile } from "../project-files.ts";
import { readCheck } from "../read-check.ts";
import { type AnyStep, listAnySteps } from "./any-steps.ts";
import { chosenSearch } from "./chosen-search.ts";
import type { Taking } from "./taking.ts";

export type FirstDraw =
  | InvariantDraws
  /** No values are as `such that` demands; what to do is in the message. */
  | { readonly kind: "impossible"; readonly message: string };

export interface InvariantDraws {
  readonly kind: "drawn";
  readonly fc: FastCheck;
  readonly draws: readonly Draw[];
  readonly seed: number;
  /** What the first run had, in the order of the draws. */
  readonly first: readonly unknown[];
}

/** Where nothing that is wanted comes in so many, hardly anything ever does. */
const mostTries = 1_000;

/** The first values of the search that are as all `such that` demand. Throws a StoryError for words that mean nothing. */
export async function drawFirst(
  world: StoryWorld,
  { pickle, gherkinDocument }: ITestCaseHookParameter,
): Promise<FirstDraw> {
  const fc = await loadFastCheck();
  const steps = listAnySteps(pickle);
  const surroundings = surroundingsOf(world, fc);
  const draws = steps.map(({ what, name }) => {
    return { what, name, arbitrary: readArbitrary(what, surroundings) };
  });
  const { tags } = findWrittenCase(pickle, gherkinDocument);
  const { seed, path } = chosenSearch(process.env, readSearchLimits(tags), world.settings);
  const all = fc.tuple(...draws.map(({ arbitrary }) => arbitrary));
  const sample = (numRuns: number) =>
    fc.sample(all, { seed, numRuns, ...(path !== undefined && { path }) });
  const isConditional =
    path === undefined && steps.some(({ condition }) => condition !== undefined);
  const first = sample(isConditional ? mostTries : 1).find(
    (values) => path !== undefined || areWanted(world, steps, values),
  );
  if (first === undefined) return { kind: "impossible", message: tellImpossible(steps) };
  return { kind: "drawn", fc, draws, seed, first };
}

/** One that is as its own `such that` demands, another one each time. */
export async function drawOne(world: StoryWorld, { what, check }: Taking): Promise<unknown> {
  const fc = await loadFastCheck();
  const arbitrary = arbitraryFor(world, what, fc);
  const seed = new DataView(Uint8Array.from(world.memory.random(4)).buffer).getInt32(0);
  const isWanted = (value: unknown) => check?.judge(value, "the value", "data") === undefined;
  const numRuns = check === undefined ? 1 : mostTries;
  const found = fc.sample(arbitrary, { seed, numRuns }).findIndex(isWanted);
  if (found < 0) throw new StoryError(tellImpossible([{ what, condition: check?.text ?? "" }]));
  return fc.sample(arbitrary, { seed, numRuns: found + 1 }).at(-1);
}

// Of a run, by the words: gates run a scenario thousands of times, and some arbitraries take milliseconds to make.
const made = new WeakMap<object, Map<string, Values>>();

function arbitraryFor(world: StoryWorld, what: string, fc: FastCheck): Values {
  const ofRun = made.get(world.settings) ?? new Map<string, Values>();
  made.set(world.settings, ofRun);
  const arbitrary = ofRun.get(what) ?? readArbitrary(what, surroundingsOf(world, fc));
  ofRun.set(what, arbitrary);
  return arbitrary;
}

function surroundingsOf(world: StoryWorld, fc: FastCheck): Surroundings {
  return {
    fc,
    own: ownArbitraries(),
    readFile: (path) => Buffer.from(readProjectFile(path, world)).toString("utf8"),
  };
}

function areWanted(
  world: StoryWorld,
  steps: readonly AnyStep[],
  values: readonly unknown[],
): boolean {
  for (const [at, { name }] of steps.entries()) world.memory.remember(name, values[at]);
  return steps.every(({ condition }, at) => {
    if (condition === undefined) return true;
    try {
      return readCheck(world, condition).judge(values[at], "the value", "data") === undefined;
    } catch {
      // It speaks of what a step between remembers: it is judged when its turn comes.
      return true;
    }
  });
}

function tellImpossible(steps: readonly Pick<AnyStep, "what" | "condition">[]): string {
  const conditions = steps.flatMap(({ what, condition }) =>
    condition === undefined ? [] : [`  any ${what} such that it ${condition}`],
  );
  return [
    `Of ${mostTries} generated inputs all (100 %) were discarded by "such that":`,
    ...conditions,
    "Let the values be made as they should be, rather than sorted out: any integer from 10 to 20.",
  ].join("\n");
}
