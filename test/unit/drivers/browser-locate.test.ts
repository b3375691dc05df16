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

beforeAll(async () => {
  pages = await servePages();
  patient = createFixture({ baseUrl: pages.url, timeouts: { expectMs: 20_000 } });
  hasty = createFixture({ baseUrl: pages.url, timeouts: { expectMs: 1_000 } });
});
afterAll(async () => {
  await Promise.all([patient.close(), hasty.close()]);
  await pages.close();
});
beforeEach(async () => {
  session = await patient.driver.open("I", createKeeper());
});
afterEach(() => session.close());

async function hurry(): Promise<void> {
  await session.close();
  session = await hasty.driver.open("I", createKeeper());
}

async function show(html: string): Promise<void> {
  pages.show("/", html);
  await session.open("/");
}

/** A page whose clicks are told by the id of what was clicked. */
async function showClicks(html: string): Promise<void> {
  await show(`${html}<output id=clicked></output><script>
    addEventListener("click", (event) => {
      event.preventDefault();
      document.getElementById("clicked").textContent += event.target.id + ";";
    })</script>`);
}

const named = (kind: TargetKind, name: string, more: Partial<Target> = {}): Target => {
  return { kind, name, ...more };
};
const clicked = async () => (await session.textOf(named("any", "css=#clicked"))).split(";")[0];

describe("clicking finds what a person would click", () => {
  test.each<[string, Target, string]>([
    ["a button by its text", named("any", "Save"), `<button id=hit>Save</button>`],
    [
      "a button by its aria-label",
      named("button", "Save"),
      `<button id=hit aria-label=Save>💾</button>`,
    ],
    ["a submit input", named("button", "Send"), `<input id=hit type=submit value=Send>`],
    ["an image button by its alt", named("button", "Go"), `<input id=hit type=image alt=Go>`],
    ["a div with the role", named("button", "Save"), `<div role=button id=hit>Save</div>`],
    ["a link that is pressed", named("button", "More"), `<a id=hit href=#>More</a>`],
    ["a link", named("link", "More"), `<button>More</button><a id=hit href=#>More</a>`],
    [
      "a tab",
      named("any", "Details"),
      `<div role=tablist><div role=tab id=hit>Details</div></div>`,
    ],
    [
      "a menu item",
      named("menuitem", "Copy"),
      `<div role=menu><div role=menuitem id=hit>Copy</div></div>`,
    ],
    ["a summary", named("button", "Why?"), `<details><summary id=hit>Why?</summary>So</details>`],
    ["a plain text", named("any", "Hello"), `<p id=hit>Hello</p>`],
    ["a test id", named("button", "save-it"), `<span id=hit data-testid=save-it>?</span>`],
    ["a selector", named("any", "css=.x > b"), `<p class=x><b id=hit>b</b></p>`],
    ["a button before a text", named("any", "Save"), `<p>Save</p><button id=hit>Save</button>`],
    [
      "the whole name before a part",
      named("any", "Save"),
      `<button>Save as</button><button id=hit>Save</button>`,
    ],
    [
      "the same case before another",
      named("any", "Save"),
      `<button>SAVE</button><button id=hit>Save</button>`,
    ],
    ["a part of the name", named("button", "draft"), `<button id=hit>Save as draft</button>`],
    [
      "a part of the name in the same case first",
      named("button", "Dra"),
      `<button>No dra</button><button id=hit>Yes Draft</button>`,
    ],
    ["another case", named("button", "sign IN"), `<button id=hit>Sign in</button>`],
    [
      "whatever the white space",
      named("button", " Sign  in "),
      `<button id=hit>Sign\n <b></b>&nbsp;in</button>`,
    ],
    [
      "the visible one of two",
      named("button", "Up"),
      `<button hidden>Up</button><button style="visibility:hidden">Up</button><button id=hit>Up</button>`,
    ],
    [
      "the second",
      named("link", "Edit", { nth: 2 }),
      `<a href=#>Edit</a><a id=hit href=#>Edit</a><a href=#>Edit</a>`,
    ],
    [
      "the last",
      named("link", "Edit", { nth: -1 }),
      `<a href=#>Edit</a><a href=#>Edit</a><a id=hit href=#>Edit</a>`,
    ],
    [
      "the first of any name",
      named("button", "", { nth: 1 }),
      `<button id=hit>A</button><button>B</button>`,
    ],
    [
      "the inner one of two in each other",
      named("any", "Ada"),
      `<ul role=listbox><li role=option>Ada<span role=option id=hit>Ada</span></li></ul>`,
    ],
    [
      "a name with quotes and brackets",
      named("button", `Say "a [b] (c)\\d"`),
      `<button id=hit>Say "a [b] (c)\\d"</button>`,
    ],
    [
      "an image",
      named("image", "Logo"),
      `<img id=hit alt=Logo width=9 height=9 src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`,
    ],
    ["a heading", named("heading", "Team"), `<p>Team</p><h2 id=hit>Team</h2>`],
  ])("%s", async (_, target, html) => {
    await showClicks(html);
    await session.click(target);
    expect(await clicked()).toBe("hit");
  });
});

