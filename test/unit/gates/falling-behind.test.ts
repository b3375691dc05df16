import { expect, test } from "vitest";
import { FallingBehind } from "../../../src/gates/falling-behind.ts";

/** When it is seen, of who has made `started(atMs)` of a start each millisecond; looked at each 10 ms. */
function seenAt(started: (atMs: number) => number): number | undefined {
  const watch = new FallingBehind(60_000);
  for (let atMs = 0; atMs <= 10_000; atMs += 10) if (watch.look(atMs, started(atMs))) return atMs;
  return undefined;
}

test("who makes half of the starts is seen after a second and a half", () => {
  expect(seenAt((atMs) => atMs / 2)).toBe(1_500);
});

test("who begins slowly and catches up is not", () => {
  expect(seenAt((atMs) => (atMs < 800 ? 0 : Math.min(atMs, (atMs - 800) * 3)))).toBeUndefined();
});

test("who is late by the same all the time is not", () => {
  expect(seenAt((atMs) => Math.max(0, atMs - 700))).toBeUndefined();
});

test("who misses fewer than a tenth is not", () => {
  expect(seenAt((atMs) => atMs * 0.92)).toBeUndefined();
});
