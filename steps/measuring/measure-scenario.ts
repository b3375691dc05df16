// The gates of a scenario that has just been run: measured with its journey, kept as evidence, and a reason to fail it.
// It brings journeys, gates and evidence together, and knows nothing of how any of them works.
import type { ITestCaseHookParameter } from "@cucumber/cucumber";
import type { Settings } from "../../src/config/settings.ts";
import { type GatesEvidence, gatesAttachment } from "../../src/evidence/gates-attachment.ts";
import { showText } from "../../src/evidence/visible-text.ts";
import { readMeasureLimits } from "../../src/gates/budget.ts";
import { GateRefuted } from "../../src/gates/gate-refuted.ts";
import type { GateResult, GatesReport, UnprovenKind } from "../../src/gates/gate-result.ts";
import { type GatesToMeasure, leaveGatesUnproven } from "../../src/gates/measure-gates.ts";
import { readParallelRule } from "../../src/journey/cucumber-library.ts";
import type { Journey } from "../../src/journey/journey.ts";
import type { NotReplayable } from "../../src/journey/not-replayable.ts";
import type { SecretKeeper } from "../../src/journey/secret-keeper.ts";
import type { Tier } from "../../src/tags/known-keys.ts";
import { readTags } from "../../src/tags/read-tags.ts";
import { runTierVariable, tierOfRun } from "../../src/tags/run-tier.ts";
import { whyNotAlone } from "../parallel-rule.ts";
import { measureJourney } from "./measure-journey.ts";
import { listFailureLines, listGateLines, MeasuringProgress, type Terminal } from "./progress.ts";
import { whileNotStopped } from "./stop-signal.ts";
import { findWrittenCase, type WrittenCase } from "./written-case.ts";

/** What is needed of the World, which may be a team's own. */
export interface MeasuredWorld {
  attach(data: string, mediaType: string): unknown;
}

export interface ScenarioToMeasure {
  readonly world: MeasuredWorld;
  readonly hook: ITestCaseHookParameter;
  readonly journey: Journey | NotReplayable;
  readonly settings: Settings;
  readonly secrets: SecretKeeper;
  readonly terminal: Terminal;
}

/** Throws GateRefuted when a gate is refuted, or when its proof is demanded and missing. */
export async function measureScenario(scenario: ScenarioToMeasure): Promise<void> {
  const { hook, settings, secrets, terminal, world } = scenario;
  const written = findWrittenCase(hook.pickle, hook.gherkinDocument);
  const asked = readAsked(written, settings);
  const command = repeatCommand(asked.tier, written);
  const progress = new MeasuringProgress(showText(secrets.redact(hook.pickle.name)), terminal);
  let isKept = false;
  const keep = (evidence: Omit<GatesEvidence, "command">): void => {
    if (isKept) return;
    isKept = true;
    const { data, mediaType } = gatesAttachment({ ...evidence, command }, secrets);
    world.attach(data, mediaType);
    progress.end(written.place, tellAll(evidence, secrets));
  };
  const evidence = await whileNotStopped((signal) =>
    measure(scenario, { ...asked, signal, onProgress: (now) => progress.show(now) }, keep),
  );
  keep(evidence);
  // What failed has failed already, and what was skipped was meant to be.
  if (hook.result?.status === "PASSED") demandKept(evidence, command, secrets);
}

type Asked = Pick<GatesToMeasure, "gates" | "tier" | "limits">;
type Evidence = Omit<GatesEvidence, "command">;

function readAsked({ tags }: WrittenCase, { tier }: Settings): Asked {
  const reading = readTags(tags);
  return {
    gates: reading.gates,
    tier: tierOfRun(process.env, tier) ?? reading.tier ?? "full",
    limits: readMeasureLimits(tags),
  };
}

async function measure(
  { hook, journey, settings }: ScenarioToMeasure,
  asked: Asked & Pick<GatesToMeasure, "signal" | "onProgress">,
  onStopped: (evidence: Evidence) => void,
): Promise<Evidence> {
  const status = hook.result?.status;
  if (status !== "PASSED") return unmeasured(asked, `The scenario itself ${tellEnd(status)}.`);
  if (journey.kind === "not-replayable") {
    return unmeasured(asked, tellWhy(journey), "not-replayable");
  }
  const shared = whyNotAlone(readParallelRule(), process.env);
  if (shared !== undefined) return unmeasured(asked, shared);
  const done = await measureJourney({
    journey,
    settings,
    asked,
    onStopped: (report) => onStopped(toEvidence(report)),
  });
  return done.kind === "measured"
    ? toEvidence(done.report)
    : unmeasured(asked, done.reason, done.because);
}

function toEvidence({ tier, results, ...measurement }: GatesReport): Evidence {
  return { tier, results, measurement };
}

function unmeasured(asked: Asked, reason: string, because?: UnprovenKind): Evidence {
  const results = leaveGatesUnproven(asked, `It was not measured. ${reason}`, because);
  return { tier: asked.tier, results };
}

function tellEnd(status = "UNKNOWN"): string {
  return status === "FAILED" ? "failed" : `ended as ${status.toLowerCase()}`;
}

function tellWhy({ reason, whatToDo }: NotReplayable): string {
  return `${reason}\n${whatToDo}`;
}

/** The same scenario, measured as hard, in the same environment; a feature's name may have spaces. */
function repeatCommand(tier: Tier, { place }: WrittenCase): string {
  const environment = process.env["STORYPROOF_ENV"];
  const chosen = environment ? `STORYPROOF_ENV=${quote(environment)} ` : "";
  return `${chosen}${runTierVariable}=${tier} npx cucumber-js ${quote(place)}`;
}

function quote(word: string): string {
  return /^[\w./:-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** For a terminal: gates, and what speaks of no single one. */
function tellAll({ results, measurement }: Evidence, secrets: SecretKeeper): readonly string[] {
  const { failures = [], notes = [] } = measurement ?? {};
  const lines = [...listGateLines(results), ...listFailureLines(failures), ...notes];
  return lines.map((line) => showText(secrets.redact(line)));
}

/** A smoke run asks only whether something is refuted; the others ask for proof. */
function demandKept(evidence: Evidence, command: string, secrets: SecretKeeper): void {
  const { tier, results, measurement } = evidence;
  const refuted = results.filter(({ verdict }) => verdict.kind === "refuted");
  const unproven = results.filter(
    ({ verdict, demandsProof }) => verdict.kind === "unproven" && demandsProof,
  );
  if (refuted.length + unproven.length === 0) return;
  const message = [
    ...tellBroken(refuted, "refuted"),
    ...tellBroken(unproven, `unproven, and a ${tier} run asks for proof`),
    ...listFailureLines(measurement?.failures ?? []).map((line) => `  ${line}`),
    `To repeat it: ${command}`,
  ];
  throw new GateRefuted(message.map((line) => showText(secrets.redact(line))));
}

function tellBroken(results: readonly GateResult[], what: string): readonly string[] {
  if (results.length === 0) return [];
  const count = results.length === 1 ? "1 gate is" : `${results.length} gates are`;
  return [`${count} ${what}:`, ...listGateLines(results).map((line) => `  ${line}`)];
}