describe("filling finds a field as a person would name it", () => {
  test.each<[string, string, string]>([
    ["a label around it", "Email", `<label>Email <input id=hit></label>`],
    ["a label for it", "Email", `<label for=hit>Email</label><input id=hit>`],
    ["a label with a star", "Email", `<label for=hit>Email *</label><input id=hit>`],
    ["an aria-label", "Email", `<nav aria-label=Email></nav><input id=hit aria-label=Email>`],
    ["aria-labelledby", "Email", `<b id=l>Email</b><input id=hit aria-labelledby=l>`],
    ["a title", "Email", `<input id=hit title=Email>`],
    ["a placeholder", "you@example.com", `<input id=hit placeholder=you@example.com>`],
    ["a name", "e-mail", `<input id=hit name=e-mail>`],
    ["an id", "hit", `<input id=hit>`],
    ["a test id", "email-box", `<input id=hit data-testid=email-box>`],
    ["a selector", "css=form input", `<input><form><input id=hit></form>`],
    [
      "the label before a placeholder",
      "Email",
      `<input placeholder=Email><label>Email <input id=hit></label>`,
    ],
    [
      "an input beside a button of that name",
      "Search",
      `<button aria-label=Search>?</button><input type=search aria-label=Search id=hit>`,
    ],
    ["a text area", "Notes", `<label>Notes <textarea id=hit></textarea></label>`],
    [
      "the visible one of two",
      "Email",
      `<label hidden>Email <input></label><label>Email <input id=hit></label>`,
    ],
    [
      "a password, which has no role",
      "Password",
      `<label>Password <input type=password id=hit></label>`,
    ],
  ])("%s", async (_, name, html) => {
    await show(html);
    await session.fill(named("field", name), "value of it");
    expect(await session.valueOf(named("any", "css=#hit"))).toBe("value of it");
  });

  test.each([
    ["date", "2024-12-31"],
    ["time", "13:30"],
    ["color", "#ff8800"],
    ["range", "40"],
    ["number", "42"],
    ["month", "2024-12"],
  ])("a field of type %s", async (type, value) => {
    await show(`<label>When <input type=${type} id=hit></label>`);
    await session.fill(named("field", "When"), value);
    expect(await session.valueOf(named("field", "When"))).toBe(value);
  });

  test("an editable region", async () => {
    await show(`<div contenteditable role=textbox aria-label=Comment>old</div>`);
    await session.fill(named("field", "Comment"), "new");
    expect(await session.textOf(named("field", "Comment"))).toBe("new");
  });
});

