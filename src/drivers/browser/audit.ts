// The accessibility of a page: axe's judgement, the keyboard's way through it, its headings and images.
import { createRequire } from "node:module";
import type { AxeBuilder } from "@axe-core/playwright";
import type { Audit, AuditPort } from "../../journey/browser/audit-port.ts";
import type { Judge } from "../../journey/judge.ts";
import { describeTarget } from "../../journey/target.ts";
import { forgetFocus, readFocus, readHeadings, readImages } from "./audit-reading.ts";
import { explainViolations, type Violation } from "./audit-text.ts";
import { loadAxe } from "./axe.ts";
import { parseKey } from "./keys.ts";
import { findOne } from "./locate.ts";
import { explainMissed } from "./missed.ts";
import { orAfter } from "./promises.ts";
import { pageError, type Stage } from "./stage.ts";
import { type Attempt, answered, untilOnPage } from "./wait.ts";

/** Pages with more stops than this are no place to walk through. */
const mostPresses = 300;
const auditMark = "data-storyproof-audit";

export function createAudits(stage: Stage): AuditPort {
  return {
    audit: (audit) => runAudit(stage, audit),
    reachWithKey: (target, key) => reach(stage, target, key),
    expectFocusOrder: (stops, judge) => walk(stage, stops, judge),
    expectHeadings: (judge) => judgeRead(stage, () => stage.page().evaluate(readHeadings), judge),
    expectImages: (judge) =>
      judgeRead(
        stage,
        async () => (await stage.page().evaluate(readImages)).map((text) => text ?? undefined),
        judge,
      ),
  };
}

async function judgeRead<T>(stage: Stage, read: () => Promise<T>, judge: Judge<T>): Promise<void> {
  await untilOnPage(stage, stage.timeouts.expectMs, async (leftMs): Promise<Attempt<void>> => {
    const problem = judge(await answered(read(), leftMs));
    if (problem === undefined) return { kind: "done", value: undefined };
    return { kind: "not-yet", explain: () => `${problem} (on ${stage.page().url()})` };
  });
}

/** Judges again while the page still changes: what is being loaded is not yet what people get. */
async function runAudit(stage: Stage, audit: Audit): Promise<void> {
  const Builder = loadAxe(createRequire(import.meta.url));
  const { expectMs, stepMs } = stage.timeouts;
  await untilOnPage(stage, expectMs, async (): Promise<Attempt<void>> => {
    const place = audit.within && (await findOne(stage, audit.within));
    if (place !== undefined && place.kind !== "found") {
      return { kind: "not-yet", explain: () => explainMissed(stage, place, expectMs) };
    }
    await place?.locator.evaluate((element, mark) => {
      (element as unknown as { setAttribute(name: string, value: string): void }).setAttribute(
        mark,
        "",
      );
    }, auditMark);
    const violations = await orAfter(judgePage(stage, Builder, audit), stepMs / 2, undefined);
    await place?.locator.evaluate((element, mark) => {
      (element as unknown as { removeAttribute(name: string): void }).removeAttribute(mark);
    }, auditMark);
    if (violations === undefined) {
      throw pageError(
        stage,
        `axe did not finish judging ${stage.page().url()} within ${stepMs / 2000} s.`,
      );
    }
    if (violations.length === 0) return { kind: "done", value: undefined };
    return { kind: "not-yet", explain: () => explainViolations(stage.page().url(), violations) };
  });
}

async function judgePage(
  stage: Stage,
  Builder: typeof AxeBuilder,
  { within, tags, ignoredRules, impacts, onlyRules = [], ignoredParts = [] }: Audit,
): Promise<readonly Violation[]> {
  // Its new way opens a page of its own for frames; a session's page is the one that people see.
  const builder = new Builder({ page: stage.page() }).setLegacyMode(true);
  if (within !== undefined) builder.include(`[${auditMark}]`);
  for (const part of ignoredParts) builder.exclude(part);
  if (onlyRules.length > 0) builder.withRules([...onlyRules]);
  else if (tags.length > 0) builder.withTags([...tags]);
  if (ignoredRules.length > 0) builder.disableRules([...ignoredRules]);
  const { violations } = await builder.analyze();
  return violations.filter(
    ({ impact }) => impacts.length === 0 || (impact != null && impacts.includes(impact)),
  );
}

/** Leaves the focus where the walk ends. */
async function walk(stage: Stage, count: number, judge: Judge<readonly string[]>): Promise<void> {
  const page = stage.page();
  await untilOnPage(stage, stage.timeouts.expectMs, async (leftMs): Promise<Attempt<void>> => {
    await answered(page.evaluate(forgetFocus), leftMs);
    const stops: string[] = [];
    for (let press = 0; press < count; press += 1) {
      await page.keyboard.press("Tab");
      const { stop } = await answered(page.locator("css=:root").evaluate(readFocus), leftMs);
      stops.push(stop.slice(1, -1));
    }
    const problem = judge(stops);
    if (problem === undefined) return { kind: "done", value: undefined };
    return { kind: "not-yet", explain: () => `${problem} (on ${page.url()})` };
  });
}

async function reach(
  stage: Stage,
  target: Parameters<AuditPort["reachWithKey"]>[0],
  key: string,
): Promise<void> {
  const parsed = parseKey(key);
  const { expectMs, stepMs } = stage.timeouts;
  const found = await untilOnPage(stage, expectMs, async (leftMs) => {
    const one = await answered(findOne(stage, target, { unread: true }), leftMs);
    return one.kind === "found"
      ? { kind: "done", value: one }
      : { kind: "not-yet", explain: () => explainMissed(stage, one, expectMs) };
  });
  const endMs = stage.now() + stepMs / 2;
  const stops: string[] = [];
  const page = stage.page();
  for (let press = 0; press < mostPresses && stage.now() < endMs; press += 1) {
    const { isThere, stop } = await found.locator.evaluate(readFocus);
    if (isThere) return;
    // Around once: the same stop again, and the target was not among them.
    if (stop !== "" && stop === stops[0] && stops.length > 1) break;
    if (stop !== "") stops.push(stop);
    await page.keyboard.press(parsed);
  }
  const way =
    stops.length === 0
      ? "Nothing on the page takes the focus."
      : `The stops: ${[...new Set(stops)].slice(0, 20).join(", ")}.`;
  throw pageError(
    stage,
    `The ${describeTarget(target)} on ${page.url()} cannot be reached with the key ${key}.\n${way}`,
  );
}
