import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { BrowserSession } from "../../../src/journey/browser-port.ts";
import type { Target, TargetKind } from "../../../src/journey/target.ts";
import {
  createFixture,
  createKeeper,
  type DriverFixture,
  messageOf,
  type PageServer,
  servePages,
} from "./browser-fixture.ts";

let pages: PageServer;
let patient: DriverFixture;
/** For what is to fail. */
let hasty: DriverFixture;
let session: BrowserSession;
let keeper: ReturnType<typeof createKeeper>;

beforeAll(async () => {
  pages = await servePages();
  patient = createFixture({ baseUrl: pages.url, timeouts: { expectMs: 20_000 } });
  hasty = createFixture({
    baseUrl: pages.url,
    timeouts: { expectMs: 1_000, navigationMs: 1_500 },
  });
});
afterAll(async () => {
  await Promise.all([patient.close(), hasty.close()]);
  await pages.close();
});
beforeEach(async () => {
  keeper = createKeeper();
  session = await patient.driver.open("I", keeper);
});
afterEach(() => session.close());

async function hurry(): Promise<void> {
  await session.close();
  session = await hasty.driver.open("I", keeper);
}

async function show(html: string): Promise<void> {
  pages.show("/", html);
  await session.open("/");
}

const named = (kind: TargetKind, name: string, more: Partial<Target> = {}): Target => {
  return { kind, name, ...more };
};
const is = (expected: unknown) => (actual: unknown) =>
  actual === expected ? undefined : `expected ${String(expected)}, but it was ${String(actual)}`;

describe("opening", () => {
  test("a path stands behind the environment's address, whatever the slashes", async () => {
    pages.show("/shop/a", "A");
    const below = createFixture({ baseUrl: `${pages.url}/shop/` });
    const inShop = await below.driver.open("I", keeper);
    await inShop.open("/a");
    expect(inShop.address()).toBe(`${pages.url}/shop/a`);
    await below.close();
  });

  test("a path without an address names the setting", async () => {
    const nowhere = createFixture();
    const lost = await nowhere.driver.open("I", keeper);
    expect(await messageOf(lost.open("/a"))).toBe(
      `"/a" is only a path, and there is no address to put before it.
Set environments.test.baseUrl in cucumber.js, or write the whole address.`,
    );
    await nowhere.close();
  });

  test("a page that never fires load is open", async () => {
    pages.show("/never.png", () => {});
    await show(`<h1>Here</h1><img src=/never.png>`);
    await session.see(named("heading", "Here"));
  });

  test("a page that goes on to another address is open", async () => {
    pages.show("/dashboard", `<h1>Dashboard</h1>`);
    await show(`<script>location.href = "/dashboard"</script>`);
    await session.see(named("heading", "Dashboard"));
    await session.expectAddress("path", is("/dashboard"));
  });

  test("a product that hangs ends at the deadline", async () => {
    await hurry();
    pages.show("/hangs", () => {});
    expect(await messageOf(session.open("/hangs"))).toBe(
      `${pages.url}/hangs did not open within 1.5 s: no answer came.
If the product may take that long, raise \`timeouts.navigationMs\` in cucumber.js.`,
    );
  });

  test("a page that begins and does not end says so", async () => {
    await hurry();
    pages.show("/slow", (_, response) => {
      response.setHeader("content-type", "text/html");
      response.write("<h1>Half");
    });
    expect(await messageOf(session.open("/slow"))).toContain(
      `it answered 200, but did not reach "domcontentloaded" (browser.waitUntil)`,
    );
  });

  test("nothing listening names the address and the setting", async () => {
    const gone = await servePages();
    await gone.close();
    expect(await messageOf(session.open(`${gone.url}/x`))).toBe(
      `${gone.url}/x could not be opened: nothing listens there (connection refused) (net::ERR_CONNECTION_REFUSED).
Is the product running? Its address comes from environments.test.baseUrl in cucumber.js.`,
    );
  });

  test("reload, back and forward", async () => {
    pages.show("/b", "B");
    await show("A");
    await session.open("/b");
    await session.goBack();
    expect(session.address()).toBe(`${pages.url}/`);
    await session.goForward();
    expect(session.address()).toBe(`${pages.url}/b`);
    const before = pages.requests.length;
    await session.reload();
    expect(pages.requests.slice(before)).toEqual(["GET /b"]);
    expect(await messageOf(session.goForward())).toBe(
      `There is no page to go forward to from ${pages.url}/b.`,
    );
  });
});

