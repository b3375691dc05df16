// What a team says about recognising kinds of guarantee, as it is written in the configuration. The names are listed
// here because the configuration is checked before anything else of ours is loaded.

/** The kinds of guarantee, in the order they are shown. */
export const guaranteeKindNames = [
  "happy-path",
  "unhappy-path",
  "invalid-input",
  "missing-field",
  "unexpected-data",
  "boundary",
  "signed-in",
  "not-signed-in",
  "wrong-role",
  "repetition",
  "dependency-down",
  "expiry",
  "concurrency",
  "latency",
  "load",
  "availability",
  "invariant",
  "smoke",
  "production-safe",
  "incident",
] as const;

export type GuaranteeKind = (typeof guaranteeKindNames)[number];

/** Where a signal can look: docs/gaps.md says what each of them is. */
export const signalPlaces = [
  "tag",
  "gate",
  "title",
  "rule",
  "given",
  "action",
  "outcome",
  "step",
  "data",
  "status",
  "column",
  "neighbours",
] as const;

export type SignalPlace = (typeof signalPlaces)[number];

/** By what a kind of guarantee is recognised, beside the built-in signals. */
export interface GapsSignalOptions {
  readonly kind: GuaranteeKind;
  /** Where to look; several are alternatives. Example: `"tag"`. */
  readonly from: SignalPlace | readonly SignalPlace[];
  /** A regular expression; letters in either case. Example: `"^@bug[-:]"`. */
  readonly pattern: string;
  /** Why this tells the kind; it is shown with every mark. Example: `"our tickets for bugs"`. */
  readonly because: string;
  /** Counts only where this kind was recognised as well. */
  readonly with?: GuaranteeKind;
  /** Does not count where this kind was recognised. */
  readonly without?: GuaranteeKind;
  /** A regular expression; does not count where a part of the scenario has it, such as `action: I press "Save"`. */
  readonly unless?: string;
}

/** Says that stories need not have some kinds of guarantee. */
export interface GapsExceptionOptions {
  /** Ids or paths of stories, `*` as wildcard. Example: `"legal-*"`. */
  readonly stories: string | readonly string[];
  readonly kinds: readonly GuaranteeKind[];
  /** Why not; it is shown beside the table. */
  readonly reason: string;
}

/**
 * The pattern of a signal as it is looked for; throws SyntaxError when it is no regular expression.
 * Without the flag `u`, V8 ignores case fifteen times as fast; most patterns mean the same without it.
 */
export function compilePattern(pattern: string): RegExp {
  return new RegExp(pattern, needsUnicode.test(pattern) ? "iu" : "i");
}

const needsUnicode = /\\p|\\u\{|[^ -~]/i;

export interface GapsOptions {
  /** Signals beside the built-in ones. Default: none. */
  readonly signals?: readonly GapsSignalOptions[];
  /** Kinds that are not looked for, and built-in signals that do not count, by their ids. Default: none. Example: `["load", "repetition/step"]`. */
  readonly off?: readonly string[];
  /** What some stories need not have, each with the reason. Default: none. */
  readonly notApplicable?: readonly GapsExceptionOptions[];
}
