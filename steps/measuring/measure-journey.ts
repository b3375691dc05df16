// Runs a journey again and again for the gates of its scenario: first to see whether it can be, then to measure.
import type { Settings } from "../../src/config/settings.ts";
import type { GateResult, GatesReport, UnprovenKind } from "../../src/gates/gate-result.ts";
import type { JourneyRun } from "../../src/gates/journey-run.ts";
import {
  type GatesToMeasure,
  leaveGatesUnproven,
  measureGates,
} from "../../src/gates/measure-gates.ts";
import { checkJourney } from "../../src/journey/check-journey.ts";
import type { Journey } from "../../src/journey/journey.ts";
import type { GateTag } from "../../src/tags/read-tags.ts";
import type { WebVital } from "../../src/tags/tag-value.ts";
import { loadThreads } from "../load-threads.ts";

type Asked = Pick<GatesToMeasure, "gates" | "tier" | "limits" | "signal" | "onProgress">;

export interface JourneyToMeasure {
  readonly journey: Journey;
  readonly settings: Settings;
  readonly asked: Asked;
  /** Called at once when the signal aborts: what was measured until then. */
  readonly onStopped: (report: GatesReport) => void;
}

export type MeasuredJourney =
  | { readonly kind: "measured"; readonly report: GatesReport }
  | {
      readonly kind: "unmeasured";
      readonly reason: string;
      readonly because: UnprovenKind;
    };

const vitals = ["lcp", "inp", "cls"] as const satisfies readonly WebVital[];

export async function measureJourney(given: JourneyToMeasure): Promise<MeasuredJourney> {
  const { journey, settings, asked, onStopped } = given;
  const deadlineMs = settings.timeouts.stepMs * Math.max(1, journey.steps.length);
  const wanted = vitals.filter((vital) => asked.gates.some(({ kind }) => kind === vital));
  const options = { deadlineMs, signal: asked.signal };
  const check = await checkJourney(journey, options);
  if (check.kind === "aborted")
    return unmeasured("The run was stopped before measuring began.", "not-measured");
  if (check.kind === "not-replayable")
    return unmeasured(`${check.reason}\n${check.whatToDo}`, "not-replayable");
  const { measurable, timeless } = sortGates(asked.gates, journey);
  const complete = (report: GatesReport): GatesReport => ({
    ...report,
    results: [...report.results, ...leaveTimeless(asked, timeless)],
    notes: check.remark === undefined ? report.notes : [check.remark, ...report.notes],
  });
  const report = await measureGates({
    ...asked,
    gates: measurable,
    replay: (signal): Promise<JourneyRun> =>
      journey.replay({ deadlineMs, signal, ...(wanted.length > 0 && { vitals: wanted }) }),
    onStopped: (stopped) => onStopped(complete(stopped)),
    threads: loadThreads(journey, { deadlineMs }),
  });
  if (!asked.signal.aborted) await journey.settled(mostSettlingMs);
  return { kind: "measured", report: complete(report) };
}

/** After hooks and sessions of runs that were cut get two seconds each. */
const mostSettlingMs = 4_500;

const noAction =
  "Nobody acts in this scenario, so there is nothing that a customer waits for: write what is done as a When step.";

/** Without the gate on errors that is implied: where it matters it is measured with the others. */
function leaveTimeless(asked: Asked, gates: readonly GateTag[]): readonly GateResult[] {
  return leaveGatesUnproven({ ...asked, gates }, noAction).filter(({ isImplied }) => !isImplied);
}

/** Latency is the time of what is done; a scenario of Given and Then alone has none. */
function sortGates(
  gates: readonly GateTag[],
  { hasActionTime }: Journey,
): { readonly measurable: readonly GateTag[]; readonly timeless: readonly GateTag[] } {
  if (hasActionTime) return { measurable: gates, timeless: [] };
  return {
    measurable: gates.filter(({ kind }) => kind !== "latency"),
    timeless: gates.filter(({ kind }) => kind === "latency"),
  };
}

function unmeasured(reason: string, because: UnprovenKind): MeasuredJourney {
  return { kind: "unmeasured", reason, because };
}