describe("acting", () => {
  test("a click that leaves the page waits for the next one, also when that is slow", async () => {
    await hurry();
    pages.show("/slow", (_, response) => {
      setTimeout(() => response.end("<title>Arrived</title><button>Save</button>"), 1_200);
    });
    await show(`<form action=/slow><button>Save</button></form>`);
    const before = pages.requests.length;
    await session.click(named("button", "Save"));
    expect(session.address()).toBe(`${pages.url}/slow?`);
    expect(pages.requests.slice(before)).toEqual(["GET /slow?"]);
  });

  test("a click whose page never comes ends with its address, and is made once", async () => {
    await hurry();
    pages.show("/hangs", () => {});
    await show(`<form action=/hangs method=post><button>Save</button></form>`);
    const before = pages.requests.length;
    expect(await messageOf(session.click(named("button", "Save")))).toContain(
      `The page went to ${pages.url}/hangs, which did not answer within 1.5 s.`,
    );
    expect(pages.requests.slice(before)).toEqual(["POST /hangs"]);
  });

  test("says what is in the way", async () => {
    await hurry();
    await show(`<button>Save</button><button disabled>Send</button>
      <div id=veil style="position:fixed;inset:0"></div>`);
    expect(await messageOf(session.click(named("button", "Save")))).toBe(
      `The button "Save" on ${pages.url}/ could not be clicked: it is covered by <div id="veil"></div> (waited 1 s).`,
    );
    expect(await messageOf(session.click(named("button", "Send")))).toContain("it is disabled");
  });

  test("double-click, right-click and hover", async () => {
    await show(`<button>Save</button><output id=log></output><script>
      for (const type of ["dblclick", "contextmenu", "mouseover"]) document.querySelector("button")
        .addEventListener(type, () => log.textContent += type + ";")</script>`);
    const log = named("any", "css=#log");
    await session.hover(named("button", "Save"));
    await session.expectText(log, is("mouseover;"));
    await session.click(named("button", "Save"), { double: true });
    await session.expectText(log, is("mouseover;dblclick;"));
    await session.click(named("button", "Save"), { button: "right" });
    await session.expectText(log, is("mouseover;dblclick;contextmenu;"));
  });

  test("keys, in a field and on the page", async () => {
    pages.show("/found", "Found");
    await show(`<form action=/found><label>Find <input></label></form><output id=log></output>
      <script>addEventListener("keydown", (e) => log.textContent += (e.ctrlKey ? "ctrl " : "") + e.key + ";")</script>`);
    await session.pressKey("ctrl + k");
    await session.pressKey("Page Down");
    await session.expectText(named("any", "css=#log"), (text) =>
      text.includes("ctrl k;PageDown;") ? undefined : text,
    );
    await session.pressKey("enter", named("field", "Find"));
    await session.see(named("text", "Found"));
  });

  test("clearing", async () => {
    await show(`<label>Name <input value=Ada></label>`);
    await session.clear(named("field", "Name"));
    await session.expectState(named("field", "Name"), "empty");
  });

  test("a date in a form that browsers do not take says which they do", async () => {
    await show(`<label>Born <input type=date></label>`);
    expect(await messageOf(session.fill(named("field", "Born"), "31.12.2024"))).toBe(
      `The field "Born" on ${pages.url}/ does not take "31.12.2024": write the date as 2024-12-31.`,
    );
  });

  test("a checkbox is not filled in", async () => {
    await show(`<label>Yes <input type=checkbox></label>`);
    expect(await messageOf(session.fill(named("field", "Yes"), "x"))).toContain(
      "is a checkbox, which cannot be filled in",
    );
  });
});