describe("regions", () => {
  const table = `<table><tr><th>Name<th>Do</tr>
    <tr><td>Adabelle<td><button id=wrong>Delete</button></tr>
    <tr><td>Ada<td><button id=hit>Delete</button></tr></table>`;
  test.each<[string, Target, string]>([
    ["a row by a cell", named("row", "Ada"), table],
    [
      "a row by a part of it",
      named("row", "elle"),
      table.replace("=hit", "=other").replace("=wrong", "=hit"),
    ],
    [
      "a labelled section",
      named("region", "Basket"),
      `<button>Delete</button><section aria-label=Basket><button id=hit>Delete</button></section>`,
    ],
    [
      "a section by its heading",
      named("region", "Basket"),
      `<button>Delete</button><section><header><h2>Basket</h2></header><button id=hit>Delete</button></section>`,
    ],
    [
      "a box by its heading",
      named("region", "Basket"),
      `<button>Delete</button><div><h2>Basket</h2><p><button id=hit>Delete</button></p></div>`,
    ],
    [
      "a fieldset by its legend",
      named("region", "Basket"),
      `<button>Delete</button><fieldset><legend>Basket</legend><button id=hit>Delete</button></fieldset>`,
    ],
    [
      "a dialog by its heading",
      named("dialog", "Sure?"),
      `<button>Delete</button><dialog open><h2>Sure?</h2><button id=hit>Delete</button></dialog>`,
    ],
    [
      "a form without a name",
      named("form", ""),
      `<button>Delete</button><form><button id=hit>Delete</button></form>`,
    ],
    [
      "a named form",
      named("form", "Danger"),
      `<form><button>Delete</button></form><form aria-label=Danger><button id=hit>Delete</button></form>`,
    ],
    [
      "the navigation",
      named("navigation", ""),
      `<button>Delete</button><nav><button id=hit>Delete</button></nav>`,
    ],
    [
      "a list item by what it says",
      named("item", "Milk"),
      `<ul><li>Bread <button>Delete</button><li>Milk <button id=hit>Delete</button></ul>`,
    ],
    [
      "the second item",
      named("item", "", { nth: 2 }),
      `<ul><li>Bread <button>Delete</button><li>Milk <button id=hit>Delete</button></ul>`,
    ],
    [
      "a table by its caption",
      named("table", "Users"),
      `<button>Delete</button><table><caption>Users</caption><tr><td><button id=hit>Delete</button></table>`,
    ],
    [
      "a test id",
      named("region", "basket-box"),
      `<button>Delete</button><div data-testid=basket-box><button id=hit>Delete</button></div>`,
    ],
    [
      "a selector",
      named("any", "css=#basket"),
      `<button>Delete</button><div id=basket><button id=hit>Delete</button></div>`,
    ],
    [
      "a region in a region",
      named("row", "Ada", { within: named("table", "B") }),
      `<table aria-label=A><tr><td>Ada<td><button>Delete</button></table><table aria-label=B><tr><td>Ada<td><button id=hit>Delete</button></table>`,
    ],
  ])("%s", async (_, within, html) => {
    await showClicks(html);
    await session.click(named("button", "Delete", { within }));
    expect(await clicked()).toBe("hit");
  });
});

describe("what is not there", () => {
  beforeEach(hurry);

  test("names what is there instead, and the nearest name", async () => {
    await show(`<button>Sign in</button><button>Register</button><a href=#>Help</a>`);
    expect(await messageOf(session.click(named("button", "Sing in")))).toBe(
      `There is no button "Sing in" on ${pages.url}/ (waited 1 s).
Did you mean "Sign in"?
The buttons on the page: "Sign in", "Register", "Help".`,
    );
  });

  test("says when something of another kind has the name", async () => {
    await show(`<a href=#>Save</a>`);
    expect(await messageOf(session.fill(named("field", "Save"), "x"))).toBe(
      `There is no field "Save" on ${pages.url}/ (waited 1 s).
There is a link "Save", though.
There are no fields on the page.`,
    );
  });

  test("says that a region is missing", async () => {
    await show(`<section aria-label=Cart></section>`);
    const within = named("region", "Basket");
    expect(await messageOf(session.click(named("button", "Pay", { within })))).toBe(
      `There is no region "Basket" on ${pages.url}/ (waited 1 s).
The regions on the page: "Cart".`,
    );
  });

  test("says how many there are when the ordinal is too high", async () => {
    await show(`<a href=#>Edit</a><a href=#>Edit</a>`);
    expect(await messageOf(session.click(named("link", "Edit", { nth: 3 })))).toBe(
      `There is no third link "Edit" on ${pages.url}/ (waited 1 s): there are only 2.`,
    );
  });

  test("lists twelve names and counts the rest", async () => {
    await show(Array.from({ length: 15 }, (_, at) => `<button>B${at}</button>`).join(""));
    expect(await messageOf(session.click(named("button", "Something else")))).toContain(
      `"B11" and 3 more.`,
    );
  });

  test("a selector that no browser understands ends at once", async () => {
    await show("");
    expect(await messageOf(session.click(named("any", "css=p[")))).toContain("p[");
  });
});

