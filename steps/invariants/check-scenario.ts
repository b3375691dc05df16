// The invariant of a scenario that has just been run: tried with generated values, kept as evidence and as a file, and a
// reason to fail it. It brings journeys, the search and evidence together.
import type { ITestCaseHookParameter } from "@cucumber/cucumber";
import type { Settings } from "../../src/config/settings.ts";
import { invariantsAttachment } from "../../src/evidence/invariants-attachment.ts";
import { readSearchLimits, searchBudgetFor } from "../../src/invariants/budget.ts";
import {
  checkInvariant,
  type InvariantToCheck,
  leaveInvariantUnproven,
  nameValues,
} from "../../src/invariants/check-invariant.ts";
import { explainStopped, unproven } from "../../src/invariants/explain.ts";
import { loadFastCheck } from "../../src/invariants/fast-check.ts";
import { InvariantRefuted } from "../../src/invariants/invariant-refuted.ts";
import type { InvariantResult } from "../../src/invariants/invariant-result.ts";
import type { SearchProgress } from "../../src/invariants/search.ts";
import { listCounterexample, showInvariantLines } from "../../src/invariants/show-invariant.ts";
import type { Journey } from "../../src/journey/journey.ts";
import type { NotReplayable } from "../../src/journey/not-replayable.ts";
import type { SecretKeeper } from "../../src/journey/secret-keeper.ts";
import type { Tier } from "../../src/tags/known-keys.ts";
import { readTags } from "../../src/tags/read-tags.ts";
import { tierOfRun } from "../../src/tags/run-tier.ts";
import type { Terminal } from "../measuring/progress.ts";
import { whileNotStopped } from "../measuring/stop-signal.ts";
import { findWrittenCase, type WrittenCase } from "../measuring/written-case.ts";
import { chosenSearch } from "./chosen-search.ts";
import type { FirstDraw } from "./invariant-draws.ts";
import {
  keepCounterexample,
  knownCounterexamples,
  tellUnreadable,
} from "./kept-counterexamples.ts";
import { repeatCommand } from "./repeat-command.ts";
import { SearchProgressLine } from "./search-progress-line.ts";
import { drawsOf } from "./taken-values.ts";

export interface InvariantScenario {
  /** What is needed of the World, which may be a team's own. */
  readonly world: object & { attach(data: string, mediaType: string): unknown };
  readonly hook: ITestCaseHookParameter;
  readonly journey: Journey | NotReplayable;
  readonly settings: Settings;
  readonly secrets: SecretKeeper;
  readonly terminal: Terminal;
}

/** Throws InvariantRefuted when a counterexample was found, or when the proof is demanded and missing. */
export async function checkScenario(scenario: InvariantScenario): Promise<void> {
  const { hook, secrets, terminal } = scenario;
  const asked = readAsked(scenario);
  const progress = new SearchProgressLine(secrets.redact(hook.pickle.name), terminal);
  let lines: readonly string[] | undefined;
  const keep = (result: InvariantResult): readonly string[] => {
    lines ??= keepResult(scenario, asked, result).map((line) => secrets.redact(line));
    return lines;
  };
  const result = await whileNotStopped(async (signal) => {
    const draws = await settled(drawsOf(scenario.world));
    let latest: SearchProgress = { elapsedMs: 0, runs: 0, discards: 0 };
    const onProgress = (now: SearchProgress): void => {
      latest = now;
      progress.show(now);
    };
    // At once: whoever stops the run waits for nobody.
    signal.addEventListener("abort", () => keep(stopped(asked, draws, latest)), { once: true });
    return await tryValues(scenario, asked, draws, { signal, onProgress });
  });
  progress.end(asked.written.place, keep(result));
  demandHeld(result, keep(result));
}

interface Asked {
  readonly written: WrittenCase;
  readonly tier: Tier;
  readonly budget: ReturnType<typeof searchBudgetFor>;
  readonly limits: ReturnType<typeof readSearchLimits>;
}

function readAsked({ hook, settings }: InvariantScenario): Asked {
  const written = findWrittenCase(hook.pickle, hook.gherkinDocument);
  const tier = tierOfRun(process.env, settings.tier) ?? readTags(written.tags).tier ?? "full";
  const { runs } = settings.invariants;
  const limits = { ...(runs !== undefined && { runs }), ...readSearchLimits(written.tags) };
  return { written, tier, limits, budget: searchBudgetFor(tier, limits) };
}

