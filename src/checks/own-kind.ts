// Kinds of value that a team has defined: "be a valid German IBAN".
import { closest } from "fastest-levenshtein";
import { outcomeOf, type Predicate } from "./predicate.ts";
import { showValue } from "./shown-value.ts";
import type { OwnKind } from "./surroundings.ts";

/** The predicate, or what is wrong with the name. */
export function readOwnKind(
  words: string,
  known: ReadonlyMap<string, OwnKind>,
): Predicate | string {
  const test = known.get(words.toLowerCase());
  return test === undefined ? tellUnknown(words, [...known.keys()]) : ofOwnKind(words, test);
}

function tellUnknown(words: string, known: readonly string[]): string {
  const define = `defineCheck("${words}", (value) => …) in a step file`;
  if (known.length === 0) return `nothing is known as a valid "${words}"; define it: ${define}`;
  return `nothing is known as a valid "${words}"; there are: ${known.join(", ")}. Did you mean "${closest(words.toLowerCase(), known)}"? Another one is defined with ${define}`;
}

function ofOwnKind(words: string, test: OwnKind): Predicate {
  const be = `be a valid ${words}`;
  return {
    words: be,
    test(actual) {
      const answer: unknown = test(actual);
      if (typeof answer === "boolean") return outcomeOf(answer);
      if (typeof answer === "string") {
        return { kind: "fails", difference: `${be}, but it was ${showValue(actual)}: ${answer}` };
      }
      throw new TypeError(
        `The check "${words}" answered ${showValue(answer)}; it must answer true, false or a text.`,
      );
    },
  };
}
