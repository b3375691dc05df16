// How sentences open streams: with the actor's session, and what was drafted for the next request.
import type { StreamDriver, StreamRequest } from "../../src/drivers/streams.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { Feed, Refusal } from "../../src/journey/stream-port.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { belowBase } from "../api/base-address.ts";
import { feedsOf } from "./feeds.ts";

export interface Opening {
  readonly path: string;
  readonly name?: string | undefined;
  readonly protocol?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function streamDriver(world: StoryWorld): Promise<StreamDriver> {
  const { createStreamDriver } = await import("../../src/drivers/streams.ts");
  const { environmentName, environment, timeouts } = world.settings;
  return createStreamDriver({ environmentName, environment, requestMs: timeouts.requestMs });
}

/** Opens a WebSocket. Throws with the status when the server refuses it. */
export async function connect(world: StoryWorld, actor: Actor, opening: Opening): Promise<void> {
  demandOpened("WebSocket", opening, await tryToConnect(world, actor, opening));
}

/** Opens a WebSocket, or remembers the refusal. */
export async function tryToConnect(
  world: StoryWorld,
  actor: Actor,
  opening: Opening,
): Promise<Feed | Refusal> {
  const request = await requestFor(world, actor, opening);
  return keep(world, actor, opening, await (await streamDriver(world)).openSocket(request));
}

/** Opens an event stream. Throws with the status when the answer is none. */
export async function listen(world: StoryWorld, actor: Actor, opening: Opening): Promise<void> {
  const request = await requestFor(world, actor, opening);
  const answer = await (await streamDriver(world)).openEvents(request);
  demandOpened("event stream", opening, keep(world, actor, opening, answer));
}

function keep(
  world: StoryWorld,
  actor: Actor,
  { name }: Opening,
  answer: Feed | Refusal,
): Feed | Refusal {
  const feeds = feedsOf(world);
  feeds.refusal = answer.kind === "refused" ? answer : undefined;
  if (answer.kind !== "refused") feeds.add(actor.name, name, answer);
  return answer;
}

function demandOpened(what: string, { path }: Opening, answer: Feed | Refusal): void {
  if (answer.kind !== "refused") return;
  const { status, body } = answer;
  const said = body === "" ? "an empty body" : `the body:\n${body}`;
  throw new Error(
    `The ${what} "${path}" was not opened: the server answered ${status} with ${said}`,
  );
}

async function requestFor(
  world: StoryWorld,
  actor: Actor,
  { path, protocol, headers }: Opening,
): Promise<StreamRequest> {
  const drafted = actor.draft.take();
  const own = { ...drafted.headers, ...headers };
  learnSecrets(world, actor, belowBase(world, path), own);
  return {
    path: belowBase(world, path),
    query: drafted.query,
    sessionHeaders: actor.api.headers,
    headers: own,
    cookies: await actor.api.cookies(),
    ...(protocol !== undefined && { protocols: [protocol] }),
  };
}

/** A stream is no exchange that evidence keeps, but failures show its address, and servers may repeat what they were told. */
function learnSecrets(
  { secrets }: StoryWorld,
  { name: actor }: Actor,
  url: string,
  headers: Readonly<Record<string, string>>,
): void {
  const request = { method: "GET", url, headers: Object.entries(headers) };
  secrets.learnFrom({ actor, request, startedAtMs: 0, durationMs: 0 });
}
