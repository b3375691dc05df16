// The streams of a scenario by who opened them and by name, and what was expected on each last.
import type { JudgeArrival } from "../../src/journey/inbox.ts";
import type { Closable } from "../../src/journey/resources.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type {
  Feed,
  Refusal,
  Socket,
  SocketServer,
  StreamMessage,
} from "../../src/journey/stream-port.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import type { NewsKind } from "./parameters.ts";

/** A stream with what the scenario did with it. */
export interface OpenedFeed {
  readonly owner: string;
  readonly name: string | undefined;
  readonly feed: Feed;
  /** What an expectation took last. */
  taken: StreamMessage | undefined;
  /** True when a sentence expected that it ends: that nothing comes any more is then no surprise. */
  endExpected: boolean;
}

export class Feeds implements Closable {
  /** In order of use: the last is the one that sentences mean that name none. */
  readonly #opened: OpenedFeed[] = [];
  /** What a server answered instead of opening, for the sentence that expects it. */
  refusal: Refusal | undefined;

  add(owner: string, name: string | undefined, feed: Feed): OpenedFeed {
    const opened: OpenedFeed = { owner, name, feed, taken: undefined, endExpected: false };
    this.#opened.push(opened);
    return opened;
  }

  /** In order of use. */
  get all(): readonly OpenedFeed[] {
    return this.#opened;
  }

  /** The actor's stream of that kind: by its name, or the one used last. It is in front from now on. */
  of(owner: string, kind: NewsKind, name: string | undefined): OpenedFeed {
    return this.#front(
      (one) =>
        one.owner === owner && isOfKind(one, kind) && (name === undefined || one.name === name),
      () => tellMissing(owner, kind, name, this.#namesOf(kind)),
    );
  }

  /** The stream of that kind that was used last, whoever's. */
  last(kind: NewsKind): OpenedFeed {
    return this.#front(
      (one) => isOfKind(one, kind) || (kind === "message" && one.feed.kind === "WebSocket server"),
      () => tellMissing("I", kind, undefined, []),
    );
  }

  /** The WebSocket that somebody opened and that was used last: a server of the scenario is none. */
  lastSocket(): OpenedFeed & { readonly feed: Socket } {
    const found = this.#front(
      (one) => isOfKind(one, "message"),
      () => tellMissing("I", "message", undefined, []),
    );
    return found as OpenedFeed & { readonly feed: Socket };
  }

  server(name: string): OpenedFeed & { readonly feed: SocketServer } {
    const found = this.#front(
      (one) => one.feed.kind === "WebSocket server" && one.name === name,
      () => tellNoServer(name, this.#opened),
    );
    return found as OpenedFeed & { readonly feed: SocketServer };
  }

  socket(owner: string, name: string | undefined): Socket {
    return this.of(owner, "message", name).feed as Socket;
  }

  async close(): Promise<void> {
    await Promise.all(this.#opened.map(({ feed }) => feed.close()));
  }

  #front(isWanted: (one: OpenedFeed) => boolean, tell: () => string): OpenedFeed {
    const at = this.#opened.findLastIndex(isWanted);
    const [found] = at === -1 ? [] : this.#opened.splice(at, 1);
    if (found === undefined) throw new StoryError(tell());
    this.#opened.push(found);
    return found;
  }

  #namesOf(kind: NewsKind): readonly string[] {
    return this.#opened
      .filter((one) => isOfKind(one, kind))
      .map(({ owner, name }) => `${owner}'s${name === undefined ? "" : ` "${name}"`}`);
  }
}

/** Those of the scenario; they are gone with it. */
export function feedsOf(world: StoryWorld): Feeds {
  return world.resources.of("streams", () => new Feeds());
}

function isOfKind({ feed }: OpenedFeed, kind: NewsKind): boolean {
  return feed.kind === (kind === "message" ? "WebSocket" : "event stream");
}

function tellMissing(
  owner: string,
  kind: NewsKind,
  name: string | undefined,
  known: readonly string[],
): string {
  const what = kind === "message" ? "WebSocket" : "event stream";
  const named = name === undefined ? "" : ` named "${name}"`;
  const way =
    kind === "message"
      ? `connect to the WebSocket "/live"${name === undefined ? "" : ` as "${name}"`}`
      : `listen to the events at "/events"${name === undefined ? "" : ` as "${name}"`}`;
  const others = known.length === 0 ? "" : ` Open are: ${known.join(", ")}.`;
  return (
    `${owner} ${owner === "I" ? "have" : "has"} opened no ${what}${named} yet.${others}\n` +
    `Open it first, for example: When ${owner} ${owner === "I" ? way : way.replace(/^(connect|listen)/, "$1s")}`
  );
}

function tellNoServer(name: string, opened: readonly OpenedFeed[]): string {
  const names = opened
    .filter(({ feed }) => feed.kind === "WebSocket server")
    .map((one) => `"${one.name}"`);
  const others = names.length === 0 ? "" : ` There are: ${names.join(", ")}.`;
  return `There is no WebSocket server "${name}".${others}\nStart it first: Given a WebSocket server as "${name}"`;
}

export type Judge = JudgeArrival<StreamMessage>;
