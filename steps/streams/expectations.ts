// Waiting for messages and events, and what a failure says that did arrive.
import { showValue } from "../../src/checks/shown-value.ts";
import type { Missed } from "../../src/journey/inbox.ts";
import type { Feed, StreamMessage } from "../../src/journey/stream-port.ts";
import type { Judge, OpenedFeed } from "./feeds.ts";
import type { News, NewsCount } from "./parameters.ts";

/** As many messages as a person reads, and as much of each. */
const shownMessages = 10;
const shownCharacters = 300;

/** Any message, or with a name only the events of that name. */
export function judgeNews({ event }: News, judge: Judge = () => undefined): Judge {
  return (message) => {
    if (event === undefined || message.event === event) return judge(message);
    return `it is the event "${message.event}"`;
  };
}

/** Takes the oldest that passes. Throws with what arrived instead. */
export async function expectNews(
  opened: OpenedFeed,
  wanted: string,
  judge: Judge,
  withinMs: number,
): Promise<StreamMessage> {
  const { feed } = opened;
  const taken = await feed.inbox.take(judge, withinMs);
  if (taken.kind === "taken") {
    opened.taken = taken.item;
    return taken.item;
  }
  const why = taken.failure === undefined ? "" : `\nThe last of them: ${taken.failure}`;
  throw new Error(
    `expected ${wanted} ${tellPeriod(feed, withinMs)}, but none came.\n${tellUnread(feed)}${why}`,
  );
}

/**
 * Waits out the time. Throws when one comes that passes, or came before and was not expected; and when that cannot be
 * told, since the connection ended by itself or not all that came could be looked at.
 */
export async function expectSilence(
  opened: OpenedFeed,
  wanted: string,
  judge: Judge,
  withinMs: number,
): Promise<void> {
  const expectation = `expected no ${wanted} within ${withinMs} ms`;
  const taken = await opened.feed.inbox.take(judge, withinMs);
  if (taken.kind === "taken") {
    throw new Error(`${expectation}, but this came:\n${list([taken.item])}`);
  }
  const doubt = doubtSilence(opened, taken);
  if (doubt !== undefined) throw new Error(`${expectation}, but that cannot be told: ${doubt}`);
}

/** Why it may be that one came, or would have come; undefined when that is out of the question. */
function doubtSilence({ feed, endExpected }: OpenedFeed, { gap }: Missed): string | undefined {
  const { dropped } = feed.inbox;
  const wayOut = "Forget what came before with: When I ignore the messages so far";
  if (dropped > 0) {
    return `${dropped} older ones were let go unread, because there were too many.\n${wayOut}`;
  }
  if (gap === "unjudged") return `so many came that not all were looked at in time.\n${wayOut}`;
  if (gap !== "ended" || endExpected || feed.closure?.by === "client") return undefined;
  const stream = feed.kind === "event stream" ? "event stream" : "connection";
  return (
    `the ${stream} ended before the time was over.\n${tellClosure(feed)}\n` +
    `If it should end, say so before: Then the ${stream} should be closed`
  );
}

/**
 * Takes all that are there unread, once there are enough. Throws when fewer came in time, or more are there than that
 * many.
 */
export async function expectUnread(
  opened: OpenedFeed,
  { count, kind, atLeast }: NewsCount,
  withinMs: number,
): Promise<void> {
  const { feed } = opened;
  const { inbox } = feed;
  await inbox.until(() => inbox.unread.length >= count, withinMs);
  const { unread } = inbox;
  if (unread.length < count || (unread.length > count && !atLeast)) {
    throw new Error(
      `expected ${tellCount({ count, kind, atLeast })} ${tellPeriod(feed, withinMs)}, but it was ${unread.length}.\n${tellUnread(feed)}`,
    );
  }
  opened.taken = unread.at(-1) ?? opened.taken;
  inbox.clear();
}

/** Counts what ever came, expected or not. Takes none. */
export async function expectTotal(
  { feed }: OpenedFeed,
  wanted: NewsCount,
  withinMs: number,
): Promise<void> {
  const { count, atLeast } = wanted;
  const { inbox } = feed;
  await inbox.until(() => inbox.received >= count, withinMs);
  if (inbox.received === count || (atLeast && inbox.received > count)) return;
  throw new Error(`expected ${tellCount(wanted)} in all, but it was ${inbox.received}`);
}

function tellCount({ count, kind, atLeast }: NewsCount): string {
  return `${atLeast ? "at least " : ""}${count} ${kind}s`;
}

function tellPeriod({ closure }: Feed, withinMs: number): string {
  return closure === undefined ? `within ${withinMs} ms` : "before the connection ended";
}

/** What is there that nobody expected, and how the connection ended where it did. */
export function tellUnread(feed: Feed): string {
  const { unread, dropped } = feed.inbox;
  const ended = feed.closure === undefined ? "" : `\n${tellClosure(feed)}`;
  const letGo = dropped === 0 ? "" : `\n${dropped} older ones were let go: there were too many.`;
  if (unread.length === 0) return `Nothing unread is there from ${feed.address}.${letGo}${ended}`;
  const count = unread.length === 1 ? "1 other is" : `${unread.length} others are`;
  return `${count} there unread from ${feed.address}:\n${list(unread)}${letGo}${ended}`;
}

export function tellClosure({ closure, address }: Feed): string {
  if (closure === undefined) return `The connection to ${address} is open.`;
  const { by, code, reason } = closure;
  const how = {
    server: "was closed by the server",
    client: "was closed by us",
    network: "broke",
  }[by];
  const details = [
    ...(code === undefined ? [] : [`code ${code}`]),
    ...(reason === "" ? [] : [`reason "${reason}"`]),
  ];
  const shown = details.length === 0 ? "" : ` with ${details.join(" and ")}`;
  return `The connection to ${address} ${how}${shown}.`;
}

/** The last ones: what came near the moment that somebody looked. */
function list(messages: readonly StreamMessage[]): string {
  const shown = messages.slice(-shownMessages).map(showMessage);
  const left = messages.length - shown.length;
  return [...(left > 0 ? [`  … ${left} more before these`] : []), ...shown].join("\n");
}

function showMessage({ event, text }: StreamMessage): string {
  const shown = showValue(text, shownCharacters);
  return event === undefined ? `  ${shown}` : `  event "${event}": ${shown}`;
}
