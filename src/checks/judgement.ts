// How a predicate, negated or not, is judged of a value, and the words when it does not hold.
import { expectedButWas } from "./failure-text.ts";
import type { Predicate, Source } from "./predicate.ts";

/** Something that is asked of a value: a predicate, or that it does not hold. */
export interface Question {
  readonly predicate: Predicate;
  readonly negated: boolean;
}

/** Undefined when the value is as expected, else the failure in words. `undefined` stands for "there is none". */
export function judgeValue(
  { predicate, negated }: Question,
  actual: unknown,
  subject: string,
  source: Source,
): string | undefined {
  const expectation = `expected ${subject} ${negated ? "not to" : "to"} ${predicate.words}`;
  // What is missing passes no check, negated or not: else a misspelt path would prove anything.
  if (actual === undefined && !predicate.judgesAbsence) return `${expectation}, but there is none`;
  const outcome = predicate.test(actual, source);
  switch (outcome.kind) {
    case "unfit":
      return `${expectation}, but ${outcome.reason}`;
    case "holds":
      return negated ? expectedButWas(expectation, actual) : undefined;
    case "fails":
      if (negated) return undefined;
      return outcome.difference === undefined
        ? expectedButWas(expectation, actual)
        : `expected ${subject} to ${outcome.difference}`;
  }
}
