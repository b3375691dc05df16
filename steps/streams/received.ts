// Phrases about the message or event that was expected last ("the message"), or that came last ("the last message").
import { Then, When } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import { readJsonPath } from "../../src/checks/json-path.ts";
import type { StreamMessage } from "../../src/journey/stream-port.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import type { Within } from "../waiting.ts";
import { tellUnread } from "./expectations.ts";
import { feedsOf, type Judge } from "./feeds.ts";
import { judgeContent, judgeField, judgeText, readJson } from "./judging.ts";
import type { EventPart, NewsKind, Received } from "./parameters.ts";

/** The one that an expectation took last; without any, the oldest that is there or comes in time. */
async function messageOf(
  world: StoryWorld,
  kind: NewsKind,
  within: Within,
): Promise<StreamMessage> {
  const opened = feedsOf(world).last(kind);
  if (opened.taken !== undefined) return opened.taken;
  const { inbox } = opened.feed;
  const taken = await inbox.take(() => undefined, within ?? world.settings.timeouts.expectMs);
  if (taken.kind === "missed") throw new Error(`No ${kind} came.\n${tellUnread(opened.feed)}`);
  opened.taken = taken.item;
  return taken.item;
}

/** Whatever came last must pass, now or in time. */
async function judgeNewest(
  world: StoryWorld,
  kind: NewsKind,
  judge: Judge,
  within: Within,
): Promise<void> {
  const { feed } = feedsOf(world).last(kind);
  const { inbox } = feed;
  let failure: string | undefined = `no ${kind} came`;
  const passes = (): boolean => {
    if (inbox.newest !== undefined) failure = judge(inbox.newest);
    return failure === undefined;
  };
  if (await inbox.until(passes, within ?? world.settings.timeouts.expectMs)) return;
  throw new Error(`${failure}\n${tellUnread(feed)}`);
}

async function judgeReceived(
  world: StoryWorld,
  { kind, newest }: Pick<Received, "kind" | "newest">,
  judge: Judge,
  within: Within,
): Promise<void> {
  if (newest) return await judgeNewest(world, kind, judge, within);
  const message = await messageOf(world, kind, within);
  const failure = judge(message);
  if (failure !== undefined) throw new Error(`${failure}\nIt is: ${message.text.slice(0, 1_000)}`);
}

Then(
  ...phrase(
    "{received} {check}{within}",
    async function (this: StoryWorld, received: Received, check: Check, within: Within) {
      const { kind, newest, path } = received;
      const judge =
        path === undefined
          ? judgeText(check, `the ${newest ? "last " : ""}${kind}`)
          : judgeField(path, check);
      await judgeReceived(this, received, judge, within);
    },
  ),
);

Then(
  ...phrase(
    "{received} should {contentverb}:",
    async function (this: StoryWorld, received: Received, verb: string, content: string) {
      await judgeReceived(this, received, judgeContent(this, content, verb), undefined);
    },
  ),
);

async function judgePart(
  this: StoryWorld,
  { part, newest }: EventPart,
  check: Check,
): Promise<void> {
  const judge: Judge = ({ [part]: value }) =>
    check.judge(value, `the ${part === "id" ? "id" : "name"} of the event`);
  await judgeReceived(this, { kind: "event", newest }, judge, undefined);
}

Then(...phrase("{eventpart} {check}", judgePart));

Then(
  ...phrase(
    "{eventhas} {text}",
    async function (this: StoryWorld, { part, newest }: EventPart, wanted: string) {
      const judge: Judge = ({ [part]: value }) =>
        value === wanted
          ? undefined
          : `expected the ${part === "id" ? "id" : "name"} of the event to be "${wanted}", but it was ${value === undefined ? "absent" : `"${value}"`}`;
      await judgeReceived(this, { kind: "event", newest }, judge, undefined);
    },
  ),
);

/** JSON as the value it is. */
function jsonOf({ text }: StreamMessage): unknown {
  const json = readJson(text);
  return json === undefined ? text : json.value;
}

function partOf({ text }: StreamMessage, kind: NewsKind, path: string): unknown {
  const found = readJsonPath(readJson(text)?.value, path);
  if (found.kind === "found") return found.value;
  throw new Error(
    `There is nothing to remember at "${path}" of the ${kind}: ${found.message}\nIt is: ${text.slice(0, 1_000)}`,
  );
}

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s)/keep(s)/extract(s) {received} as {text}",
    async function (
      this: StoryWorld,
      _actor: unknown,
      { kind, newest, path }: Received,
      name: string,
    ) {
      const last = newest ? feedsOf(this).last(kind).feed.inbox.newest : undefined;
      const message = last ?? (await messageOf(this, kind, undefined));
      const value = path === undefined ? jsonOf(message) : partOf(message, kind, path);
      this.memory.remember(name, value);
    },
  ),
);