describe("choosing", () => {
  const select = `<label>Country <select multiple><option value=de>Germany<option value=fr>France
    <option value=pf>French Guiana</select></label>`;

  test.each([
    ["words", ["Germany"], "Germany"],
    ["another case", ["germany"], "Germany"],
    ["a value", ["fr"], "France"],
    ["a part that means one only", ["Guia"], "French Guiana"],
    ["several", ["Germany", "France"], "Germany, France"],
  ])("by %s", async (_, options, chosen) => {
    await show(select);
    await session.selectOptions(named("field", "Country"), options);
    await session.expectValue(named("field", "Country"), is(chosen));
  });

  test("an option that is not there", async () => {
    await hurry();
    await show(select);
    expect(await messageOf(session.selectOptions(named("field", "Country"), ["Frence"]))).toContain(
      `The field "Country" on ${pages.url}/ has no option "Frence". Did you mean "France"?
Its options: "Germany", "France", "French Guiana".`,
    );
  });

  test("an option that comes late", async () => {
    await show(`<label>Country <select></select></label><script>setTimeout(() => {
      document.querySelector("select").innerHTML = "<option>Peru" }, 200)</script>`);
    await session.selectOptions(named("field", "Country"), ["Peru"]);
  });

  test("from a list that opens when it is clicked", async () => {
    await show(`<button role=combobox aria-label=Size aria-expanded=false>?</button><div role=listbox hidden>
      <div role=option>Small</div><div role=option>Large</div></div><script>
      const [box, list] = [document.querySelector("button"), document.querySelector("[role=listbox]")];
      box.onclick = () => { list.hidden = false; };
      list.onclick = (event) => { box.textContent = event.target.textContent; list.hidden = true; }</script>`);
    await session.selectOptions(named("field", "Size"), ["Large"]);
    await session.expectText(named("field", "Size"), is("Large"));
  });

  test("checkboxes, switches and radio buttons", async () => {
    await show(`<label><input type=checkbox> News</label>
      <div role=switch aria-label=Dark aria-checked=false onclick="ariaChecked = 'true'">x</div>
      <label><input type=radio name=r checked> Post</label><label><input type=radio name=r> Mail</label>`);
    await session.setChecked(named("checkbox", "News"), true);
    await session.setChecked(named("checkbox", "News"), true);
    await session.expectState(named("checkbox", "News"), "checked");
    await session.setChecked(named("checkbox", "News"), false);
    await session.expectState(named("checkbox", "News"), "checked", { not: true });
    await session.setChecked(named("checkbox", "Dark"), true);
    await session.expectState(named("checkbox", "Dark"), "checked");
    await session.setChecked(named("radio", "Mail"), true);
    await session.expectState(named("radio", "Mail"), "checked");
    expect(await messageOf(session.setChecked(named("radio", "Mail"), false))).toContain(
      "choose another radio button",
    );
  });

  test("a checkbox hidden behind its label", async () => {
    await show(`<label><input type=checkbox style="display:none"> News</label>`);
    await session.setChecked(named("checkbox", "News"), true);
    await session.expectState(named("checkbox", "News"), "checked");
    await session.setChecked(named("checkbox", "News"), true);
    await session.expectState(named("checkbox", "News"), "checked");
  });

  test("a file, also for an input that is hidden behind its label", async () => {
    const path = join(patient.folder, "cv.txt");
    writeFileSync(path, "my life");
    await show(
      `<label>CV <input type=file style="display:none" onchange="document.title = this.files[0].name"></label>`,
    );
    await session.attachFiles(named("field", "CV"), [path]);
    await session.expectTitle(is("cv.txt"));
    expect(await messageOf(session.attachFiles(named("field", "CV"), ["/no/such.pdf"]))).toContain(
      "There is no file /no/such.pdf",
    );
  });
});

