import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import type { Vital, Vitals } from "../../../src/journey/browser/vitals.ts";
import type { BrowserSession } from "../../../src/journey/browser-port.ts";
import {
  createFixture,
  createKeeper,
  type DriverFixture,
  messageOf,
  type PageServer,
  servePages,
} from "./browser-fixture.ts";

let pages: PageServer;
let fixture: DriverFixture;

/** A policy that lets no inline script of anybody else run: what is put into pages is not subject to it. */
const policy = "default-src 'self'; script-src 'nonce-own'; style-src 'unsafe-inline'";

function show(path: string, body: string): void {
  pages.show(path, (_request, response) => {
    response.setHeader("content-security-policy", policy);
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!doctype html><title>Page ${path}</title><body>${body}`);
  });
}

const own = (script: string) => `<script nonce=own>${script}</script>`;
const large = `<p style="font-size:60px">A large line of text that fills the window from left to right</p>`;
/** The handler keeps the page busy for so long. */
const slowButton = (name: string, busyMs: number) =>
  `<button>${name}</button><p id=out></p>${own(`document.querySelector("button").onclick = () => {
    const end = performance.now() + ${busyMs};
    while (performance.now() < end);
    document.getElementById("out").textContent = "Done";
  }`)}`;

beforeAll(async () => {
  pages = await servePages();
  fixture = createFixture({ baseUrl: pages.url });
  show("/stable", `<h1>Stable</h1><a href="/late">Later</a>`);
  show(
    "/late",
    `<h1>Late</h1>${own(`setTimeout(() => { document.body.insertAdjacentHTML("beforeend", '${large}') }, 300)`)}`,
  );
  show("/busy", `<h1>Busy</h1>${slowButton("Work", 150)}`);
  show(
    "/leave",
    `<h1 id=head>Leave</h1><a href="/slow">Away</a>${own(`document.querySelector("a").addEventListener("click", () => {
      const end = performance.now() + 150;
      while (performance.now() < end);
      document.getElementById("head").textContent = "Leaving";
    })`)}`,
  );
  // As long as it does not answer, the page that is left still paints.
  pages.show("/slow", (_request, response) => {
    setTimeout(() => response.end("<!doctype html><title>Slow</title><h1>Slow</h1>"), 300);
  });
  show(
    "/shift",
    `<h1>Shift</h1><p id=moved>Words that move</p>${own(`requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
      document.getElementById("moved").insertAdjacentHTML("beforebegin", '<div style="height:300px">Banner</div>');
    }, 50)))`)}`,
  );
});
afterAll(async () => {
  await fixture.close();
  await pages.close();
});

const everything: readonly Vital[] = ["lcp", "inp", "cls"];

async function measure(
  journey: (session: BrowserSession) => Promise<void>,
  vitals: readonly Vital[] = everything,
  { driver }: DriverFixture = fixture,
): Promise<Vitals> {
  const session = await driver.open("I", createKeeper(), { vitals });
  await journey(session);
  const measured = await session.vitals();
  await session.close();
  return measured;
}

const text = (name: string) => ({ kind: "text", name }) as const;

test("a page that nobody touches and that stays as it is: no INP, a CLS of 0", async () => {
  const { lcp, ...others } = await measure((session) => session.open("/stable"));
  expect(lcp).toBeGreaterThan(0);
  expect(others).toEqual({ cls: 0 });
});

test("a large element that comes late is the LCP", async () => {
  const { lcp } = await measure(async (session) => {
    await session.open("/late");
    await session.see(text("A large line"));
  });
  expect(lcp).toBeGreaterThan(300);
});

test("a click whose handler keeps the page busy is the INP, by real input only", async () => {
  const { inp } = await measure(async (session) => {
    await session.open("/busy");
    await session.runScript("document.querySelector('button').click()");
    await session.open("/busy");
    await session.click({ kind: "button", name: "Work" });
    await session.see(text("Done"));
  });
  expect(inp).toBeGreaterThanOrEqual(150);
  const scripted = await measure(async (session) => {
    await session.open("/busy");
    await session.runScript("document.querySelector('button').click()");
  });
  expect(scripted.inp).toBeUndefined();
});

test("typing is an interaction", async () => {
  show("/form", "<label>Name <input></label>");
  const { inp } = await measure(async (session) => {
    await session.open("/form");
    await session.click({ kind: "field", name: "Name" });
    await session.typeText("Ada");
  });
  expect(inp).toBeGreaterThan(0);
});

test("what moves without being asked is CLS", async () => {
  const { cls } = await measure(async (session) => {
    await session.open("/shift");
    await session.see(text("Banner"));
  });
  expect(cls).toBeGreaterThan(0.01);
  expect(cls).toBeLessThan(1);
});

test("of several pages the worst counts, left ones included, and of an interaction that leaves the page as well", async () => {
  const { lcp, inp, cls } = await measure(async (session) => {
    await session.open("/late");
    await session.see(text("A large line"));
    // What was not painted when a page was left has no LCP.
    await session.vitals();
    await session.open("/shift");
    await session.see(text("Banner"));
    await session.open("/leave");
    await session.click({ kind: "link", name: "Away" });
    await session.see(text("Slow"));
  });
  expect(lcp).toBeGreaterThan(300);
  expect(inp).toBeGreaterThanOrEqual(150);
  expect(cls).toBeGreaterThan(0.01);
});

test("only what is wished for is measured; without a wish nothing is put into pages", async () => {
  expect(await measure((session) => session.open("/stable"), ["cls"])).toEqual({ cls: 0 });
  const session = await fixture.driver.open("I", createKeeper());
  await session.open("/stable");
  expect(await session.vitals()).toEqual({});
  const names = "return Object.getOwnPropertyNames(window).filter((name) => /vital/i.test(name))";
  expect(await session.runScript(names)).toEqual([]);
  await session.close();
});

test("what a page still loads is waited for, until somebody touches it", async () => {
  const answers: (() => void)[] = [];
  pages.show("/words", (_request, response) => {
    answers.push(() => response.end("Words that come late"));
  });
  show(
    "/loading",
    `<h1>Loading</h1><button>Go</button>${own(`
    const load = () => fetch("/words").then((answer) => answer.text()).then((words) => {
      document.body.insertAdjacentHTML("beforeend", '<p style="font-size:60px">' + words + "</p>");
    });
    document.querySelector("button").onclick = load;
    load();`)}`,
  );
  await measure(async (session) => {
    await session.open("/loading");
    await vi.waitFor(() => expect(answers.length).toBe(1), 5_000);
    const shown = session.shown().then(() => "shown");
    // As long as a page that loads nothing more would take.
    expect(await Promise.race([shown, later(700)])).toBe("later");
    answers.at(0)?.();
    await shown;
    expect((await session.vitals()).lcp).toBeGreaterThan(700);
    await session.click({ kind: "button", name: "Go" });
    await vi.waitFor(() => expect(answers.length).toBe(2), 5_000);
    await session.shown();
    answers.at(1)?.();
  });
});

test("what a page that is busy for seconds tells at last is not left out", async () => {
  const { lcp } = await measure(async (session) => {
    await session.open("/stable");
    await session.shown();
    await session.runScript(`setTimeout(() => {
      document.body.insertAdjacentHTML("beforeend", '${large}');
      const end = performance.now() + 2500;
      while (performance.now() < end);
    }, 20)`);
  });
  expect(lcp).toBeGreaterThan(2_500);
});

test("a page that is busy for ever is an error that names it", async () => {
  show(
    "/endless",
    `<h1>Endless</h1><button>Go</button>${own(`document.querySelector("button").onclick = () => { setTimeout(() => { for (;;); }, 20) }`)}`,
  );
  const hasty = createFixture({ baseUrl: pages.url, timeouts: { navigationMs: 1_500 } });
  onTestFinished(() => hasty.close());
  const journey = async (session: BrowserSession) => {
    await session.open("/endless");
    await session.click({ kind: "button", name: "Go" });
  };
  expect(await messageOf(measure(journey, everything, hasty))).toBe(
    `The web vitals of ${pages.url}/endless cannot be had: the page did not answer within 1.5 s after the last step, because a script of its own keeps it busy.`,
  );
});

test("an open dialog keeps nobody waiting", async () => {
  show(
    "/asking",
    `<h1>Asking</h1><button>Ask</button>${own(`document.querySelector("button").onclick = () => { confirm("Sure?") }`)}`,
  );
  const { lcp } = await measure(async (session) => {
    await session.open("/asking");
    await session.shown();
    await session.click({ kind: "button", name: "Ask" });
    await session.expectDialog(() => undefined);
  });
  expect(lcp).toBeGreaterThan(0);
});

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms, "later"));
