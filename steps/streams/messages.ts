// Phrases that expect messages and events. Each takes the oldest that fits; the others stay for later sentences.
import { type DataTable, Then, When } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { type Gets, notCounted, silenceMs, type Within } from "../waiting.ts";
import { expectNews, expectSilence, expectTotal, expectUnread, judgeNews } from "./expectations.ts";
import { feedsOf, type Judge, type OpenedFeed } from "./feeds.ts";
import { judgeContent, judgeField, judgeText } from "./judging.ts";
import type { News, NewsCount, NewsKind } from "./parameters.ts";

/** What one sentence expects, or expects not to come. */
export interface Expected {
  readonly gets: Gets;
  readonly news: News;
  readonly within: Within;
  readonly judge?: Judge;
  /** How a failure describes it, behind "a message". */
  readonly detail?: string;
}

/** The news that the sentence is about comes, or (with "not", or "no message") none does. */
export async function expectOne(
  world: StoryWorld,
  opened: OpenedFeed,
  { gets, news, within, judge, detail = "" }: Expected,
): Promise<void> {
  const period = within ?? gets.within;
  const judged = judgeNews(news, judge);
  if (gets.not || news.none) {
    await expectSilence(opened, news.words, judged, period ?? silenceMs);
    return;
  }
  const wanted = `${/^[aeiou]/.test(news.words) ? "an" : "a"} ${news.words}${detail}`;
  await expectNews(opened, wanted, judged, period ?? world.settings.timeouts.expectMs);
}

async function expectOf(world: StoryWorld, actor: Actor, expected: Expected): Promise<void> {
  const { kind, feed } = expected.news;
  await expectOne(world, feedsOf(world).of(actor.name, kind, feed), expected);
}

/** What a text must be, as `expectOne` takes it. */
export function saying(check: Check): Pick<Expected, "judge" | "detail"> {
  return { judge: judgeText(check, "it"), detail: ` that ${check.text}` };
}

/** What a doc string or a table must be, as `expectOne` takes it. */
export function like(
  world: StoryWorld,
  words: string,
  content: string | DataTable,
): Pick<Expected, "judge" | "detail"> {
  const json = /JSON|fields|values/.test(words) || typeof content !== "string";
  return {
    judge: judgeContent(world, content, words),
    detail: json ? " matching the JSON" : " as in the doc string",
  };
}

Then(
  ...phrase(
    "{actor} {gets} {news}{within}",
    async function (this: StoryWorld, actor: Actor, gets: Gets, news: News, within: Within) {
      await expectOf(this, actor, { gets, news, within });
    },
  ),
);

async function expectSaying(
  this: StoryWorld,
  actor: Actor,
  gets: Gets,
  news: News,
  check: Check,
  within: Within,
): Promise<void> {
  await expectOf(this, actor, { gets, news, within, ...saying(check) });
}

Then(...phrase("{actor} {gets} {news} {saying}{within}", expectSaying));

Then(
  ...phrase("{actor} {gets} {news} that/which/whose( data)( text) {check}{within}", expectSaying),
);

async function expectField(
  this: StoryWorld,
  actor: Actor,
  gets: Gets,
  news: News,
  _having: string,
  path: string,
  check: Check,
  within: Within,
): Promise<void> {
  const judge = judgeField(path, check);
  const detail = ` whose "${path}" ${check.text}`;
  await expectOf(this, actor, { gets, news, within, judge, detail });
}

Then(...phrase("{actor} {gets} {news} {having} {text} {check}{within}", expectField));
Then(...phrase("{actor} {gets} {news} {having} {text} {ofvalue}{within}", expectField));

Then(
  ...phrase(
    "{actor} {gets} {news}{likecontent}{within}:",
    async function (
      this: StoryWorld,
      actor: Actor,
      gets: Gets,
      news: News,
      words: string,
      within: Within,
      content: string | DataTable,
    ) {
      await expectOf(this, actor, { gets, news, within, ...like(this, words, content) });
    },
  ),
);

Then(
  ...phrase(
    "{actor} {gets} {newscount}{within}",
    async function (this: StoryWorld, actor: Actor, gets: Gets, wanted: NewsCount, within: Within) {
      const opened = feedsOf(this).of(actor.name, wanted.kind, undefined);
      const withinMs = within ?? gets.within ?? this.settings.timeouts.expectMs;
      if (gets.not) throw notCounted(`${wanted.count} ${wanted.kind}s`);
      if (gets.ever) await expectTotal(opened, wanted, withinMs);
      else await expectUnread(opened, wanted, withinMs);
    },
  ),
);

When(
  ...phrase(
    "{actor} ignore(s)/forget(s)/discard(s)/clear(s) (all )(the ){newsword}( received)( so far)",
    function (this: StoryWorld, actor: Actor, kind: NewsKind) {
      feedsOf(this).of(actor.name, kind, undefined).feed.inbox.clear();
    },
  ),
);
