import { expect, test } from "vitest";
import { Inbox } from "../../../src/journey/inbox.ts";

function inboxOf(items: readonly string[], limits = {}): Inbox<string> {
  const inbox = new Inbox<string>({ sizeOf: ({ length }) => length, ...limits });
  for (const item of items) inbox.put(item);
  return inbox;
}

const is = (wanted: string) => (item: string) => (item === wanted ? undefined : `it is ${item}`);

test("the oldest that passes is taken, the others stay in order", async () => {
  const inbox = inboxOf(["a", "b", "a", "c"]);
  expect(await inbox.take(is("a"), 0)).toEqual({ kind: "taken", item: "a" });
  expect(await inbox.take(is("c"), 0)).toEqual({ kind: "taken", item: "c" });
  expect(inbox.unread).toEqual(["b", "a"]);
  expect(inbox.received).toBe(4);
  expect(inbox.newest).toBe("c");
});

test("what comes later is waited for, and each is judged once", async () => {
  const inbox = inboxOf(["a"]);
  const judged: string[] = [];
  const taking = inbox.take((item) => {
    judged.push(item);
    return is("c")(item);
  }, 60_000);
  inbox.put("b");
  inbox.put("c");
  expect(await taking).toEqual({ kind: "taken", item: "c" });
  expect(judged).toEqual(["a", "b", "c"]);
});

test("at the end of the time, and when nothing more can come, the last failure is told", async () => {
  const inbox = inboxOf(["a"]);
  expect(await inbox.take(is("x"), 5)).toEqual({ kind: "missed", failure: "it is a" });
  const taking = inbox.take(is("x"), 60_000);
  inbox.put("b");
  inbox.end();
  inbox.put("x");
  expect(await taking).toEqual({ kind: "missed", failure: "it is b", gap: "ended" });
  expect(inbox.unread).toEqual(["a", "b"]);
});

test("too many or too large ones push the oldest out", () => {
  const few = inboxOf(["a", "b", "c"], { mostItems: 2 });
  expect([few.unread, few.dropped, few.received]).toEqual([["b", "c"], 1, 3]);
  few.clear();
  expect([few.unread, few.dropped, few.received]).toEqual([[], 0, 3]);
  const small = inboxOf(["aaaa", "bbbb", "cc"], { mostBytes: 6 });
  expect([small.unread, small.dropped]).toEqual([["bbbb", "cc"], 1]);
});

test("a flood ends at the deadline, though judging it takes longer", async () => {
  const inbox = inboxOf(Array.from({ length: 5_000 }, String));
  let judged = 0;
  const taken = await inbox.take(() => {
    judged += 1;
    const until = performance.now() + 1;
    while (performance.now() < until);
    return "no";
  }, 20);
  expect(taken).toMatchObject({ kind: "missed", gap: "unjudged" });
  expect(judged).toBeLessThan(5_000);
});

test("a condition is looked at again with everything that comes", async () => {
  const inbox = inboxOf([]);
  const two = inbox.until(() => inbox.received === 2, 60_000);
  inbox.put("a");
  inbox.put("b");
  expect(await two).toBe(true);
  expect(await inbox.until(() => inbox.received === 3, 5)).toBe(false);
});

test("what comes together with the end of the time is judged", async () => {
  const inbox = inboxOf(["a"]);
  const taking = inbox.take(is("b"), 20);
  // Nobody gets a turn until the time is over: the deadline is noticed before what arrived.
  const until = performance.now() + 40;
  while (performance.now() < until);
  inbox.put("b");
  expect(await taking).toEqual({ kind: "taken", item: "b" });
});
