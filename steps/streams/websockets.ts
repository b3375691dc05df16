// Phrases by which an actor opens a WebSocket and closes it, and how it must end.
import { type DataTable, Given, Then, When } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { Closure, Feed } from "../../src/journey/stream-port.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { pairsOf } from "../tables.ts";
import { silenceMs, type Within } from "../waiting.ts";
import { tellClosure } from "./expectations.ts";
import { feedsOf } from "./feeds.ts";
import { connect, type Opening, tryToConnect } from "./opening.ts";

/** With "tries to" a refusal is remembered, for the sentence that expects it. */
async function open(
  world: StoryWorld,
  actor: Actor,
  attempt: boolean,
  opening: Opening,
): Promise<void> {
  if (attempt) await tryToConnect(world, actor, opening);
  else await connect(world, actor, opening);
}

/** The code of a sentence that says something behind the address and the name: `read` takes that. */
function openingWith<Said>(read: (said: Said, world: StoryWorld) => Omit<Opening, "path">) {
  return async function (
    this: StoryWorld,
    actor: Actor,
    attempt: boolean,
    path: string,
    name: string | undefined,
    said: Said,
  ): Promise<void> {
    await open(this, actor, attempt, { path, name, ...read(said, this) });
  };
}

Given(
  ...phrase(
    "{actor} {connecting} {text}{asname}",
    async function (this: StoryWorld, actor: Actor, attempt: boolean, path: string, name?: string) {
      await open(this, actor, attempt, { path, name });
    },
  ),
);

When(
  ...phrase(
    "{actor} {connecting} {text}{asname} with (the )sub-protocol/subprotocol/protocol {text}",
    openingWith((protocol: string) => ({ protocol })),
  ),
);

When(
  ...phrase(
    "{actor} {connecting} {text}{asname} with (the )(bearer )(access )(auth )token {text}",
    openingWith((token: string) => ({ headers: { authorization: `Bearer ${token}` } })),
  ),
);

When(
  ...phrase(
    "{actor} {connecting} {text}{asname} with (the )(following )headers:",
    openingWith((table: DataTable, world) => {
      const headers = Object.fromEntries(pairsOf(world, table, "  | x-shop-key | 123 |"));
      return { headers };
    }),
  ),
);

Then(
  ...phrase(
    "{actor} should not be able to connect to {socket} {text}",
    async function (this: StoryWorld, actor: Actor, _socket: string, path: string) {
      const answer = await tryToConnect(this, actor, { path });
      if (answer.kind !== "refused") {
        throw new Error(`expected the WebSocket "${path}" to be refused, but it was opened`);
      }
    },
  ),
);

function demandRefusal(world: StoryWorld, status: number | undefined): void {
  const { refusal } = feedsOf(world);
  const expectation = `expected the connection to be refused${status === undefined ? "" : ` with ${status}`}`;
  if (refusal === undefined) throw new Error(`${expectation}, but no server refused one`);
  if (status === undefined || refusal.status === status) return;
  throw new Error(`${expectation}, but it was with ${refusal.status}:\n${refusal.body}`);
}

Then(
  ...phrase("{socket} {refused}", function (this: StoryWorld, _socket: string, _refused: string) {
    demandRefusal(this, undefined);
  }),
);

Then(
  ...phrase(
    "{socket} {refused} with (the )(HTTP )(status )(code ){int}",
    function (this: StoryWorld, _socket: string, _refused: string, status: number) {
      demandRefusal(this, status);
    },
  ),
);

When(
  ...phrase(
    "{actor} close(s) {socket}",
    async function (this: StoryWorld, actor: Actor, _socket: string) {
      await feedsOf(this).socket(actor.name, undefined).disconnect();
    },
  ),
);

When(
  ...phrase(
    "{actor} close(s) {socket} with (the )code {int}",
    async function (this: StoryWorld, actor: Actor, _socket: string, code: number) {
      await feedsOf(this).socket(actor.name, undefined).disconnect(code);
    },
  ),
);

When(
  ...phrase(
    "{actor} close(s) {socket} with (the )code {int} and (the )reason {text}",
    async function (this: StoryWorld, actor: Actor, _socket: string, code: number, reason: string) {
      await feedsOf(this).socket(actor.name, undefined).disconnect(code, reason);
    },
  ),
);

When(
  ...phrase(
    "{actor} disconnect(s)( from the WebSocket)( from the server)",
    async function (this: StoryWorld, actor: Actor) {
      await feedsOf(this).socket(actor.name, undefined).disconnect();
    },
  ),
);

/** Waits for the end. Throws when the connection stays open, or ends in another way. */
async function demandEnd(
  world: StoryWorld,
  within: Within,
  expected: Partial<Closure>,
): Promise<void> {
  const opened = feedsOf(world).lastSocket();
  const { feed } = opened;
  opened.endExpected = true;
  const withinMs = within ?? world.settings.timeouts.expectMs;
  await feed.inbox.until(() => feed.closure !== undefined, withinMs);
  const { closure } = feed;
  const entries = Object.entries(expected) as [keyof Closure, unknown][];
  if (closure !== undefined && entries.every(([key, value]) => closure[key] === value)) return;
  const wanted = entries.map(([key, value]) => ` ${key} ${JSON.stringify(value)}`).join(" and");
  const how = wanted === "" ? "" : ` with${wanted}`;
  throw new Error(
    `expected the connection to be closed${how} within ${withinMs} ms.\n${tellClosure(feed)}`,
  );
}

Then(
  ...phrase(
    "{socket} should be closed{within}",
    async function (this: StoryWorld, _socket: string, within: Within) {
      await demandEnd(this, within, {});
    },
  ),
);

Then(
  ...phrase(
    "{socket} should be closed by the server{within}",
    async function (this: StoryWorld, _socket: string, within: Within) {
      await demandEnd(this, within, { by: "server" });
    },
  ),
);

Then(
  ...phrase(
    "the server should close {socket}{within}",
    async function (this: StoryWorld, _socket: string, within: Within) {
      await demandEnd(this, within, { by: "server" });
    },
  ),
);

Then(
  ...phrase(
    "{socket} should be closed with (the )(status )(close )code {int}{within}",
    async function (this: StoryWorld, _socket: string, code: number, within: Within) {
      await demandEnd(this, within, { code });
    },
  ),
);

Then(
  ...phrase(
    "{socket} should be closed with (the )(status )(close )code {int} and (the )reason {text}{within}",
    async function (
      this: StoryWorld,
      _socket: string,
      code: number,
      reason: string,
      within: Within,
    ) {
      await demandEnd(this, within, { code, reason });
    },
  ),
);

Then(
  ...phrase(
    "{socket} should be/stay/remain open/established/connected{within}",
    async function (this: StoryWorld, _socket: string, within: Within) {
      const { feed } = feedsOf(this).lastSocket();
      await feed.inbox.until(() => isClosed(feed), within ?? silenceMs);
      if (isClosed(feed)) {
        throw new Error(`expected the connection to stay open.\n${tellClosure(feed)}`);
      }
    },
  ),
);

function isClosed({ closure }: Feed): boolean {
  return closure !== undefined;
}

Then(
  ...phrase(
    "the WebSocket sub-protocol/subprotocol {check}",
    function (this: StoryWorld, check: Check) {
      const { protocol } = feedsOf(this).lastSocket().feed;
      const failure = check.judge(protocol, "the sub-protocol of the WebSocket");
      if (failure !== undefined) throw new Error(failure);
    },
  ),
);
