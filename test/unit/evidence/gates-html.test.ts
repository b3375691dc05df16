// Gates on the page, in a real browser: lines, charts, tables; accessible in both schemes, safe with hostile text.
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Locator, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, it } from "vitest";
import { renderHtml } from "../../../src/evidence/render-html.ts";
import type { TruthReport } from "../../../src/evidence/truth-report.ts";
import { seededRandom } from "../../../src/measure/seeded-random.ts";
import { completed, failed, measure } from "../gates/products.ts";
import { collect } from "./collect.ts";
import { launchBrowser } from "./launch-browser.ts";
import { attach, command, measureSearch, toEvidence } from "./make-gates.ts";
import { makeRun } from "./make-run.ts";

let browser: Browser;
let page: Page;
let report: TruthReport;

beforeAll(async () => {
  [browser, report] = await Promise.all([launchBrowser(), makeReport()]);
  page = await open(renderHtml(report));
});
afterAll(async () => {
  await browser.close();
});

async function open(html: string, width = 1200, colorScheme: "light" | "dark" = "light") {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const opened = await context.newPage();
  await opened.setContent(html);
  return opened;
}

type Gates = Parameters<typeof attach>[0];

function makeStory(name: string, tags: string, tries: readonly Gates[]) {
  return makeRun({
    features: {
      [`${name}.feature`]: `Feature: ${name}\n  ${tags}\n  Scenario: ${name} works\n    When I search\n`,
    },
    retries: tries.length - 1,
    hook: (attempt) => {
      const last = attempt === tries.length - 1;
      const gates = tries[attempt];
      return {
        attachments: gates === undefined ? [] : [attach(gates)],
        ...(!last && { error: { type: "GateRefuted", message: "told at the gates" } }),
      };
    },
  });
}

/** One that is refuted, one at a rate that was tried twice, one of web vitals, one that was not measured. */
async function makeReport(): Promise<TruthReport> {
  const random = seededRandom(3);
  const search = toEvidence(await measureSearch());
  const dying = await measure(["@rpm:600"], (at) => (at < 5 ? 20 : failed("gone")));
  const rate = await measure(["@rpm:600"], () => 4 / (1 - random()) ** 0.4);
  const vitals = await measure(["@lcp:p75<2.5s", "@cls:p75<0.1"], () => ({
    ...completed(700),
    vitals: { lcp: 900 + 900 * random(), cls: 0.08 * random() },
  }));
  return collect(
    makeStory("Search", "@latency:p95<300ms @latency:p50<80ms @errors:<5%", [search]),
    makeStory("Orders", "@rpm:600", [toEvidence(dying.report), toEvidence(rate.report)]),
    makeStory("Page", "@lcp:p75<2.5s @cls:p75<0.1", [toEvidence(vitals.report)]),
    makeStory("Nothing", "@rpm:60", []),
  );
}

/** Spaces of the source count as one. */
async function textOf(locator: Locator): Promise<string> {
  return ((await locator.textContent()) ?? "").replace(/\s+/g, " ").trim();
}

function story(name: string) {
  return page.getByRole("region", { name });
}

it("has a line for each gate with value, interval and samples, and the reason of what is not proven", async () => {
  const lines = story("Search").getByRole("list", { name: "Gates and invariants" }).locator("li");
  expect(await Promise.all((await lines.all()).map(textOf))).toEqual([
    "proven latency:p95<300ms p95 124 ms (120 ms to 137 ms) · 1 of 190 beyond",
    "refuted latency:p50<80ms p50 92.6 ms (87.8 ms to 96.6 ms) · 130 of 190 beyond130 of 190 journeys took 80 ms or more, at most 50 % may.",
    "proven errors:<5% 1.41 % failed, 3 of 213",
  ]);
});

it("opens the measurement of what is refuted, and draws it with words for who cannot see it", async () => {
  const measured = story("Search").locator("details.measurement[open]");
  await measured.waitFor({ state: "visible" });
  expect(await textOf(measured.locator("summary").first())).toBe(
    "Measured as regression: 213 journeys in 20.3 s, 3 failed",
  );
  const charts = measured.getByRole("img");
  expect(await charts.count()).toBe(2);
  const histogram = measured.getByRole("img", { name: "Latency: how often which value" });
  expect(await histogram.locator("path.bound").count()).toBe(2);
  expect(await textOf(measured.getByRole("figure").first())).toContain(
    "190 values from 60.3 ms to 1.02 s, half of them at most 92.6 ms. 1 (0.53 %) is not below the bound of p95<300ms.",
  );
  expect(await textOf(measured.getByRole("figure").nth(1))).toMatch(
    /The largest was 1\.02 s, [\d.]+ s after the beginning\. 3 journeys failed\./,
  );
  expect(await measured.locator(".sign").count()).toBe(3);
  expect(await story("Orders").locator(".body > details.measurement[open]").count()).toBe(0);
});

it("draws bars and bounds where their values are", async () => {
  const chart = story("Search").getByRole("figure").first();
  const box = async (selector: string) => {
    const found = await chart.locator(selector).first().boundingBox();
    return found ?? expect.fail(`${selector} is not there`);
  };
  const [plot, bound, bars] = [await box("svg"), await box("path.bound"), await box("path.bars")];
  // 1.05 times the largest value is at the right end.
  const placeOf = (valueMs: number) => plot.x + (plot.width * valueMs) / (1.02 * 1_050);
  expect(Math.abs(bound.x + bound.width / 2 - placeOf(300))).toBeLessThan(4);
  expect(bars.x).toBeGreaterThan(placeOf(60) - plot.width / 48 - 2);
  expect(bars.x + bars.width).toBeLessThan(plot.x + plot.width + 1);
  expect(Math.abs(bars.y + bars.height - plot.y - plot.height)).toBeLessThan(3);
});

