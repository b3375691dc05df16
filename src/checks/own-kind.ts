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
  const kind = known.get(words.toLowerCase());
  return kind === undefined ? tellUnknown(words, [...known.values()]) : ofOwnKind(kind);
}

function tellUnknown(words: string, known: readonly OwnKind[]): string {
  const define = `defineCheck("${words}", (value) => …) in a step file`;
  if (known.length === 0) return `nothing is known as a valid "${words}"; define it: ${define}`;
  const names = known.map(({ name }) => name);
  const nearest = closest(
    words.toLowerCase(),
    names.map((name) => name.toLowerCase()),
  );
  const meant = names.find((name) => name.toLowerCase() === nearest);
  return `nothing is known as a valid "${words}"; there are: ${names.join(", ")}. Did you mean "${meant}"? Another one is defined with ${define}`;
}

function ofOwnKind({ name, test }: OwnKind): Predicate {
  const be = `be a valid ${name}`;
  return {
    words: be,
    test(actual) {
      const answer = test(actual);
      if (typeof answer === "boolean") return outcomeOf(answer);
      return { kind: "fails", difference: `${be}, but it was ${showValue(actual)}: ${answer}` };
    },
  };
}
