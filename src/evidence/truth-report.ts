// The one model that every report is made from: what was specified, what the run found, and what shows it.
// It is plain JSON (schemas/truth-report.schema.json) and knows nothing of how it is drawn.
import type { GateResult } from "../gates/gate-result.ts";
import type { Intent } from "../story/story.ts";
import type { GateKind } from "../tags/known-keys.ts";
import type { Links, TagReading } from "../tags/read-tags.ts";
import type { Environment } from "./attachment-kinds.ts";
import type { CheckedInvariant } from "./checked-invariant.ts";
import type { Evidence } from "./evidence.ts";
import type { MeasuredGates } from "./measured-gates.ts";

/** Raised when a reader of the old shape would misunderstand the new one. */
export const truthReportVersion = 1;

export type Verdict = "proven" | "refuted" | "unproven";

/**
 * Why something is not proven.
 * - `step-failed`: a step of the scenario failed, set-up (`Given`) included: the sentence did not come true.
 * - `environment`: a step could not be tried, because the machine lacks something: no browser was found.
 * - `story-mistaken`: a step asked for what cannot be: a name that nothing is remembered by, a file that is not
 *   there, JSON that is none. That says nothing about the product.
 * - `hook-failed`: every step that ran held, but a hook of the team's failed: that says something about the
 *   test, nothing yet about the product.
 * - `undefined`, `ambiguous`, `pending`, `skipped`: what the runner said of a step.
 * - `empty`: there is nothing to run: no steps, or an outline without rows.
 * - `not-selected`, `planned`: the run left it out, by its filter or because it is not built yet.
 * - `not-run`: selected, but the run failed before it (a syntax error, a failed BeforeAll hook).
 * - `interrupted`: the run stopped before or during it.
 * - `gate-refuted`: a gate was measured and is broken; the numbers stand at the guarantee.
 * - `gate-undecided`: a gate was measured, and the samples do not tell, or a smoke run asks for no proof.
 * - `generator-starved`: a gate was measured by a machine that was too slow itself to be believed.
 * - `invariant-refuted`: a generated input was found for which the invariant does not hold.
 * - `invariant-undecided`: fewer inputs were tried than a proof takes, or a smoke run asks for no proof.
 * - `invariant-flaky`: an input failed, and held when the same was repeated.
 * - `vacuous`: an invariant of which next to nothing was tried: nearly all inputs were discarded, or nothing is checked.
 * - `not-replayable`: a gate or an invariant could not be tried, because the scenario cannot be run again.
 * - `not-measured`: a gate or an invariant of which the evidence holds no measurement.
 * - `run-problem`: everything selected is proven, and still the run as a whole failed.
 */
export type ReasonKind =
  | "step-failed"
  | "environment"
  | "story-mistaken"
  | "hook-failed"
  | "undefined"
  | "ambiguous"
  | "pending"
  | "skipped"
  | "empty"
  | "not-selected"
  | "planned"
  | "not-run"
  | "interrupted"
  | "gate-refuted"
  | "gate-undecided"
  | "generator-starved"
  | "invariant-refuted"
  | "invariant-undecided"
  | "invariant-flaky"
  | "vacuous"
  | "not-replayable"
  | "not-measured"
  | "run-problem";

export interface Reason {
  readonly kind: ReasonKind;
  readonly text: string;
}

/** A verdict; the reason is absent when proven, and at levels whose parts give the reasons. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly reason?: Reason;
}

/** Numbers of guarantees: proven + refuted + unproven are all of them. */
export interface Counts {
  readonly proven: number;
  readonly refuted: number;
  readonly unproven: number;
  /** How many of the unproven the run did not select. */
  readonly notSelected: number;
  /** How many of the unproven are planned. */
  readonly planned: number;
}

export interface Guarantee extends Judgement {
  /** The same in every run: the case's id, and for a gate its tag. */
  readonly id: string;
  readonly kind: "behaviour" | "gate" | "invariant";
  /** What is claimed: the scenario's title, or the tag's text. */
  readonly text: string;
  readonly gate?: GateKind;
  /** Of a gate that was measured. */
  readonly numbers?: GateNumbers;
}

/** What was found of one gate. Times in milliseconds, shares from 0 to 1. */
export interface GateNumbers
  extends Pick<
    GateResult,
    "samples" | "excesses" | "allowedShare" | "needed" | "bound" | "measured" | "load" | "notes"
  > {
  /** The verdict's reason as a sentence or several, of a proven gate too. */
  readonly explanation: string;
}

export type StepStatus =
  | "passed"
  | "failed"
  | "undefined"
  | "ambiguous"
  | "pending"
  | "skipped"
  | "unknown"
  /** The run stopped before the step ended. */
  | "not-finished";

