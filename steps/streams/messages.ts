// Phrases that expect messages and events. Each takes the oldest that fits; the others stay for later sentences.
import { Then, When } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { silenceMs, type Within } from "../waiting.ts";
import {
  expectAtLeast,
  expectCount,
  expectNews,
  expectSilence,
  expectTotal,
  judgeNews,
} from "./expectations.ts";
import { feedsOf, type Judge, type OpenedFeed } from "./feeds.ts";
import { judgeContent, judgeField, judgeJson, judgeText } from "./judging.ts";
import type { News, NewsKind } from "./parameters.ts";

/** The news that the sentence is about, or (with "no message") that none comes. */
export async function expectOne(
  world: StoryWorld,
  opened: OpenedFeed,
  news: News,
  judge: Judge,
  detail: string,
  within: Within,
): Promise<void> {
  if (news.none) return await expectNone(opened, news, judge, within);
  const withinMs = within ?? world.settings.timeouts.expectMs;
  const wanted = `${/^[aeiou]/.test(news.words) ? "an" : "a"} ${news.words}${detail}`;
  await expectNews(opened, wanted, judgeNews(news, judge), withinMs);
}

export async function expectNone(
  opened: OpenedFeed,
  news: News,
  judge: Judge,
  within: Within,
): Promise<void> {
  await expectSilence(opened, news.words, judgeNews(news, judge), within ?? silenceMs);
}

function feedOf(world: StoryWorld, actor: Actor, { kind, feed }: News): OpenedFeed {
  return feedsOf(world).of(actor.name, kind, feed);
}

const any: Judge = () => undefined;

Then(
  ...phrase(
    "{actor} {gets} {news}{within}",
    async function (this: StoryWorld, actor: Actor, _gets: string, news: News, within: Within) {
      await expectOne(this, feedOf(this, actor, news), news, any, "", within);
    },
  ),
);

Then(
  ...phrase(
    "{actor} {gets} {news} {saying}{within}",
    async function (
      this: StoryWorld,
      actor: Actor,
      _gets: string,
      news: News,
      check: Check,
      within: Within,
    ) {
      const judge = judgeText(check, "it");
      await expectOne(this, feedOf(this, actor, news), news, judge, tell(check), within);
    },
  ),
);

Then(
  ...phrase(
    "{actor} {gets} {news} that/which/whose( data)( text) {check}{within}",
    async function (
      this: StoryWorld,
      actor: Actor,
      _gets: string,
      news: News,
      check: Check,
      within: Within,
    ) {
      const judge = judgeText(check, "it");
      await expectOne(this, feedOf(this, actor, news), news, judge, tell(check), within);
    },
  ),
);

Then(
  ...phrase(
    "{actor} {gets} {news} where/whose (the ){pathword} {text} {check}{within}",
    async function (
      this: StoryWorld,
      actor: Actor,
      _gets: string,
      news: News,
      _word: string,
      path: string,
      check: Check,
      within: Within,
    ) {
      const opened = feedOf(this, actor, news);
      const detail = ` whose "${path}" ${check.text}`;
      await expectOne(this, opened, news, judgeField(path, check), detail, within);
    },
  ),
);

Then(
  ...phrase(
    "{actor} {gets} {news} matching/with/containing {jsonword}{within}:",
    async function (
      this: StoryWorld,
      actor: Actor,
      _gets: string,
      news: News,
      _json: string,
      within: Within,
      expected: string,
    ) {
      const judge = judgeJson(this, expected);
      await expectOne(this, feedOf(this, actor, news), news, judge, " matching the JSON", within);
    },
  ),
);

Then(
  ...phrase(
    "{actor} {getsnot} {news}{within}",
    async function (this: StoryWorld, actor: Actor, _gets: string, news: News, within: Within) {
      await expectNone(feedOf(this, actor, news), news, any, within);
    },
  ),
);

Then(
  ...phrase(
    "{actor} {getsnot} {news} {saying}{within}",
    async function (
      this: StoryWorld,
      actor: Actor,
      _gets: string,
      news: News,
      check: Check,
      within: Within,
    ) {
      await expectNone(feedOf(this, actor, news), news, judgeText(check, "it"), within);
    },
  ),
);

function tell(check: Check): string {
  return ` that ${check.text}`;
}

Then(
  ...phrase(
    "{actor} {gets} {int} {newsword}{within}",
    async function (
      this: StoryWorld,
      actor: Actor,
      gets: string,
      count: number,
      kind: NewsKind,
      within: Within,
    ) {
      const opened = feedsOf(this).of(actor.name, kind, undefined);
      const withinMs = within ?? this.settings.timeouts.expectMs;
      // "Should have received" is about all there ever were.
      if (gets.includes("have")) await expectTotal(opened, count, kind, withinMs);
      else await expectCount(opened, count, kind, withinMs);
    },
  ),
);

Then(
  ...phrase(
    "{actor} {gets} at least {int} {newsword}{within}",
    async function (
      this: StoryWorld,
      actor: Actor,
      _gets: string,
      count: number,
      kind: NewsKind,
      within: Within,
    ) {
      const opened = feedsOf(this).of(actor.name, kind, undefined);
      await expectAtLeast(opened, count, kind, within ?? this.settings.timeouts.expectMs);
    },
  ),
);

Then(
  ...phrase(
    "{actor} {gets} a/the (following )(JSON )message{within}:",
    async function (
      this: StoryWorld,
      actor: Actor,
      _gets: string,
      within: Within,
      expected: string,
    ) {
      const opened = feedsOf(this).of(actor.name, "message", undefined);
      const judge = judgeContent(this, expected);
      const withinMs = within ?? this.settings.timeouts.expectMs;
      await expectNews(opened, "the message of the doc string", judge, withinMs);
    },
  ),
);

When(
  ...phrase(
    "{actor} ignore(s)/forget(s) the {newsword} (received )so far",
    function (this: StoryWorld, actor: Actor, kind: NewsKind) {
      feedsOf(this).of(actor.name, kind, undefined).feed.inbox.clear();
    },
  ),
);
