import { readdirSync } from "node:fs";
import type { ServerResponse } from "node:http";
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
let fixture: DriverFixture;
let session: BrowserSession;

const expectMs = 1_500;

beforeAll(async () => {
  pages = await servePages();
  fixture = createFixture({ baseUrl: pages.url, timeouts: { expectMs, navigationMs: 2_000 } });
});
afterAll(async () => {
  await fixture.close();
  await pages.close();
});
beforeEach(async () => {
  session = await fixture.driver.open("I", createKeeper());
});
afterEach(() => session.close());

async function show(html: string): Promise<void> {
  pages.show("/", html);
  await session.open("/");
}

const named = (kind: TargetKind, name: string, more: Partial<Target> = {}): Target => {
  return { kind, name, ...more };
};
const is = (expected: unknown) => (actual: unknown) =>
  actual === expected ? undefined : `expected ${String(expected)}, but it was ${String(actual)}`;
const accept = { kind: "accept" } as const;
const dismiss = { kind: "dismiss" } as const;

describe("dialogs", () => {
  const ask = (script: string) => `<button onclick="document.title = ${script}">Go</button>`;

  test("one that a click opens is open when the click is over, until it is answered", async () => {
    await show(ask("String(confirm('Sure?'))"));
    await session.click(named("button", "Go"));
    await session.expectDialog(is("Sure?"), { kinds: ["confirm"] });
    await session.answerDialog(accept);
    await session.expectTitle(is("true"));
    expect((await session.failure()).dialogs).toEqual([]);
  });

  test("one after the other is answered in turn, in the same click", async () => {
    await show(ask("confirm('One?') + prompt('Two?', 'x') + (alert('Three') ?? '')"));
    await session.click(named("button", "Go"));
    await session.answerDialog(dismiss);
    await session.typeInDialog("typed");
    await session.answerDialog(accept);
    await session.answerDialog(accept);
    await session.expectTitle(is("falsetyped"));
  });

  test("one that comes before or after the armed one stays open", async () => {
    await show(ask("confirm('One?') + prompt('Two?', 'suggested')"));
    session.expectToAnswer(accept);
    await session.click(named("button", "Go"));
    await session.expectDialog(is("Two?"));
    await session.answerDialog(accept);
    await session.expectTitle(is("truesuggested"));
  });

  test("one that comes late is waited for", async () => {
    await show(
      `<button onclick="setTimeout(() => { document.title = confirm('Late?') }, 200)">Go</button>`,
    );
    await session.click(named("button", "Go"));
    await session.answerDialog(accept);
    await session.expectTitle(is("true"));
  });

  test("one that opens with the page is the next step's", async () => {
    await show(`<script>document.title = prompt("Who?")</script>`);
    await session.answerDialog({ kind: "accept", text: "Ada" });
    await session.expectTitle(is("Ada"));
  });

  test("one that nobody expected is dismissed, and the step that it held up names it", async () => {
    await show(`<p>Here</p><script>setTimeout(() => confirm("Boo?"), 100)</script>`);
    await session.see(named("any", "Here"));
    const message = await messageOf(session.click(named("button", "Nothing")));
    expect(message).toContain(
      `There is no button "Nothing" on ${pages.url}/ (waited 1.5 s).
There are no buttons on the page.
Meanwhile a confirm that no step expected appeared and was dismissed: "Boo?".`,
    );
    expect(await messageOf(Promise.resolve().then(() => session.expectNoDialog()))).toBe(
      `No dialog should have appeared, but there came:\n  confirm "Boo?"`,
    );
    // What was dismissed unseen cannot be accepted any more.
    expect(await messageOf(session.answerDialog(accept))).toContain(
      `No dialog of the browser is open on ${pages.url}/ (waited 1.5 s).`,
    );
  });

  test("one of an earlier action says nothing about the last", async () => {
    await show(`<button onclick="alert('Saved')">Save</button><button>Nothing</button>`);
    await session.click(named("button", "Save"));
    await session.answerDialog(accept);
    await session.expectDialog(is("Saved"));
    await session.click(named("button", "Nothing"));
    session.expectNoDialog();
    expect(await messageOf(session.expectDialog(is("Saved")))).toContain(
      `The last one, which is answered, was the alert "Saved".`,
    );
  });

  test("errors say what there is instead", async () => {
    await show(`<dialog open aria-label=Sure><button>Yes</button></dialog>
      <button onclick="confirm('Sure?')">Go</button>`);
    expect(await messageOf(session.answerDialog(accept))).toBe(
      `No dialog of the browser is open on ${pages.url}/ (waited 1.5 s).
The page shows a dialog of its own, though: press its buttons by their names.`,
    );
    await session.click(named("button", "Go"));
    expect(await messageOf(session.typeInDialog("x"))).toBe(`The confirm "Sure?" takes no text.`);
    expect(await messageOf(session.expectDialog(is("Sure?"), { kinds: ["prompt"] }))).toBe(
      `The browser's dialog: expected a prompt, but it was the confirm "Sure?" (waited 1.5 s).`,
    );
  });

  test("an action that a dialog interrupted before it was done is not passed over", async () => {
    await show(`<button disabled>Go</button><script>setTimeout(() => alert("Wait"), 300)</script>`);
    await session.click(named("button", "Go"));
    await expect(session.answerDialog(accept)).rejects.toThrow(
      "What the step before the dialog began could not be done: it is disabled.",
    );
  });

  test("a page can be left and a session closed while one is open", async () => {
    await show(ask("String(confirm('Sure?'))"));
    await session.click(named("button", "Go"));
    pages.show("/next", `<h1>Next</h1><script>onbeforeunload = () => "Stay?"</script>`);
    await session.open("/next");
    await session.see(named("heading", "Next"));
    await session.click(named("heading", "Next"));
    await session.open("/");
    await session.click(named("button", "Go"));
    expect((await session.failure()).screenshot?.length).toBeGreaterThan(100);
    await session.open("/");
    await session.click(named("button", "Go"));
    await session.close();
  });
});

