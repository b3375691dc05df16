// A kind of failed journeys as evidence: the first of it with its error, its steps and its last exchanges, redacted.
import type { FailureKind } from "../gates/failures.ts";
import type { Exchange } from "../journey/exchange.ts";
import type { SecretKeeper } from "../journey/secret-keeper.ts";
import { cutExchange, cutText } from "./cut-exchange.ts";
import type { FailedJourney, FailureEvidence } from "./measured-gates.ts";
import { redactExchange } from "./redact-exchange.ts";

/** The first kind gets more than each of the others: it is the most frequent one, and the one that is read. */
const ofTheFirst = { exchanges: 10, body: 8 * 1024, error: 8 * 1024, steps: 100 };
const ofOthers = { exchanges: 3, body: 1024, error: 1024, steps: 20 };

/** A sentence is shorter; more would be a text in quotes. */
export const longestSentence = 300;

/** Characters of JSON that all exchanges of failures may have together: with all else, some hundred kilobytes. */
const roomForExchanges = 128 * 1024;

export class FailureRoom {
  #left = roomForExchanges;
  #isFirst = true;

  /** The limits of the next kind. */
  next(): typeof ofOthers {
    const limits = this.#isFirst ? ofTheFirst : ofOthers;
    this.#isFirst = false;
    return limits;
  }

  /** Whether there is room for it; then it is taken. */
  take(exchange: Exchange): boolean {
    const { length } = JSON.stringify(exchange);
    if (length > this.#left) return false;
    this.#left -= length;
    return true;
  }
}

export function reduceFailure(
  failure: FailureKind,
  keeper: SecretKeeper,
  room: FailureRoom,
): FailureEvidence {
  const { title, count, journey, wayOut } = failure;
  return {
    title: cutText(keeper.redact(title), 2 * longestSentence),
    count,
    journey,
    ...(wayOut !== undefined && { wayOut }),
    first: reduceFirst(failure.first, keeper, room),
  };
}

function reduceFirst(
  first: FailureKind["first"],
  keeper: SecretKeeper,
  room: FailureRoom,
): FailedJourney {
  const limits = room.next();
  const { kind, exchanges } = first;
  const kept = keepLast(exchanges, limits, keeper, room);
  const leftOut = exchanges.length - kept.length;
  return {
    kind,
    ...("step" in first &&
      first.step !== undefined && {
        step: cutText(keeper.redact(first.step), longestSentence),
      }),
    ...(kind === "timed-out" && { deadlineMs: first.deadlineMs }),
    ...(kind === "failed" && { error: reduceError(first.error, limits.error, keeper) }),
    steps: first.steps.slice(-limits.steps).map(({ text, durationMs }) => {
      const kept = cutText(keeper.redact(text), longestSentence);
      return { text: kept, durationMs: Math.round(durationMs * 1_000) / 1_000 };
    }),
    exchanges: kept,
    ...(leftOut > 0 && { exchangesLeftOut: leftOut }),
  };
}

function reduceError(
  { message, stack }: Error,
  longest: number,
  keeper: SecretKeeper,
): NonNullable<FailedJourney["error"]> {
  const shorten = (text: string) => cutText(keeper.redact(text), longest);
  return { message: shorten(message), ...(stack && { stack: shorten(stack) }) };
}

/** The last ones, since what went wrong is there; as many as there is room for. */
function keepLast(
  exchanges: readonly Exchange[],
  limits: typeof ofOthers,
  keeper: SecretKeeper,
  room: FailureRoom,
): readonly Exchange[] {
  const kept: Exchange[] = [];
  for (const exchange of exchanges.slice(-limits.exchanges).reverse()) {
    const reduced = cutExchange(redactExchange(exchange, keeper), limits.body);
    if (!room.take(reduced)) break;
    kept.unshift(reduced);
  }
  return kept;
}
