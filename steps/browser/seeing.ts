// Phrases that say what must be on the page, and what must not. How many there must be is in counting.ts.
import { type DataTable, Then, When } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import { parsePattern } from "../../src/checks/pattern.ts";
import type { Actor } from "../../src/journey/actor.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { rowsOf } from "../tables.ts";
import { everyFailure } from "./every-failure.ts";
import { frontBrowser } from "./front-browser.ts";
import { judgeOrder } from "./order.ts";
import type { ExpectedState, Patience } from "./parameters.ts";
import { judgeMatch } from "./pattern-match.ts";
import "./seeing-parameters.ts";
import { isInField } from "./target-words.ts";

interface SeeOptions {
  readonly absent?: boolean;
  readonly withinMs?: number;
}

async function see(actor: Actor, target: Target, options: SeeOptions): Promise<void> {
  const browser = await actor.browser();
  const { name, within } = target;
  if (!isInField(target) || within === undefined) return await browser.see(target, options);
  // "I should see "ada" in the "Email" field" is about what is entered there.
  const holds = (value: string) => value.includes(name) !== (options.absent === true);
  const wanted = options.absent === true ? "not to contain" : "to contain";
  const judge = (value: string) =>
    holds(value) ? undefined : `expected it ${wanted} "${name}", but it was "${value}"`;
  await browser.expectValue(within, judge, options.withinMs);
}

const seen = (actor: Actor, target: Target) => see(actor, target, {});
const unseen = (actor: Actor, target: Target) => see(actor, target, { absent: true });
const vanished = (actor: Actor, target: Target, patience: Patience) =>
  see(actor, target, { ...patience, absent: true });

Then(
  ...phrase(
    "{actor} should/must (still )(also )(now )(eventually )(be able to )see/find/view {target}{patience}",
    see,
  ),
);
Then(...phrase("{actor} (can )see(s) {target}{patience}", see));

Then(
  ...phrase("{actor} should/must not (longer )(be able to )see/find {target}{patience}", vanished),
);
Then(...phrase("{actor} should/must no longer see/find {target}{patience}", vanished));
Then(...phrase("{actor} do/does/can not see {target}{patience}", vanished));
Then(...phrase("{actor} shouldn't/don't/doesn't/can't/cannot see {target}{patience}", vanished));
for (const not of [false, true]) {
  const place: Target = { kind: "any", name: "css=body" };
  Then(
    ...phrase(
      `{actor} should ${not ? "not " : ""}see (a )(the )text matching {text}{patience}`,
      async (actor: Actor, source: string, { withinMs }: Patience) => {
        const pattern = patternOf(source);
        const judge = (text: string) => judgeMatch(pattern, text, not);
        await (await actor.browser()).expectText(place, judge, withinMs);
      },
    ),
  );
}

function patternOf(source: string): RegExp {
  const parsed = parsePattern(source);
  if (parsed.kind === "error") throw new StoryError(`"${source}" is no pattern: ${parsed.message}`);
  return parsed.pattern;
}

Then(
  ...phrase(
    "{target} should/must {appearing}{patience}",
    async function (this: StoryWorld, target: Target, absent: boolean, patience: Patience) {
      await (await frontBrowser(this)).see(target, { ...patience, absent });
    },
  ),
);

const textsShape = "  | Middlemarch |\n  | Emma        |";

function thingsOf(world: StoryWorld, table: DataTable, kind: Target["kind"]): readonly Target[] {
  return rowsOf(world, table, 1, textsShape).map(([name = ""]) => ({ kind, name }));
}

/** All of them, and one failure that names each that is missing. */
async function seeAll(
  actor: Actor,
  targets: readonly Target[],
  options: SeeOptions,
): Promise<void> {
  await everyFailure(targets, (target, hurry) => {
    // The page had its time for the first that was missing.
    return see(actor, target, { ...options, ...(hurry && { withinMs: 1 }) });
  });
}

Then(...phrase("{actor} should see {targets}{patience}", seeAll));
Then(
  ...phrase(
    "{actor} should not see {targets}{patience}",
    (actor: Actor, targets: readonly Target[], patience: Patience) =>
      seeAll(actor, targets, { ...patience, absent: true }),
  ),
);
for (const absent of [false, true]) {
  Then(
    ...phrase(
      `{actor} should/must ${absent ? "not see (any of )" : "see (all of )"}the following{listed}{patience}:`,
      async function (
        this: StoryWorld,
        actor: Actor,
        kind: Target["kind"],
        patience: Patience,
        table: DataTable,
      ) {
        await seeAll(actor, thingsOf(this, table, kind), { ...patience, absent });
      },
    ),
  );
}