describe("windows", () => {
  test("one that the page opens by itself stays behind, and a failure names it", async () => {
    pages.show("/ad", "<h1>Buy</h1>");
    await show(`<h1>Shop</h1><script>open("/ad")</script>`);
    await session.expectTabCount(2);
    await session.see(named("heading", "Shop"));
    expect(await messageOf(session.click(named("button", "Pay")))).toContain(
      `Meanwhile a window that nobody asked for opened behind the page: ${pages.url}/ad.`,
    );
    await session.switchTab({ kind: "new" });
    await session.see(named("heading", "Buy"));
    await session.closeTab();
    await session.see(named("heading", "Shop"));
  });

  test("a click on a new page does not count for what the page itself opens", async () => {
    pages.show("/ad", "<h1>Buy</h1>");
    pages.show("/next", `<h1>Next</h1><script>open("/ad")</script>`);
    await show(`<a href=/next>Next</a>`);
    await session.click(named("link", "Next"));
    await session.expectTabCount(2);
    await session.see(named("heading", "Next"));
  });

  test("errors list the tabs there are", async () => {
    await show("<h1>One</h1>");
    session.expectNoNewTab();
    expect(await messageOf(session.switchTab({ kind: "named", name: "Two" }))).toBe(
      `There is no tab "Two" to switch to (waited 1.5 s). Open are:\n  1. "Page /" ${pages.url}/ (in front)`,
    );
    expect(await messageOf(session.expectNewTab())).toContain("No new tab or window opened");
    expect(await messageOf(session.closeTab())).toContain("This is the only tab");
  });
});

describe("frames", () => {
  const within = (name: string) => ({ within: named("frame", name) });
  const inFrame = (body: string) => `<iframe title=Payment srcdoc="${body}"></iframe>`;

  test("things are found, read, filled in and explained in a frame", async () => {
    await show(`${inFrame("<form><h2>Card</h2><label>Number <input></label><button>Pay</button></form>")}
      <button>Pay</button>`);
    await session.fill(named("field", "Number", within("payment")), "42");
    await session.expectValue(
      named("field", "Number", { within: named("form", "Card", within("Payment")) }),
      is("42"),
    );
    await session.see(named("any", "Card"), { absent: true });
    expect(await messageOf(session.click(named("button", "Send", within("Payment"))))).toBe(
      `There is no button "Send" in the frame "Payment" on ${pages.url}/ (waited 1.5 s).
The buttons in that place: "Pay".`,
    );
    expect(await messageOf(session.click(named("button", "Pay", within("Card"))))).toBe(
      `There is no frame "Card" on ${pages.url}/ (waited 1.5 s).\nThe frames there: "Payment".`,
    );
  });

  test("a frame that vanishes while something is looked for in it is said to be gone", async () => {
    await show(
      `${inFrame("<p>Hello</p>")}<button onclick="document.querySelector('iframe').remove()">Remove</button>`,
    );
    await session.enterFrame(named("frame", "Payment"));
    await session.see(named("any", "Hello"));
    session.leaveFrame();
    await session.click(named("button", "Remove"));
    expect(await messageOf(session.enterFrame(named("frame", "Payment")))).toContain(
      `There is no frame "Payment"`,
    );
    await show(
      `${inFrame("<button onclick='parent.document.querySelector(`iframe`).remove()'>Bye</button>")}`,
    );
    await session.enterFrame(named("frame", "Payment"));
    await session.click(named("button", "Bye"));
    expect(await messageOf(session.see(named("any", "Anything")))).toContain(
      `There is no frame "Payment" on ${pages.url}/ (waited 1.5 s).`,
    );
    session.leaveFrame();
    await session.see(named("any", "Anything"), { absent: true });
  });
});