describe("seeing", () => {
  test("a text over several elements, in any case, whatever the white space", async () => {
    await show(`<p>Hello <b>Ada</b>,\n  welcome</p>`);
    await session.see(named("any", "hello ada, WELCOME"));
  });

  test("a hidden text is not seen", async () => {
    await hurry();
    await show(`<p hidden>Paid</p><p>Open</p>`);
    expect(await messageOf(session.see(named("any", "Paid")))).toBe(
      `There is no text "Paid" to be seen on ${pages.url}/ (waited 1 s).
The page says: Open`,
    );
    await session.see(named("any", "Paid"), { absent: true });
  });

  test("a text nearly like it is named", async () => {
    await hurry();
    await show(`<p>Your order is payed</p>`);
    expect(await messageOf(session.see(named("any", "Your order is paid")))).toContain(
      `Near it: "Your order is payed".`,
    );
  });

  test("absence waits until it is gone, and says where it still is", async () => {
    await show(`<section aria-label=Top><p id=old>Loading</p></section><script>
      setTimeout(() => old.remove(), 200)</script>`);
    await session.see(named("any", "Loading"), { absent: true });
    await hurry();
    await show(`<section aria-label=Top><p>Loading</p></section>`);
    expect(await messageOf(session.see(named("any", "Loading"), { absent: true }))).toBe(
      `There still is a text "Loading" on ${pages.url}/ (waited 1 s):
  "Loading" in the region "Top"`,
    );
  });

  test("absence in a region that is not there proves nothing", async () => {
    await hurry();
    await show(`<p>Loading</p>`);
    const target = named("any", "Loading", { within: named("region", "Basket") });
    expect(await messageOf(session.see(target, { absent: true }))).toContain(
      `There is no region "Basket"`,
    );
  });

  test("counts, titles, addresses, attributes, values", async () => {
    await show(`<ul aria-label=Fruit><li>Fig<li>Kiwi<li hidden>Plum</ul><ul><li>Else</ul>
      <a href=/x>More</a><label>City <select><option value=b>Berlin</select></label>`);
    await session.expectCount(named("item", "", { within: named("list", "Fruit") }), is(2));
    await session.expectCount(named("button", ""), is(0));
    await session.expectTitle(is("Page /"));
    await session.expectAddress("full", is(`${pages.url}/`));
    await session.expectAttribute(named("link", "More"), "href", is("/x"));
    await session.expectAttribute(named("link", "More"), "rel", is(undefined));
    await session.expectValue(named("field", "City"), is("Berlin"));
    expect(await messageOf(session.expectCount(named("item", ""), is(9), 100))).toBe(
      `item on ${pages.url}/: expected 9, but it was 3 (waited 0.1 s)`,
    );
  });

  test.each([
    ["enabled", `<button>It</button>`, `<button disabled>It</button>`],
    ["focused", `<button autofocus>It</button>`, `<button>It</button>`],
    ["required", `<input aria-label=It required>`, `<input aria-label=It>`],
    ["readonly", `<input aria-label=It readonly>`, `<input aria-label=It>`],
    ["invalid", `<input aria-label=It required>`, `<input aria-label=It>`],
    ["empty", `<input aria-label=It>`, `<input aria-label=It value=x>`],
    ["selected", `<button role=tab aria-selected=true>It</button>`, `<button role=tab>It</button>`],
  ] as const)("the state %s and its contrary", async (state, yes, no) => {
    const kind = yes.startsWith("<input") ? "field" : state === "selected" ? "tab" : "button";
    await show(yes);
    await session.expectState(named(kind, "It"), state);
    expect(
      await messageOf(session.expectState(named(kind, "It"), state, { not: true, withinMs: 50 })),
    ).toContain(
      state === "invalid"
        ? "expected it to be valid, but it is not: "
        : `expected it to not be ${state}, but it is`,
    );
    await show(no);
    await session.expectState(named(kind, "It"), state, { not: true });
    expect(
      await messageOf(session.expectState(named(kind, "It"), state, { withinMs: 50 })),
    ).toContain(`expected it to be ${state}, but it is not`);
  });

  test("an outcome is seen as soon as it is there", async () => {
    await show(`<p id=p>Wait</p><script>setTimeout(() => {
      p.textContent = "Ready"; window.readyAt = Date.now() }, 300)</script>`);
    await session.see(named("any", "Ready"));
    await session.see(named("any", "Wait"), { absent: true });
  });

  test("a page whose script never ends is left at the deadline", async () => {
    await hurry();
    await show(`<p>Busy</p><script>setTimeout(() => { for (;;); }, 50)</script>`);
    expect(await messageOf(session.see(named("any", "Nothing")))).toBe(
      `The page ${pages.url}/ does not answer: a script of its own keeps it busy.`,
    );
  });
});

