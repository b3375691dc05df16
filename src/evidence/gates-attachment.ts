// Makes the attachment that carries what a scenario's gates were found to be. Everything that goes in is redacted here,
// and made small: some hundred kilobytes at worst, whatever was measured.
import type { FailureKind } from "../gates/failures.ts";
import type { GateResult, GatesReport } from "../gates/gate-result.ts";
import type { TimeLine } from "../gates/time-line.ts";
import type { SecretKeeper } from "../journey/secret-keeper.ts";
import { percentile } from "../measure/percentile.ts";
import { isExcess, type Samples } from "../measure/samples.ts";
import { type AttachmentData, nameMediaType } from "./attachment-kinds.ts";
import { cutText } from "./cut-exchange.ts";
import { FailureRoom, longestSentence, reduceFailure } from "./failure-evidence.ts";
import type { MeasuredGates, Measurement, TimeSummary } from "./measured-gates.ts";

export interface GatesEvidence extends Pick<GatesReport, "tier" | "results"> {
  /** What repeats it, for a shell. */
  readonly command: string;
  /** Left out when nothing was measured. */
  readonly measurement?: Omit<GatesReport, "tier" | "results">;
}

/** Why a journey cannot be run again may quote what the product said. */
const longestReason = 8 * 1024;
/** Of a scenario of hundreds nobody reads the table. */
const mostSteps = 200;

/** One for each attempt; the last one's is what the report judges by. */
export function gatesAttachment(evidence: GatesEvidence, keeper: SecretKeeper): AttachmentData {
  const { tier, command, results, measurement } = evidence;
  // Learned from all of them first: the first may show a secret that only the last one names.
  for (const { first } of measurement?.failures ?? []) {
    for (const exchange of first.exchanges) keeper.learnFrom(exchange);
  }
  const measured: MeasuredGates = {
    tier,
    command: keeper.redact(command),
    gates: results.map((result) => reduceGate(result, results, keeper)),
    ...(measurement !== undefined && { measurement: reduceMeasurement(measurement, keeper) }),
  };
  return { mediaType: nameMediaType("gates"), data: JSON.stringify(measured) };
}

function reduceGate(
  { values, ...result }: GateResult,
  all: readonly GateResult[],
  keeper: SecretKeeper,
): GateResult {
  const { verdict, notes } = result;
  const alike = all.flatMap((one) => (one.kind === result.kind && one.values ? [one.values] : []));
  return {
    ...roundNumbers(result),
    verdict: { ...verdict, reason: cutText(keeper.redact(verdict.reason), longestReason) },
    notes: notes.map((note) => keeper.redact(note)),
    ...(values !== undefined && values === alike[0] && { values: reduceSamples(values, alike) }),
  };
}

/** With the bounds of all gates on the quantity, since they are about the same journeys. */
function reduceSamples(values: Samples, alike: readonly Samples[]): Samples {
  const bounds = alike.flatMap((one) => (one.count === values.count ? one.bounds : []));
  return roundValues({ ...values, bounds });
}

/** Five digits are a third as long as sixteen; a value that would change sides of a bound by it stays as it is. */
function roundValues(samples: Samples): Samples {
  if (samples.kind === "bucketed") return samples;
  const values = samples.values.map((value) => {
    const rounded = Number(value.toPrecision(5));
    const isSame = samples.bounds.every(
      (bound) => isExcess(bound, value) === isExcess(bound, rounded),
    );
    return isSame ? rounded : value;
  });
  return { ...samples, values };
}

/** As text the attachment loses all secrets; one of six digits must not be found in the middle of a number. */
function roundNumbers<T>(measured: T): T {
  return JSON.parse(JSON.stringify(measured), (_, value: unknown) =>
    typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value,
  ) as T;
}

function reduceMeasurement(
  measurement: NonNullable<GatesEvidence["measurement"]>,
  keeper: SecretKeeper,
): Measurement {
  const { steps, exchanges, failures, seed, notes } = measurement;
  const { journeys, timeLine, ended, elapsedMs, generator, threads } = measurement;
  return {
    journeys,
    timeLine: roundTimeLine(timeLine),
    ended: roundNumbers(ended),
    elapsedMs: roundMs(elapsedMs),
    generator: roundNumbers(generator),
    ...(threads !== undefined && { threads }),
    notes: notes.map((note) => keeper.redact(note)),
    steps: steps.slice(0, mostSteps).map(({ text, times }) => {
      return { text: cutText(keeper.redact(text), longestSentence), ...summarise(times) };
    }),
    exchanges: {
      journeys: exchanges.journeys,
      requests: exchanges.requests.map(({ request, times }) => {
        return { request: cutText(keeper.redact(request), longestSentence), ...summarise(times) };
      }),
    },
    failures: reduceFailures(failures, keeper),
    ...(seed !== undefined && { seed }),
  };
}

function reduceFailures(
  failures: readonly FailureKind[],
  keeper: SecretKeeper,
): Measurement["failures"] {
  const room = new FailureRoom();
  return failures.map((failure) => reduceFailure(failure, keeper, room));
}

function summarise(times: Samples): TimeSummary {
  return {
    count: times.count,
    p50: roundMs(percentile(times, 0.5)),
    p95: roundMs(percentile(times, 0.95)),
    max: roundMs(percentile(times, 1)),
  };
}

function roundTimeLine(timeLine: TimeLine): TimeLine {
  const round = (value: number) => Number(value.toPrecision(4));
  const windows = timeLine.windows.map(({ p50, max, ...window }) => ({
    ...window,
    ...(p50 !== undefined && { p50: round(p50) }),
    ...(max !== undefined && { max: round(max) }),
  }));
  return { ...timeLine, windows };
}

/** To the microsecond. */
function roundMs(valueMs = 0): number {
  return Math.round(valueMs * 1_000) / 1_000;
}