describe("downloads", () => {
  const attachment = (response: ServerResponse, name: string) =>
    response.writeHead(200, { "content-disposition": `attachment; filename="${name}"` });

  test("one without end is cancelled at the deadline, with the reason", async () => {
    let isOpen = false;
    pages.show("/endless", (_, response) => {
      attachment(response, "all.bin");
      isOpen = true;
      response.on("close", () => {
        isOpen = false;
      });
      const block = Buffer.alloc(64 * 1024);
      const send = () => {
        if (!isOpen) return;
        if (response.write(block)) setTimeout(send, 20);
        else response.once("drain", send);
      };
      send();
    });
    await show(`<a href=/endless>Get</a>`);
    await session.click(named("link", "Get"));
    expect(await messageOf(session.download("all.bin"))).toBe(
      `The file "all.bin" (${pages.url}/endless) was not downloaded: it was not complete after 2 s and was cancelled. If files may take that long, raise \`timeouts.navigationMs\` in cucumber.js.`,
    );
    await expect.poll(() => isOpen).toBe(false);
  });

  test("an address that is a file is downloaded, and gone with the session", async () => {
    pages.show("/list", (_, response) => {
      attachment(response, "list.csv");
      response.end("a,b\n1,2\n");
    });
    await session.open("/list");
    const { path, sizeBytes, name } = await session.download();
    expect({ sizeBytes, name }).toEqual({ sizeBytes: 8, name: "list.csv" });
    expect(await session.downloadText("list.csv")).toBe("a,b\n1,2\n");
    expect(path).toContain(fixture.folder);
    expect(await messageOf(session.download("other.csv"))).toContain(
      `No file "other.csv" was downloaded from about:blank (waited 1.5 s). Downloaded: "list.csv".`,
    );
    expect(await messageOf(session.expectNoDownload())).toContain(`but there came "list.csv"`);
    await session.close();
    expect(
      readdirSync(fixture.folder, { recursive: true }).filter((one) => path.endsWith(String(one))),
    ).toEqual([]);
  });
});

describe("pages that are hard on a step", () => {
  test("of 100,000 elements: finding and failing end by the deadline, and the page is well afterwards", async () => {
    const patient = createFixture({ baseUrl: pages.url, timeouts: { expectMs: 15_000 } });
    const calm = await patient.driver.open("I", createKeeper());
    pages.show("/huge", `<button>Real</button>${"<i>x</i>".repeat(100_000)}`);
    await calm.open("/huge");
    await calm.click(named("button", "Real"));
    await calm.close();
    await patient.close();
    await session.open("/huge");
    const before = process.memoryUsage().heapUsed;
    const message = await messageOf(session.click(named("button", "Missing")));
    expect(message).toMatch(
      /There is no button "Missing".*\nThe page has too much on it to say what is there\.|does not answer|this machine is busy/,
    );
    // The listing is what fills memory: of such a page it is not made at all.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100 * 1024 * 1024);
    expect((await session.failure()).title).toBe("Page /huge");
  }, 40_000);

  test("that navigates in the middle of a step: the step goes on with the next page", async () => {
    pages.show("/next", "<h1>Next</h1><button>Continue</button>");
    await show(
      `<button disabled>Continue</button><script>setTimeout(() => { location = "/next" }, 300)</script>`,
    );
    await session.click(named("button", "Continue"));
    await session.see(named("heading", "Next"));
  });
});