describe("dialogs and windows", () => {
  test("a dialog is dismissed, and the next failure mentions it once", async () => {
    await show(`<button onclick="document.title = String(confirm('Really?'))">Delete</button>`);
    await session.click(named("button", "Delete"));
    await session.expectTitle(is("false"));
    const message = await messageOf(session.see(named("any", "Gone"), { withinMs: 50 }));
    expect(message).toContain(
      `Meanwhile a confirm that no step expected appeared and was dismissed: "Really?".`,
    );
    expect(await messageOf(session.see(named("any", "Gone"), { withinMs: 50 }))).not.toContain(
      "Meanwhile",
    );
    expect((await session.failure()).dialogs).toHaveLength(1);
  });

  test("a window that opens comes to the front, and goes when it is closed", async () => {
    pages.show("/popup", `<h1>Popup</h1><button onclick="window.close()">Close</button>`);
    await show(`<h1>First</h1><a href=/popup target=_blank rel=opener>Open</a>`);
    await session.click(named("link", "Open"));
    await session.see(named("heading", "Popup"));
    await session.click(named("button", "Close"));
    await session.see(named("heading", "First"));
  });
});

test("a window is asked for however long the click takes that opens it", async () => {
  let lateMs = 0;
  const now = () => performance.now() + lateMs;
  const slow = createFixture({ baseUrl: pages.url, now, timeouts: { expectMs: 30_000 } });
  pages.show("/late", (_, response) => {
    lateMs += 10_000;
    response.end();
  });
  pages.show("/popup", "<h1>Popup</h1>");
  pages.show(
    "/",
    `<button onclick="const late = new XMLHttpRequest(); late.open('GET', '/late', false); late.send(); window.open('/popup')">Go</button>`,
  );
  const clicking = await slow.driver.open("I", createKeeper());
  await clicking.open("/");
  await clicking.click(named("button", "Go"));
  await clicking.see(named("heading", "Popup"));
  await slow.close();
});