const wholePage: Target = { kind: "any", name: "css=body" };

async function seeInOrder(
  actor: Actor,
  texts: readonly string[],
  { withinMs }: Patience = {},
): Promise<void> {
  const browser = await actor.browser();
  await browser.expectText(wholePage, (text) => judgeOrder(text, texts), withinMs);
}

Then(
  ...phrase(
    "{actor} should see( the following)( texts)( items)( things) in this/that order:",
    async function (this: StoryWorld, actor: Actor, table: DataTable) {
      const texts = rowsOf(this, table, 1, textsShape).flat();
      await seeInOrder(actor, texts);
    },
  ),
);
Then(
  ...phrase(
    "{actor} should see {text} before/above {text}{patience}",
    (actor: Actor, first: string, second: string, patience: Patience) =>
      seeInOrder(actor, [first, second], patience),
  ),
);
Then(
  ...phrase(
    "{actor} should see {text} after/below {text}{patience}",
    (actor: Actor, second: string, first: string, patience: Patience) =>
      seeInOrder(actor, [first, second], patience),
  ),
);

async function inOrder(world: StoryWorld, texts: readonly string[]): Promise<void> {
  const browser = await frontBrowser(world);
  await browser.expectText(wholePage, (text) => judgeOrder(text, texts));
}

Then(
  ...phrase(
    "{text} should come/appear/stand before/above {text}",
    async function (this: StoryWorld, first: string, second: string) {
      await inOrder(this, [first, second]);
    },
  ),
);
Then(
  ...phrase(
    "{text} should come/appear/stand after/below {text}",
    async function (this: StoryWorld, second: string, first: string) {
      await inOrder(this, [first, second]);
    },
  ),
);

function seeWithin(actor: Actor, withinMs: number | undefined, target: Target): Promise<void> {
  return see(actor, target, withinMs === undefined ? {} : { withinMs });
}

When(...phrase("{actor} {awaits} {target}( to appear)( to exist)( to show)", seeWithin));
Then(
  ...phrase(
    "{soon} {actor} should/must (be able to )see/find {target}",
    (withinMs: number | undefined, actor: Actor, target: Target) =>
      seeWithin(actor, withinMs, target),
  ),
);
When(...phrase("{actor} wait(s) for {target} to disappear/vanish/go", unseen));
When(
  ...phrase(
    "{actor} wait(s) until {actor} see(s) {target}",
    (_: Actor, actor: Actor, target: Target) => seen(actor, target),
  ),
);
When(
  ...phrase(
    "{actor} wait(s) until {actor} (do )(does )(can )not/cannot/no (longer )see {target}",
    (_: Actor, actor: Actor, target: Target) => unseen(actor, target),
  ),
);
When(
  ...phrase("{actor} wait(s) until {target} appears/shows", (actor: Actor, target: Target) =>
    seen(actor, target),
  ),
);
When(...phrase("{actor} wait(s) until {target} disappears/vanishes", unseen));
When(
  ...phrase(
    "{actor} wait(s) until {target} is {state}",
    (actor: Actor, target: Target, expected: ExpectedState) => waitFor(actor, target, expected),
  ),
);
When(
  ...phrase(
    "{actor} wait(s) for {target} to be {state}",
    (actor: Actor, target: Target, expected: ExpectedState) => waitFor(actor, target, expected),
  ),
);

async function waitFor(actor: Actor, target: Target, { state, not }: ExpectedState): Promise<void> {
  if (state === "visible") await see(actor, target, { absent: not });
  else await (await actor.browser()).expectState(target, state, { not });
}

Then(
  ...phrase(
    "the page {shows} {target}{patience}",
    async function (this: StoryWorld, absent: boolean, target: Target, patience: Patience) {
      await (await frontBrowser(this)).see(target, { ...patience, absent });
    },
  ),
);
Then(
  ...phrase(
    "the page {holdsit} {element}{patience}",
    async function (this: StoryWorld, absent: boolean, element: Target, patience: Patience) {
      await (await frontBrowser(this)).see(element, { ...patience, absent });
    },
  ),
);
Then(
  ...phrase(
    "the page {pagecheck}{patience}",
    async function (this: StoryWorld, check: Check, { withinMs }: Patience) {
      const browser = await frontBrowser(this);
      await browser.expectText(wholePage, (text) => check.judge(text, "the page"), withinMs);
    },
  ),
);
