// Phrases that send a request again: as it was, until something holds, with what the last answer gave.
import { When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { ApiResponse } from "../../src/journey/api-port.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { readCondition, sendUntil } from "./polling.ts";
import { drafted } from "./sending.ts";

When(
  ...phrase("{actor} repeat(s)/resend(s) the (last )(same )request", async (actor: Actor) => {
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
    "{actor} send(s)/make(s) a/an {method} request to {address} until {condition}",
    async function (
      this: StoryWorld,
      actor: Actor,
      method: string,
      path: string,
      condition: string,
    ) {
      await sendUntil(this, actor, drafted(actor, method, path), readCondition(this, condition));
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s)/make(s) a/an {method} request to {address} until {condition} within {duration}",
    async function (
      this: StoryWorld,
      actor: Actor,
      method: string,
      path: string,
      condition: string,
      withinMs: number,
    ) {
      const judge = readCondition(this, condition);
      await sendUntil(this, actor, drafted(actor, method, path), judge, withinMs);
    },
  ),
);

When(
  ...phrase(
    "{actor} repeat(s)/retry/retries the (last )request until {condition}",
    async function (this: StoryWorld, actor: Actor, condition: string) {
      await sendUntil(this, actor, actor.api.lastRequest, readCondition(this, condition));
    },
  ),
);

When(
  ...phrase(
    "{actor} repeat(s)/retry/retries the (last )request until {condition} within {duration}",
    async function (this: StoryWorld, actor: Actor, condition: string, withinMs: number) {
      const judge = readCondition(this, condition);
      await sendUntil(this, actor, actor.api.lastRequest, judge, withinMs);
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
    "{actor} wait(s) until a/an {method} request to {address} returns/answers/gives {status}",
    async function (this: StoryWorld, actor: Actor, method: string, path: string, status: number) {
      await sendUntil(this, actor, drafted(actor, method, path), judgeStatus(status));
    },
  ),
);

When(
  ...phrase(
    "{actor} wait(s) until a/an {method} request to {address} returns/answers/gives {status} within {duration}",
    async function (
      this: StoryWorld,
      actor: Actor,
      method: string,
      path: string,
      status: number,
      withinMs: number,
    ) {
      await sendUntil(this, actor, drafted(actor, method, path), judgeStatus(status), withinMs);
    },
  ),
);
