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
import { judgeField, judgeJson, judgeText, readJson } from "./judging.ts";
import type { NewsKind } from "./parameters.ts";

/** The one that an expectation took last; without any, the oldest that is there or comes in time. */
async function messageOf(world: StoryWorld, kind: NewsKind): Promise<StreamMessage> {
  const opened = feedsOf(world).last(kind);
  if (opened.taken !== undefined) return opened.taken;
  const { inbox } = opened.feed;
  const taken = await inbox.take(() => undefined, world.settings.timeouts.expectMs);
  if (taken.kind === "missed") throw new Error(`No ${kind} came.\n${tellUnread(opened.feed)}`);
  opened.taken = taken.item;
  return taken.item;
}

async function judgeMessage(world: StoryWorld, kind: NewsKind, judge: Judge): Promise<void> {
  const message = await messageOf(world, kind);
  const failure = judge(message);
  if (failure !== undefined) throw new Error(`${failure}\nIt is: ${message.text.slice(0, 1_000)}`);
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

Then(
  ...phrase(
    "the {newsword} {check}",
    async function (this: StoryWorld, kind: NewsKind, check: Check) {
      await judgeMessage(this, kind, judgeText(check, `the ${kind}`));
    },
  ),
);

Then(
  ...phrase(
    "the {newsword} data/text {check}",
    async function (this: StoryWorld, kind: NewsKind, check: Check) {
      await judgeMessage(this, kind, judgeText(check, `the ${kind}`));
    },
  ),
);

Then(
  ...phrase(
    "the data/text/content of the {newsword} {check}",
    async function (this: StoryWorld, kind: NewsKind, check: Check) {
      await judgeMessage(this, kind, judgeText(check, `the ${kind}`));
    },
  ),
);

Then(
  ...phrase(
    "the last {newsword} {check}{within}",
    async function (this: StoryWorld, kind: NewsKind, check: Check, within: Within) {
      await judgeNewest(this, kind, judgeText(check, `the last ${kind}`), within);
    },
  ),
);

Then(
  ...phrase(
    "the {newsword} {pathword} {text} {check}",
    async function (this: StoryWorld, kind: NewsKind, _word: string, path: string, check: Check) {
      await judgeMessage(this, kind, judgeField(path, check));
    },
  ),
);

Then(
  ...phrase(
    "the last {newsword} {pathword} {text} {check}{within}",
    async function (
      this: StoryWorld,
      kind: NewsKind,
      _word: string,
      path: string,
      check: Check,
      within: Within,
    ) {
      await judgeNewest(this, kind, judgeField(path, check), within);
    },
  ),
);

Then(
  ...phrase(
    "the {newsword} should match/contain/have (the )(following )JSON:",
    async function (this: StoryWorld, kind: NewsKind, expected: string) {
      await judgeMessage(this, kind, judgeJson(this, expected));
    },
  ),
);

Then(
  ...phrase(
    "the last {newsword} should match/contain/have (the )(following )JSON:",
    async function (this: StoryWorld, kind: NewsKind, expected: string) {
      await judgeNewest(this, kind, judgeJson(this, expected), undefined);
    },
  ),
);

Then(
  ...phrase("the event name/type {check}", async function (this: StoryWorld, check: Check) {
    await judgeMessage(this, "event", ({ event }) => check.judge(event, "the name of the event"));
  }),
);

Then(
  ...phrase("the event id/ID {check}", async function (this: StoryWorld, check: Check) {
    await judgeMessage(this, "event", ({ id }) => check.judge(id, "the id of the event"));
  }),
);

/** JSON as the value it is. */
function remember(world: StoryWorld, name: string, { text }: StreamMessage): void {
  const json = readJson(text);
  world.memory.remember(name, json === undefined ? text : json.value);
}

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s) the (whole ){newsword} as {text}",
    async function (this: StoryWorld, _actor: unknown, kind: NewsKind, name: string) {
      remember(this, name, await messageOf(this, kind));
    },
  ),
);

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s) the last {newsword} as {text}",
    async function (this: StoryWorld, _actor: unknown, kind: NewsKind, name: string) {
      const { inbox } = feedsOf(this).last(kind).feed;
      remember(this, name, inbox.newest ?? (await messageOf(this, kind)));
    },
  ),
);

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s) the {newsword} (data ){pathword} {text} as {text}",
    async function (
      this: StoryWorld,
      _actor: unknown,
      kind: NewsKind,
      _word: string,
      path: string,
      name: string,
    ) {
      const { text } = await messageOf(this, kind);
      const found = readJsonPath(readJson(text)?.value, path);
      if (found.kind !== "found") {
        throw new Error(
          `There is nothing to remember at "${path}" of the ${kind}: ${found.message}\nIt is: ${text.slice(0, 1_000)}`,
        );
      }
      this.memory.remember(name, found.value);
    },
  ),
);