describe("what is there several times", () => {
  beforeEach(hurry);

  test("each with its place, and how to say which", async () => {
    await show(`<table><tr><td>Ada Lovelace<td><button>Delete</button></tr>
      <tr><td>Charles Babbage<td><button>Delete</button></tr></table>`);
    expect(await messageOf(session.click(named("button", "Delete")))).toBe(
      `There are 2 buttons "Delete" on ${pages.url}/:
  1. "Delete" in the row "Ada Lovelace"
  2. "Delete" in the row "Charles Babbage"
Say which: \`the first "Delete" button\`, or add \`in the row "Ada Lovelace"\`.`,
    );
  });

  test("landmarks, forms, dialogs, items and headings are places", async () => {
    await show(`<header><a href=#>Go</a></header><nav aria-label=Main><a href=#>Go</a></nav>
      <form aria-label=Search><a href=#>Go</a></form><ul><li><b>Milk</b> <a href=#>Go</a></ul>
      <section><h2>News</h2><a href=#>Go</a></section><dialog open><h2>Sure?</h2><a href=#>Go</a></dialog>
      <h2>Rest</h2><p><a href=#>Go</a></p>`);
    expect(await messageOf(session.click(named("link", "Go")))).toBe(
      `There are 7 links "Go" on ${pages.url}/:
  1. "Go" in the header
  2. "Go" in the navigation "Main"
  3. "Go" in the form "Search"
  4. "Go" in the item "Milk"
  5. "Go" in the region "News"
  6. "Go" in the dialog "Sure?"
  7. "Go" under the heading "Rest"
Say which: \`the first "Go" link\`, or add \`in the header\`.`,
    );
  });
});

describe("what comes late", () => {
  test("a button that appears after the click was asked for", async () => {
    await showClicks(`<script>setTimeout(() => {
      const late = document.body.appendChild(document.createElement("button"));
      late.id = "hit"; late.textContent = "Late"; }, 300)</script>`);
    await session.click(named("button", "Late"));
    expect(await clicked()).toBe("hit");
  });

  test("one of two that goes away", async () => {
    await showClicks(`<button id=old>Save</button><button id=hit>Save</button><script>
      setTimeout(() => document.getElementById("old").remove(), 300)</script>`);
    await session.click(named("button", "Save"));
    expect(await clicked()).toBe("hit");
  });

  test("a button on the page that the page goes to by itself", async () => {
    pages.show("/next", `<button onclick="document.title='there'">Next</button>`);
    await show(`<script>setTimeout(() => { location.href = "/next" }, 200)</script>`);
    await session.click(named("button", "Next"));
    await session.expectTitle((title) => (title === "there" ? undefined : title));
  });

  test("in a shadow tree, whose changes no observer of the document sees", async () => {
    await show(`<div id=host></div><script>
      const root = document.getElementById("host").attachShadow({ mode: "open" });
      setTimeout(() => { root.innerHTML = "<button>Deep</button>" }, 300)</script>`);
    await session.see(named("button", "Deep"));
  });
});
