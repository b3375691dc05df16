// What a value holds: a piece of text, an item of a list, a key of an object.
import { asWritten, equals, foldIf } from "./equality.ts";
import { findPattern } from "./pattern.ts";
import { type Operand, type Outcome, outcomeOf, type Predicate, unfit } from "./predicate.ts";
import { showValue } from "./shown-value.ts";

/** Text holds text, a list holds an item that equals, an object has a key of that name. */
export function containing(operand: Operand, ignoreCase: boolean): Predicate {
  const { value } = operand;
  return {
    words: `contain ${showValue(value)}${ignoreCase ? " ignoring case" : ""}`,
    test(actual, source) {
      if (Array.isArray(actual)) {
        return outcomeOf(actual.some((item) => equals(item, operand, source, ignoreCase)));
      }
      if (typeof actual === "object" && actual !== null) {
        return outcomeOf(Object.keys(actual).includes(String(value)));
      }
      return testText(actual, (text) => {
        return foldIf(ignoreCase, text).includes(foldIf(ignoreCase, String(value)));
      });
    },
  };
}

export function startingWith(operand: Operand, ignoreCase: boolean): Predicate {
  return textual("start with", operand, ignoreCase, (text, part) => text.startsWith(part));
}

export function endingWith(operand: Operand, ignoreCase: boolean): Predicate {
  return textual("end with", operand, ignoreCase, (text, part) => text.endsWith(part));
}

function textual(
  verb: string,
  { value }: Operand,
  ignoreCase: boolean,
  test: (text: string, part: string) => boolean,
): Predicate {
  const part = foldIf(ignoreCase, String(value));
  return {
    words: `${verb} ${showValue(value)}${ignoreCase ? " ignoring case" : ""}`,
    test: (actual) => testText(actual, (text) => test(foldIf(ignoreCase, text), part)),
  };
}

export function matching(pattern: RegExp): Predicate {
  return {
    words: `match ${pattern}`,
    test(actual) {
      const text = asWritten(actual);
      if (text === undefined) return notText(actual);
      const outcome = findPattern(pattern, text);
      if (typeof outcome === "string") return outcomeOf(outcome === "found");
      return unfit(
        `matching took more than ${outcome.tooSlowMs} ms and was stopped: ` +
          `a repetition inside a repetition, as in (a+)+, can take for ever`,
      );
    },
  };
}

function testText(actual: unknown, test: (text: string) => boolean): Outcome {
  const text = asWritten(actual);
  return text === undefined ? notText(actual) : outcomeOf(test(text));
}

function notText(actual: unknown): Outcome {
  return unfit(`it was ${showValue(actual)}, which is not text`);
}