it("tells where the time went, what failed first, how the generator was, and how to repeat it", async () => {
  const measured = story("Search").locator("details.measurement");
  const rows = measured.getByRole("table", { name: "Time of each step" }).getByRole("row");
  expect((await rows.allInnerTexts()).map((row) => row.replaceAll("\t", " "))).toEqual([
    "Step p50 p95 max count",
    "a customer is signed in 14 ms 16 ms 16 ms 190",
    'I search for "tea" 83.3 ms 111 ms 916 ms 190',
    "I should see 12 results 9.26 ms 12.4 ms 102 ms 190",
  ]);
  const requests = measured.getByRole("table", { name: /^Time of each request/ });
  expect(await requests.getByRole("rowheader").allInnerTexts()).toEqual([
    "POST /api/sessions",
    "GET /api/search/…",
  ]);
  await measured.getByText("1 exchange with the API").click();
  await measured.getByText("POST http://shop/orders").waitFor({ state: "visible" });
  expect(await textOf(measured.getByLabel("Error of the first"))).toBe("no answer for order 10040");
  expect(await textOf(measured.locator(".failures summary").first())).toBe(
    "3 × I order: no answer for order …",
  );
  const facts = measured.locator("dl.run > div");
  expect(await Promise.all((await facts.all()).map(textOf))).toEqual([
    "Warm-up20 journeys",
    "Generator held up1.1 ms at p99, 12 ms at worst",
    "Processor30 % of a core",
    "Seed42",
  ]);
  expect(await textOf(measured.locator(".repeat"))).toBe(`To repeat it: ${command}`);
});

it("shows a rate with its load, and the earlier try's gates at that try", async () => {
  const orders = story("Orders");
  await orders.locator("details.scenario > summary").click();
  const line = orders.getByRole("list", { name: "Gates and invariants" }).locator("li");
  expect(await textOf(line)).toMatch(
    /^proven rpm:600 0 % failed, 0 of 10\d · at 60\d\/minHeld for 10 s: 10\d journeys ended, 0 of them failed\.$/,
  );
  await orders.getByText("Try 1: failed").click();
  const earlier = orders.getByRole("list", { name: "Gates of this try" }).locator("li");
  expect((await earlier.allInnerTexts()).map((text) => text.split("\n")[0])).toEqual([
    expect.stringMatching(/^refuted rpm:600 /),
    expect.stringMatching(/^refuted errors:<1% \(implied\) /),
  ]);
  expect(await orders.getByText("told at the gates").count()).toBe(0);
});

it("draws each quantity that was measured, and nothing where nothing was", async () => {
  const vitals = story("Page");
  await vitals.locator("details").evaluateAll((all) => {
    for (const one of all) one.setAttribute("open", "");
  });
  const names = await vitals.getByRole("img").locator("title").allTextContents();
  expect(names).toEqual([
    "Largest contentful paint: how often which value",
    "Layout shift: how often which value",
    "Largest contentful paint while it was measured",
  ]);
  expect(await story("Nothing").locator(".measurement").count()).toBe(0);
});

it("says once why several gates are unproven, and that it fails the run", async () => {
  const use = {
    wallMs: 1,
    loopDelay: { p50Ms: 90, p99Ms: 400, maxMs: 900 },
    processorShare: 0.1,
    loopShare: 1,
  };
  const tags = ["@latency:p95<300ms", "@errors:<5%"];
  const starved = await measure(tags, () => 20, {
    watch: () => ({ read: () => use, stop: () => use }),
  });
  const opened = await open(
    renderHtml(collect(makeStory("Starved", tags.join(" "), [toEvidence(starved.report)]))),
  );
  const notes = opened.locator(".measures .note");
  expect(await Promise.all((await notes.all()).map(textOf))).toEqual([
    expect.stringMatching(
      /^The generator fell behind\. .* A regression run asks for proof, so this fails the scenario\.$/,
    ),
    "For the same reason.",
  ]);
  await opened.context().close();
});

it.each([
  { colorScheme: "light", width: 1200 },
  { colorScheme: "dark", width: 400 },
] as const)(
  "is accessible and needs no sideways scrolling: $colorScheme at $width",
  async (look) => {
    const opened = await open(renderHtml(report), look.width, look.colorScheme);
    await opened.locator("details").evaluateAll((all) => {
      for (const one of all) one.setAttribute("open", "");
    });
    const { violations } = await new AxeBuilder({ page: opened }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    const overflow = await opened.evaluate(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
    expect(overflow).toBe(0);
  },
);

it("lets no hostile text act, and shows it as it is", async () => {
  const hostile = `"><svg onload=alert(1)><script>alert(2)</script></desc></title> '{{7*7}}' & <b>`;
  const evidence = toEvidence(await measureSearch());
  const poisoned = JSON.parse(
    JSON.stringify(attach(evidence).value, (key, value) =>
      typeof value === "string" && !/^(?:kind|unit|quantity|tier|because|gate)$/.test(key)
        ? hostile
        : value,
    ),
  );
  const run = makeRun({
    features: { "a.feature": "Feature: a\n  @latency:p95<300ms\n  Scenario: b\n    When c\n" },
    hook: () => ({
      attachments: [{ mediaType: attach(evidence).mediaType, body: JSON.stringify(poisoned) }],
    }),
  });
  const opened = await open(renderHtml(collect(run)));
  const main = opened.getByRole("main");
  expect(await main.locator("script, b b, svg[onload], [onload]").count()).toBe(0);
  const shown = (await main.textContent()) ?? "";
  expect(shown.split(hostile).length).toBeGreaterThan(10);
  expect(await main.locator("svg[role=img]").count()).toBe(2);
});