describe("evidence of a failure", () => {
  test("console errors, failed requests, address, title and screenshot", async () => {
    const gone = await servePages();
    await gone.close();
    await show(`<script>
      console.error("lost", 42); console.log("fine");
      fetch("/missing?q=1"); fetch("${gone.url}/x").catch(() => {});
      setTimeout(() => { throw new Error("broken") }, 0)</script>`);
    await session.expectTitle(is("Page /"));
    await expect.poll(async () => (await session.failure()).failedRequests.length).toBe(2);
    const { screenshot, ...failure } = await session.failure();
    expect(failure).toEqual({
      url: `${pages.url}/`,
      title: "Page /",
      consoleErrors: [expect.stringContaining("lost 42"), "Uncaught Error: broken"],
      failedRequests: expect.arrayContaining([
        { method: "GET", url: `${pages.url}/missing?q=1`, reason: "404 Not Found" },
        { method: "GET", url: `${gone.url}/x`, reason: "net::ERR_CONNECTION_REFUSED" },
      ]),
      dialogs: [],
    });
    expect(
      Buffer.from(screenshot ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
  });

  test("passwords and cookies that sign in are learnt and redacted", async () => {
    pages.show("/sign-in", (_, response) => {
      response.setHeader("set-cookie", ["sid=s3cr3t-cookie; HttpOnly", "theme=darkness"]);
      response.setHeader("content-type", "text/html");
      response.end(`<label>Password <input type=password></label><script>
        console.error("cookie s3cr3t-cookie")</script>`);
    });
    await session.open("/sign-in");
    await session.fill(named("field", "Password"), "correct horse");
    expect(keeper.learnt).toEqual(["correct horse"]);
    const { consoleErrors } = await session.failure();
    expect(consoleErrors[0]).toContain("cookie [redacted]");
    expect(keeper.learnt).toContain("s3cr3t-cookie");
    expect(keeper.learnt).not.toContain("darkness");
    expect(
      await messageOf(session.see(named("any", "correct horse"), { withinMs: 50 })),
    ).not.toContain("correct horse");
  });

  test("a page that does not answer still gives what is known", async () => {
    await show(`<script>console.error("before"); setTimeout(() => { for (;;); }, 50)</script>`);
    const failure = await session.failure();
    expect(failure.consoleErrors[0]).toContain("before");
    expect(failure.url).toBe(`${pages.url}/`);
  });
});

describe("cookies", () => {
  test("carried in and out unchanged, host-only and domain cookies alike", async () => {
    const common = { path: "/", httpOnly: true, secure: false, sameSite: "Lax" } as const;
    const cookies = [
      { ...common, name: "host", value: "one", domain: "127.0.0.1", hostOnly: true },
      {
        ...common,
        name: "site",
        value: "two",
        domain: "example.com",
        hostOnly: false,
        expires: 4_000_000_000,
      },
    ];
    await session.setCookies(cookies);
    const sorted = [...(await session.cookies())].sort((a, b) => a.name.localeCompare(b.name));
    expect(sorted).toEqual([cookies[0], { ...cookies[1], expires: expect.any(Number) }]);
    expect(sorted[1]?.expires).toBeGreaterThan(Date.now() / 1000);
    pages.show("/who", (request, response) => void response.end(request.headers.cookie));
    await session.open("/who");
    await session.see(named("any", "host=one"));
  });

  test("a cookie that names no policy is taken without being secure", async () => {
    const cookie = {
      name: "a",
      value: "b",
      domain: "127.0.0.1",
      path: "/",
      httpOnly: false,
      secure: false,
    } as const;
    await session.setCookies([{ ...cookie, sameSite: "None", hostOnly: true }]);
    expect((await session.cookies())[0]?.value).toBe("b");
  });
});

describe("hosts", () => {
  test("only the product and what is listed may be reached", async () => {
    const other = await servePages();
    const foreign = other.url.replace("127.0.0.1", "localhost");
    const strict = createFixture({ baseUrl: pages.url, settings: { allowedHosts: ["*.example"] } });
    const careful = await strict.driver.open("I", keeper);
    pages.show("/own.js", (_, response) => void response.end(`document.title = "own"`));
    pages.show(
      "/",
      `<script src=/own.js></script><img src="${foreign}/a.png">
      <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`,
    );
    await careful.open("/");
    await careful.expectTitle(is("own"));
    await expect
      .poll(async () => (await careful.failure()).failedRequests)
      .toEqual([
        { method: "GET", url: `${foreign}/a.png`, reason: "blocked: not in browser.allowedHosts" },
      ]);
    expect(other.requests).toEqual([]);
    expect(await messageOf(careful.open(`${foreign}/x`))).toContain("not in browser.allowedHosts");
    await strict.close();
    await other.close();
  });

  test("a web socket to another host is blocked too", async () => {
    const strict = createFixture({ baseUrl: pages.url, settings: { allowedHosts: [] } });
    const careful = await strict.driver.open("I", keeper);
    const other = await servePages();
    const address = other.url.replace("http://127.0.0.1", "ws://localhost");
    pages.show(
      "/",
      `<script>new WebSocket("${address}/s").onclose = (e) => { document.title = e.reason }</script>`,
    );
    await careful.open("/");
    await careful.expectTitle(is("blocked: not in browser.allowedHosts"));
    expect(other.requests).toEqual([]);
    await strict.close();
    await other.close();
  });
});

describe("traces", () => {
  test("kept where asked, thrown away otherwise, nothing left behind", async () => {
    const traced = createFixture({ baseUrl: pages.url, settings: { trace: "on-failure" } });
    const [kept, dropped] = await Promise.all([
      traced.driver.open("I", keeper),
      traced.driver.open("Ada", keeper),
    ]);
    pages.show("/", "<p>Hi</p>");
    await kept.open("/");
    await dropped.open("/");
    const path = join(traced.folder, "deep", "trace.zip");
    await kept.close({ keepTraceAs: path });
    await dropped.close();
    expect(statSync(path).size).toBeGreaterThan(500);
    await traced.driver.close();
    expect(readdirSync(join(traced.folder, "tmp"))).toEqual([]);
    await traced.close();
    expect(existsSync(traced.folder)).toBe(false);
  });

  test("a session that is to leave nothing records nothing, whatever the settings say", async () => {
    const traced = createFixture({ baseUrl: pages.url, settings: { trace: "always" } });
    const session = await traced.driver.open("I", keeper, { unrecorded: true });
    pages.show("/", "<p>Hi</p>");
    await session.open("/");
    const path = join(traced.folder, "trace.zip");
    await session.close({ keepTraceAs: path });
    expect(existsSync(path)).toBe(false);
    await traced.close();
  });
});
