// Whether scenarios fit into a running time.
import { type Fact, listPlaces } from "./fact.ts";
import type { Demand } from "./policy.ts";
import type { Variant } from "./project-index.ts";
import { type ReadCaseTime, type UnknownTime, unknownTimes } from "./running-time.ts";
import { many, showTime } from "./words.ts";

type TimeLimit = Extract<Demand, { readonly kind: "time-limit" }>;

interface Timed {
  readonly variant: Variant;
  readonly ms: number;
}

interface Total {
  readonly cases: number;
  readonly ms: number;
  readonly measuringMs: number;
  readonly timed: readonly Timed[];
  readonly unknown: ReadonlyMap<UnknownTime, readonly Variant[]>;
}

/** Too long for sure, or not known; both when what is known is too long already. */
export function judgeTime(
  limit: TimeLimit,
  variants: readonly Variant[],
  readTime: ReadCaseTime,
): readonly Fact[] {
  const total = addUp(variants, readTime);
  const facts: Fact[] = [];
  if (total.ms > limit.mostMs) facts.push(explainLong(total, limit));
  if (total.unknown.size > 0) facts.push(explainUnknown(total, limit));
  return facts;
}

function explainLong(total: Total, { text }: TimeLimit): Fact {
  const longest = total.timed.toSorted((a, b) => b.ms - a.ms).slice(0, 3);
  return {
    text: `${many(total.timed.length, "run takes", "runs take")} ${showTotal(total)} one after the other, and ${text} is allowed`,
    wayOut: "Make the longest shorter, or move some of them to another tier.",
    related: longest.map(({ variant, ms }) => ({
      uri: variant.story.uri,
      line: variant.scenario.line,
      message: `${variant.scenario.title}: ${showTime(ms)}`,
    })),
  };
}

function explainUnknown(total: Total, { text }: TimeLimit): Fact {
  const unknown = [...total.unknown.values()].flat();
  const reasons = [...total.unknown].map(([why, list]) => `${list.length} ${unknownTimes[why]}`);
  const known =
    total.timed.length === 0 ? "" : `; what is known takes ${showTotal(total)} of ${text}`;
  return {
    isUnknown: true,
    text: `the running time of ${unknown.length} of ${many(total.cases, "run")} is not known: ${reasons.join(", ")}${known}`,
    wayOut:
      "Run them, such as with `npx cucumber-js -p smoke`, and name what that saved: `storyproof check --evidence reports/truth.json`.",
    related: listPlaces(unknown, 3),
  };
}

function addUp(variants: readonly Variant[], readTime: ReadCaseTime): Total {
  const unknown = new Map<UnknownTime, Variant[]>();
  const timed: Timed[] = [];
  let cases = 0;
  let measuring = 0;
  for (const variant of variants) {
    for (const one of variant.cases) {
      cases += 1;
      const time = readTime(variant, one);
      if (time.kind === "unknown") {
        const alike = unknown.get(time.why);
        if (alike === undefined) unknown.set(time.why, [variant]);
        else alike.push(variant);
        continue;
      }
      measuring += time.measuringMs;
      timed.push({ variant, ms: time.ownMs + time.measuringMs });
    }
  }
  const ms = timed.reduce((sum, one) => sum + one.ms, 0);
  return { cases, ms, measuringMs: measuring, timed, unknown };
}

function showTotal({ ms, measuringMs }: Total): string {
  const measuring = measuringMs === 0 ? "" : ` (${showTime(measuringMs)} of it for measuring)`;
  return `${showTime(ms)}${measuring}`;
}
