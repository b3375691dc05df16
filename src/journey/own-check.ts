// A team's own check, kept from proving or refuting anything when it is itself at fault.
import { StoryError } from "./story-error.ts";

/**
 * Answers whether a value is of that kind: true or false, or words for what is wrong with it.
 * It is never asked about what is not there.
 */
export type OwnCheck = (value: unknown) => boolean | string;

export interface OwnKind {
  /** As the team spells it. */
  readonly name: string;
  readonly test: OwnCheck;
}

/** The check, which throws a StoryError that names it where the team's code throws or gives no answer. */
export function reliableKind(name: string, check: OwnCheck): OwnKind {
  return {
    name,
    test(value) {
      const answer = answerOf(name, check, value);
      if (typeof answer === "boolean" || typeof answer === "string") return answer;
      throw new StoryError(tellNoAnswer(name, answer));
    },
  };
}

function answerOf(name: string, check: OwnCheck, value: unknown): unknown {
  try {
    return check(value);
  } catch (error) {
    // A check that asks another one, which is at fault.
    if (error instanceof StoryError) throw error;
    throw new StoryError(`The check "${name}" (defineCheck) is at fault: ${tellThrown(error)}`);
  }
}

/** What was thrown, and where in the team's code. */
function tellThrown(error: unknown): string {
  if (!(error instanceof Error)) return `it threw ${typeof error}`;
  const place = /^\s+at .*/m.exec(error.stack ?? "")?.[0];
  return `it threw ${error.name}: ${error.message}${place === undefined ? "" : `\n${place}`}`;
}

function tellNoAnswer(name: string, answer: unknown): string {
  const must = `The check "${name}" (defineCheck) is at fault: it must answer true, false or a text`;
  if (!isPromise(answer)) return `${must}, and answered ${kindOf(answer)}.`;
  // Nobody waits for it: that it fails as well is no news.
  Promise.resolve(answer).catch(() => undefined);
  return `${must} at once, and answered a promise. Do what takes time in a step before, and remember what came of it.`;
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && "then" in value;
}

function kindOf(value: unknown): string {
  if (value === undefined) return "nothing (is a `return` missing?)";
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : `a value of type ${typeof value}`;
}
