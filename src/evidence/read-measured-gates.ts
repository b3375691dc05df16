// Reads what a gates attachment holds, down to the last number: a report draws from it, and must not stumble over it.
import { readSamples } from "../measure/read-samples.ts";
import { gateKinds, tiers } from "../tags/known-keys.ts";
import {
  isCount,
  isFlag,
  isMeasure,
  isNumber,
  isText,
  listOf,
  oneOf,
  optional,
  shape,
  type Test,
} from "./json-shapes.ts";
import type { MeasuredGates } from "./measured-gates.ts";
import { isExchange } from "./read-exchange.ts";

/** Undefined when it has not the shape. */
export function readMeasuredGates(value: unknown): MeasuredGates | undefined {
  return isMeasuredGates(value) ? (value as MeasuredGates) : undefined;
}

const isUnit = oneOf(["ms", "1"]);
const isSamples: Test = (value) => readSamples(value).kind === "read";
const areTexts = listOf(isText);

const isVerdict = shape({
  kind: oneOf(["proven", "refuted", "unproven"]),
  because: optional(oneOf(["undecided", "generator-starved", "not-replayable", "not-measured"])),
  reason: isText,
});

const isLoad = shape({
  askedPerMinute: isMeasure,
  offeredPerMinute: isMeasure,
  achievedPerMinute: isMeasure,
  heldMs: isMeasure,
  startLatenessP99Ms: isMeasure,
  droppedLate: isCount,
  droppedFull: isCount,
  unfinished: isCount,
});

const isGate = shape({
  gate: isText,
  kind: oneOf(gateKinds),
  isImplied: isFlag,
  demandsProof: isFlag,
  verdict: isVerdict,
  samples: isCount,
  excesses: isCount,
  allowedShare: optional(isMeasure),
  needed: optional(isCount),
  bound: optional(shape({ limit: isMeasure, isInclusive: isFlag })),
  measured: optional(
    shape({
      share: isMeasure,
      value: isMeasure,
      low: optional(isMeasure),
      high: optional(isMeasure),
      unit: isUnit,
    }),
  ),
  load: optional(isLoad),
  notes: areTexts,
  values: optional(isSamples),
});

const times = { count: isCount, p50: isMeasure, p95: isMeasure, max: isMeasure };

export const isFailedJourney: Test = shape({
  kind: oneOf(["failed", "timed-out", "aborted", "completed"]),
  step: optional(isText),
  deadlineMs: optional(isMeasure),
  error: optional(shape({ message: isText, stack: optional(isText) })),
  steps: listOf(shape({ text: isText, durationMs: isNumber })),
  exchanges: listOf(isExchange),
  exchangesLeftOut: optional(isCount),
});

const isFailure = shape({
  title: isText,
  count: isCount,
  journey: isCount,
  wayOut: optional(isText),
  first: isFailedJourney,
});

const isTimeLine = shape({
  quantity: oneOf(["latency", "lcp", "inp", "cls"]),
  unit: isUnit,
  widthMs: isMeasure,
  windows: listOf(
    shape({
      startMs: isMeasure,
      count: isCount,
      failures: isCount,
      p50: optional(isMeasure),
      max: optional(isMeasure),
    }),
  ),
  warmUpMs: optional(isMeasure),
});

const isMeasurement = shape({
  journeys: shape({ ended: isCount, failed: isCount, warmUp: isCount }),
  failures: listOf(isFailure),
  steps: listOf(shape({ text: isText, ...times })),
  exchanges: shape({ journeys: isCount, requests: listOf(shape({ request: isText, ...times })) }),
  timeLine: isTimeLine,
  ended: shape({
    kind: oneOf(["settled", "samples", "time", "aborted", "given-up"]),
    underWayMs: optional(isMeasure),
  }),
  elapsedMs: isMeasure,
  generator: shape({
    wallMs: isMeasure,
    loopDelay: shape({ p50Ms: isMeasure, p99Ms: isMeasure, maxMs: isMeasure }),
    processorShare: isMeasure,
    loopShare: isMeasure,
  }),
  seed: optional(isNumber),
  threads: optional(isCount),
  notes: areTexts,
});

const isMeasuredGates = shape({
  tier: oneOf(tiers),
  command: isText,
  gates: listOf(isGate),
  measurement: optional(isMeasurement),
});