async function tryValues(
  { hook, journey, settings }: InvariantScenario,
  asked: Asked,
  drawn: Drawn,
  { signal, onProgress }: Pick<InvariantToCheck, "signal" | "onProgress">,
): Promise<InvariantResult> {
  const { seed, path } = chosenSearch(process.env, asked.limits, settings);
  const drawing = drawn.kind === "drawn" ? drawn : undefined;
  const given = { ...asked, seed: drawing?.seed ?? seed };
  if (drawn.kind === "impossible") {
    return leaveInvariantUnproven(given, unproven("vacuous", drawn.message));
  }
  if (drawn.kind === "mistaken") {
    const reason = `The story is mistaken: ${drawn.message}`;
    return leaveInvariantUnproven(given, unproven("story-mistaken", reason));
  }
  if (journey.kind === "not-replayable") {
    const reason = `${journey.reason}\n${journey.whatToDo}`;
    return leaveInvariantUnproven(given, unproven("not-replayable", reason));
  }
  const { draws = [], first = [], fc = await loadFastCheck() } = drawing ?? {};
  const deadlineMs = settings.timeouts.stepMs * Math.max(1, journey.steps.length);
  const known = knownCounterexamples({ settings, written: asked.written, draws, fc });
  return await checkInvariant({
    ...given,
    fc,
    draws,
    known: path === undefined ? known : [{ id: "asked for", values: first, seed, path }],
    run: (values) => journey.replay({ deadlineMs, signal, given: values }),
    ...(hook.result?.status === "FAILED" && { failedFirst: first }),
    hasCheck: hook.pickle.steps.some(({ type }) => type === "Outcome" || type === "Unknown"),
    signal,
    now: () => performance.now(),
    ...(onProgress !== undefined && { onProgress }),
  });
}

type Drawn =
  | FirstDraw
  /** No step makes anything up, or none was reached. */
  | { readonly kind: "none" }
  | { readonly kind: "mistaken"; readonly message: string };

async function settled(pending: Promise<FirstDraw> | undefined): Promise<Drawn> {
  if (pending === undefined) return { kind: "none" };
  try {
    return await pending;
  } catch (error) {
    return { kind: "mistaken", message: error instanceof Error ? error.message : String(error) };
  }
}

function stopped(
  asked: Asked,
  drawn: Drawn,
  { runs, discards, elapsedMs, smallest }: SearchProgress,
): InvariantResult {
  const drawing = drawn.kind === "drawn" ? drawn : undefined;
  const seen = smallest && {
    values: nameValues(drawing?.draws ?? [], smallest.values),
    message: smallest.failure.message,
  };
  const given = { ...asked, seed: drawing?.seed ?? asked.limits.seed ?? 0 };
  const result = leaveInvariantUnproven(given, explainStopped({ runs }, seen));
  return { ...result, runs, discards, elapsedMs };
}

/** The lines that tell of it. */
function keepResult(
  { world, secrets, settings, hook }: InvariantScenario,
  { tier, written }: Asked,
  result: InvariantResult,
): readonly string[] {
  const command = repeatCommand(tier, written.place, result);
  const { counterexample } = result;
  const place = { settings, written, command, secrets, rule: hook.pickle.name };
  const stored = counterexample && keepCounterexample(counterexample, place);
  const evidence = { result, command, ...(stored !== undefined && { stored }) };
  const { data, mediaType } = invariantsAttachment(evidence, secrets);
  world.attach(data, mediaType);
  return [
    ...showInvariantLines(result),
    ...result.known.map(
      ({ id, state }) => `Known counterexample ${id}: ${state.replace("-", " ")}`,
    ),
    ...(counterexample === undefined ? [] : listCounterexample(counterexample)),
    ...[tellUnreadable(place), stored?.trouble].filter((line) => line !== undefined),
    ...(stored?.file === undefined ? [] : [`Kept in ${stored.file}`]),
    `To repeat it: ${command}`,
  ];
}

function demandHeld(
  { verdict, demandsProof, tier }: InvariantResult,
  lines: readonly string[],
): void {
  if (verdict.kind === "proven" || (verdict.kind === "unproven" && !demandsProof)) return;
  const what =
    verdict.kind === "refuted"
      ? "The invariant is refuted:"
      : `The invariant is unproven, and a ${tier} run asks for proof:`;
  throw new InvariantRefuted([what, ...lines.map((line) => `  ${line}`)]);
}
