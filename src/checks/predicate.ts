// What a check asks of a value, without its negation. It knows no grammar and no subject.

/** Where a value comes from: `data` has types of its own (JSON), `text` has none (pages, headers, addresses). */
export type Source = "text" | "data";

export type Outcome =
  | { readonly kind: "holds" }
  /** `difference`: better words than "… but it was …", to follow "expected it to". */
  | { readonly kind: "fails"; readonly difference?: string }
  /** The question makes no sense for this value, negated or not; `reason` follows "but". */
  | { readonly kind: "unfit"; readonly reason: string };

export interface Predicate {
  /** Follows "expected it (not) to": "be 422". */
  readonly words: string;
  /** True when it can be asked of what is not there. */
  readonly judgesAbsence?: boolean;
  /** The path of the member whose value it asks for; a value without that member says nothing about it. */
  readonly field?: string;
  test(actual: unknown, source: Source): Outcome;
}

/** An operand with its `{{names}}` resolved. */
export interface Operand {
  readonly value: unknown;
  /** Written in quotes, or text that a `{{name}}` stood for: compared as a person reads it. */
  readonly isText: boolean;
}

const holds: Outcome = { kind: "holds" };
const fails: Outcome = { kind: "fails" };

export function outcomeOf(truth: boolean): Outcome {
  return truth ? holds : fails;
}

export function unfit(reason: string): Outcome {
  return { kind: "unfit", reason };
}
