// Phrases that say how long answers may take: the last one, and a share of many.
import { Then } from "@cucumber/cucumber";
import { type Comparison, compare } from "../../src/checks/order.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { ApiSession } from "../../src/journey/api-port.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { lastAsker } from "./polling.ts";
import type { ManyAnswers } from "./share-parameters.ts";
import type { Lasting } from "./time-parameters.ts";

const durationWords: Readonly<Record<Comparison, string>> = {
  "<": "in less than",
  "<=": "within",
  ">": "after more than",
  ">=": "after at least",
};

/** From the request to the whole answer; the redirects on the way there are waited for as well. */
function measureLast({ lastResponse, exchanges }: ApiSession): number {
  const { redirects, durationMs } = lastResponse;
  if (redirects === 0) return durationMs;
  // Two that took the same to the fraction of a microsecond are one.
  const at = exchanges.findLastIndex((one) => one.durationMs === durationMs);
  const all = exchanges.slice(Math.max(0, at - redirects), at + 1);
  return all.reduce((sum, one) => sum + one.durationMs, 0);
}

function demandTime(api: ApiSession, comparison: Comparison, limitMs: number): void {
  const { url, redirects } = api.lastResponse;
  const tookMs = measureLast(api);
  if (compare(tookMs, comparison, limitMs)) return;
  const after =
    redirects === 0 ? "" : `, ${redirects} redirect${redirects === 1 ? "" : "s"} included`;
  throw new Error(
    `expected the response ${durationWords[comparison]} ${limitMs} ms, but ${url} took ${Math.ceil(tookMs)} ms${after}.\n` +
      "One answer is one sample: a tag such as @latency:p95<300ms measures many.",
  );
}

function demandLasting(api: ApiSession, { comparison, fromMs }: Lasting, limitMs: number): void {
  demandTime(api, comparison, limitMs);
  if (fromMs !== undefined) demandTime(api, ">=", fromMs);
}

Then(
  ...phrase("{lasting} {limit}", function (this: StoryWorld, lasting: Lasting, limitMs: number) {
    demandLasting(lastAsker(this).api, lasting, limitMs);
  }),
);

Then(
  ...phrase("{actor}'s {lasting} {limit}", (actor: Actor, lasting: Lasting, limitMs: number) =>
    demandLasting(actor.api, lasting, limitMs),
  ),
);

Then(
  ...phrase(
    "{actor} {receives} a/an/the response/answer/reply {intime} {limit}",
    (actor: Actor, _word: string, comparison: Comparison, limitMs: number) =>
      demandTime(actor.api, comparison, limitMs),
  ),
);

const [pattern, demandMany] = phrase(
  "{manyanswers} {intime} {limit}{atonce}",
  async function (
    this: StoryWorld,
    many: ManyAnswers,
    comparison: Comparison,
    limitMs: number,
    atOnce: number | undefined,
  ) {
    // Many journeys at once, each with as many requests, would be a load that nobody asked for; the first run has judged.
    if (this.isReplayed) return;
    // Loaded here because most runs repeat nothing.
    const { judgeShare } = await import("./judge-share.ts");
    await judgeShare(this, { ...many, atOnce: atOnce ?? many.atOnce, comparison, limitMs });
  },
);
// It keeps a deadline of its own, which depends on how many there are.
Then(pattern, { timeout: -1 }, demandMany);