export interface StepError {
  /** The class of error, where the runner tells it. */
  readonly type?: string;
  readonly message: string;
  readonly stack?: string;
}

export interface SpecifiedStep {
  readonly keyword: string;
  readonly text: string;
  readonly line?: number;
  readonly argument?:
    | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] }
    | { readonly kind: "text"; readonly content: string; readonly mediaType?: string };
}

/** A step that ran, or a hook that failed; hooks that passed are left out. */
export interface StepReport extends SpecifiedStep {
  readonly kind: "step" | "hook";
  readonly status: StepStatus;
  readonly durationMs: number;
  readonly error?: StepError;
}

export interface AttemptReport {
  /** From 1. */
  readonly attempt: number;
  readonly status: StepStatus;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly workerId?: string;
  readonly steps: readonly StepReport[];
  readonly evidence: readonly Evidence[];
}

export interface CaseReport extends Judgement {
  readonly id: string;
  readonly title: string;
  readonly line: number;
  /** The row of the examples, by column. */
  readonly values?: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  readonly tier?: NonNullable<TagReading["tier"]>;
  readonly contentHash: string;
  /** Proven by a later attempt than the first. */
  readonly flaky: boolean;
  readonly guarantees: readonly Guarantee[];
  /** What the last try measured of its gates. */
  readonly measured?: MeasuredGates;
  /** What the last try found of its invariant. */
  readonly invariant?: CheckedInvariant;
  /** Oldest first; empty when it did not run, and then `specified` holds its steps. */
  readonly attempts: readonly AttemptReport[];
  readonly specified?: readonly SpecifiedStep[];
}

export interface ScenarioReport extends Judgement {
  readonly id: string;
  readonly keyword: string;
  readonly title: string;
  readonly description: string;
  readonly line: number;
  readonly tags: readonly string[];
  readonly links: Links;
  readonly contentHash: string;
  readonly counts: Counts;
  readonly cases: readonly CaseReport[];
}

export interface RuleReport extends Judgement {
  readonly id: string;
  readonly keyword: string;
  readonly title: string;
  readonly description: string;
  readonly line: number;
  readonly tags: readonly string[];
  readonly counts: Counts;
  readonly scenarios: readonly ScenarioReport[];
}

export interface StoryReport extends Judgement {
  readonly id: string;
  readonly uri: string;
  readonly language: string;
  readonly keyword: string;
  readonly title: string;
  readonly description: string;
  readonly intent?: Intent;
  readonly line: number;
  readonly tags: readonly string[];
  readonly links: Links;
  readonly contentHash: string;
  readonly counts: Counts;
  /** Those outside any rule. */
  readonly scenarios: readonly ScenarioReport[];
  readonly rules: readonly RuleReport[];
}

export interface Place {
  readonly uri: string;
  readonly line?: number;
  readonly column?: number;
}

export interface RunProblem {
  readonly kind:
    | "parse-error"
    | "hook-failed"
    | "run-failed"
    | "interrupted"
    | "unknown-parameter-type"
    | "unreadable";
  readonly text: string;
  readonly place?: Place;
  /** The line at that place. */
  readonly source?: string;
  readonly stack?: string;
}

export interface Product {
  readonly name: string;
  readonly version?: string;
}

export interface RunInfo {
  /** ISO 8601; of several runs put together, the first start and the last end. */
  readonly startedAt?: string;
  readonly finishedAt?: string;
  /** Added up over all runs put together. */
  readonly durationMs: number;
  /** How many runs (shards, re-runs) were put together. */
  readonly runs: number;
  readonly interrupted: boolean;
  /** The runner's own word; with several runs, whether all of them said so. Absent when none ended. */
  readonly success?: boolean;
  readonly problems: readonly RunProblem[];
  /** Each product and browser that was used, once. */
  readonly environments: readonly Environment[];
  readonly runner?: Product;
  readonly runtime?: Product;
  readonly os?: Product;
  readonly cpu?: Product;
  readonly ci?: {
    readonly name: string;
    readonly url?: string;
    readonly buildNumber?: string;
  };
  readonly commit?: {
    readonly revision: string;
    readonly remote: string;
    readonly branch?: string;
    readonly tag?: string;
  };
  /** Attached outside any scenario, by hooks of the whole run. */
  readonly evidence: readonly Evidence[];
}

export interface TruthReport extends Judgement {
  readonly version: typeof truthReportVersion;
  readonly run: RunInfo;
  readonly counts: Counts;
  /** How many stories have each verdict; `notSelected` and `planned` are parts of unproven here as well. */
  readonly storyCounts: Counts;
  /** By path. */
  readonly stories: readonly StoryReport[];
}
