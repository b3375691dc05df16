// Phrases that send a request again: as it was, until something holds, with what the last answer gave.
import { Then, When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { ApiResponse } from "../../src/journey/api-port.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { lastAsker, readCondition, sendUntil } from "./polling.ts";
import type { Patience } from "./polling-parameters.ts";
import { type Asked, drafted } from "./sending.ts";

When(
  ...phrase("{actor} {repeating}", async (actor: Actor, _words: string) => {
    await actor.api.send(actor.api.lastRequest);
  }),
);

When(
  ...phrase(
    "{actor} repeat(s)/resend(s) the (last )request with its/the ETag",
    async (actor: Actor) => {
      const { lastRequest, lastResponse } = actor.api;
      const headers = { ...lastRequest.headers, "if-none-match": etagOf(lastResponse) };
      await actor.api.send({ ...lastRequest, headers });
    },
  ),
);

function etagOf(response: ApiResponse): string {
  const etag = response.header("etag");
  if (etag !== undefined) return etag;
  throw new Error(`${response.exchange.request.method} ${response.url} answered without an ETag.`);
}

When(
  ...phrase("{actor} follow(s) the redirect", async (actor: Actor) => {
    const { lastRequest, lastResponse } = actor.api;
    const location = lastResponse.header("location");
    if (location === undefined) {
      throw new Error(
        `There is no redirect to follow: ${lastResponse.url} answered ${lastResponse.status} without a location.\n` +
          'Redirects are followed by themselves, unless a sentence before says "I do not follow redirects".',
      );
    }
    const path = new URL(location, lastResponse.url).href;
    const keepsMethod = lastResponse.status === 307 || lastResponse.status === 308;
    const next = keepsMethod ? lastRequest : { method: "GET", headers: lastRequest.headers };
    await actor.api.send({ ...next, path, query: undefined, redirects: "manual" });
  }),
);

When(
  ...phrase(
    "{actor} {request} {address}{pace} until {condition}{pace}",
    async function (
      this: StoryWorld,
      actor: Actor,
      method: string,
      path: string,
      before: Patience,
      condition: string,
      after: Patience,
    ) {
      const judge = readCondition(this, condition);
      const request = drafted(this, actor, { method, path });
      await sendUntil(this, actor, request, judge, { ...before, ...after });
    },
  ),
);

When(
  ...phrase(
    "{actor} {repeats}( the)( last)( same)( previous)( request){pace} until {condition}{pace}",
    async function (
      this: StoryWorld,
      actor: Actor,
      _verb: string,
      before: Patience,
      condition: string,
      after: Patience,
    ) {
      const judge = readCondition(this, condition);
      await sendUntil(this, actor, actor.api.lastRequest, judge, { ...before, ...after });
    },
  ),
);

/** Asks again what was asked last. What may change something must not be repeated unasked. */
async function demandWithin(
  world: StoryWorld,
  condition: string,
  patience: Patience,
): Promise<void> {
  const actor = lastAsker(world);
  const asked =
    /^(?:an? |the )?"?(GET|HEAD)"? (?:requests? )?(?:to |on |for )?(.*?) should .*?\b([1-5]\d\d)$/.exec(
      condition,
    );
  if (asked !== null) {
    const [, method = "GET", address = "", status] = asked;
    const path = world.resolve(address.replace(/^["']|["']$/g, ""));
    const request = drafted(world, actor, { method, path });
    return await sendUntil(world, actor, request, judgeStatus(Number(status)), patience);
  }
  const { lastRequest } = actor.api;
  if (!/^(?:GET|HEAD|OPTIONS)$/i.test(lastRequest.method)) {
    throw new StoryError(
      `This step asks again until the answer is right, and the last request was ${lastRequest.method}, which may do its work twice.\n` +
        'Ask for what it changed: I send a GET request to "…" until …; or say that it may be repeated: I repeat the request until …',
    );
  }
  await sendUntil(world, actor, lastRequest, readCondition(world, condition), patience);
}

Then(
  ...phrase("{eventual}", async function (this: StoryWorld, words: string) {
    const condition = words.replace(
      / should eventually (not )?/,
      (_, not = "") => ` should ${not}`,
    );
    await demandWithin(this, condition, {});
  }),
);

When(
  ...phrase(
    "{actor} wait(s){pace} until/for {demanded}{pace}",
    async function (
      this: StoryWorld,
      _actor: Actor,
      before: Patience,
      condition: string,
      after: Patience,
    ) {
      await demandWithin(this, condition, { ...before, ...after });
    },
  ),
);

Then(
  ...phrase(
    "{soon} {demanded}",
    async function (this: StoryWorld, withinMs: number | undefined, condition: string) {
      await demandWithin(this, condition, withinMs === undefined ? {} : { withinMs });
    },
  ),
);

Then(
  ...phrase(
    "{demanded} within {duration}",
    async function (this: StoryWorld, condition: string, withinMs: number) {
      await demandWithin(this, condition, { withinMs });
    },
  ),
);

function judgeStatus(wanted: number): (response: ApiResponse) => string | undefined {
  return ({ status }) =>
    status === wanted
      ? undefined
      : `expected the response status to be ${wanted}, but it was ${status}`;
}

When(
  ...phrase(
    "{actor} wait(s){pace} until/for {polled} {answers} {status}{pace}",
    async function (
      this: StoryWorld,
      actor: Actor,
      before: Patience,
      asked: Asked,
      _words: string,
      status: number,
      after: Patience,
    ) {
      const request = drafted(this, actor, asked);
      await sendUntil(this, actor, request, judgeStatus(status), { ...before, ...after });
    },
  ),
);

/** More are load, which other tools make better and no sentence should hide. */
const mostRequests = 1000;

async function repeatRequest(times: number, sendOne: () => Promise<unknown>): Promise<void> {
  if (times > mostRequests)
    throw new StoryError(`${times} requests in one step are too many; at most ${mostRequests}.`);
  for (let count = 0; count < times; count += 1) await sendOne();
}

When(
  ...phrase(
    "{actor} send(s)/repeat(s)/resend(s) the (last )(same )request {int} time(s)",
    async (actor: Actor, times: number) => {
      const { lastRequest } = actor.api;
      await repeatRequest(times, () => actor.api.send(lastRequest));
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s)/make(s)/perform(s)/issue(s) {int} {method} requests to {address}",
    async function (this: StoryWorld, actor: Actor, times: number, method: string, path: string) {
      const request = drafted(this, actor, { method, path });
      await repeatRequest(times, () => actor.api.send(request));
    },
  ),
);
