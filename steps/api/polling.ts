// Asking again until an answer is right, and the words when it never is. It holds no phrases.
import type { Actor } from "../../src/journey/actor.ts";
import type { ApiRequest, ApiResponse } from "../../src/journey/api-port.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { readCheck } from "../read-check.ts";
import type { Patience } from "./polling-parameters.ts";
import { judgePart } from "./response-part.ts";
import { withBody } from "./response-values.ts";
import { exactPartPattern, quoted, readResponsePart, statusPattern } from "./response-words.ts";

/** The failure, if the answer is not right yet. */
export type Judge = (response: ApiResponse) => string | undefined;

const status = new RegExp(`^${statusPattern} `);
const part = new RegExp(`^(?:${exactPartPattern}) `);
const path = new RegExp(`^${quoted} `);

/** What `{condition}` says: a check of the status or of a part of the answer. Throws when it is none. */
export function readCondition(world: StoryWorld, text: string): Judge {
  const [words = ""] = status.exec(text) ?? [];
  if (words !== "") {
    const check = readCheck(world, text.slice(words.length));
    return (response) => check.judge(response.status, "the response status");
  }
  const [subject] = part.exec(text) ?? path.exec(text) ?? [];
  if (subject === undefined) throw new StoryError(tellCondition(text));
  const check = readCheck(world, text.slice(subject.length));
  const spoken = /^["']/.test(subject) ? `the response ${subject}` : subject;
  const what = readResponsePart(spoken.trim(), (quoted) => world.resolve(quoted));
  return (response) => judgePart(response, what, check);
}

function tellCondition(text: string): string {
  return (
    `"${text}" says nothing about an answer that could be waited for.\n` +
    'Say: the response status is 200, or the response field "status" is "paid".'
  );
}

/** Judges each answer; at the end of the time the last failure is the error, with how often it was asked. */
export async function sendUntil(
  world: StoryWorld,
  actor: Actor,
  request: ApiRequest,
  judge: Judge,
  patience: Patience = {},
): Promise<void> {
  const { withinMs } = patience;
  demandTime(world, withinMs);
  let failure: string | undefined;
  let answers = 0;
  const passes = (response: ApiResponse): boolean => {
    answers += 1;
    failure = tryToJudge(judge, response);
    return failure === undefined || answers === patience.times;
  };
  const last = await actor.api.poll(request, passes, patience);
  if (failure === undefined) return;
  const limitMs = withinMs ?? world.settings.timeouts.requestMs;
  const times = answers === 1 ? "once" : `${answers} times`;
  throw new Error(withBody(`${failure}\n(asked ${times} within ${limitMs} ms)`, last));
}

/** An answer that is not even JSON yet is not right yet. */
function tryToJudge(judge: Judge, response: ApiResponse): string | undefined {
  try {
    return judge(response);
  } catch (error) {
    // Asking again mends no sentence.
    if (error instanceof StoryError) throw error;
    return error instanceof Error ? error.message : String(error);
  }
}

/** cucumber ends a step after `stepMs` and then says nothing of the answers that came. */
function demandTime(world: StoryWorld, withinMs: number | undefined): void {
  const { stepMs } = world.settings.timeouts;
  if (withinMs === undefined || withinMs < stepMs) return;
  throw new StoryError(
    `This step may wait for ${withinMs} ms, but a step ends after ${stepMs} ms.\n` +
      "Wait for a shorter time, or raise `timeouts.stepMs` in cucumber.js.",
  );
}

/** Whose answer came last. */
export function lastAsker(world: StoryWorld): Actor {
  const asked = world.actors.filter(({ openApi }) => openApi?.lastResponseAtMs !== undefined);
  const latest = asked.toSorted(
    (one, other) => (other.api.lastResponseAtMs ?? 0) - (one.api.lastResponseAtMs ?? 0),
  );
  return latest[0] ?? world.actor();
}
