import { expect, test } from "vitest";
import { InStartOrder } from "../../../src/gates/in-start-order.ts";

function orderOf(parts: number) {
  const given: string[] = [];
  const order = new InStartOrder<string>(parts, (value) => given.push(value));
  return { given, order };
}

test("what ends early waits for what was started before it", () => {
  const { given, order } = orderOf(1);
  order.add(0, 1, 10, "second");
  order.add(0, 2, 20, "third");
  order.drain();
  expect(given).toEqual([]);
  order.add(0, 0, 0, "first");
  order.drain();
  expect(given).toEqual(["first", "second", "third"]);
});

test("the starts of several parts come by their time, and no part is run ahead of", () => {
  const { given, order } = orderOf(2);
  order.add(0, 0, 0, "a 0");
  order.add(0, 1, 20, "a 20");
  order.add(0, 2, 40, "a 40");
  order.drain();
  expect(given).toEqual([]);
  order.add(1, 0, 10, "b 10");
  order.drain();
  expect(given).toEqual(["a 0", "b 10"]);
  order.add(1, 1, 30, "b 30");
  order.drain();
  expect(given).toEqual(["a 0", "b 10", "a 20", "b 30"]);
});

test("a part that is over is not waited for, and what stands behind a gap of it never comes", () => {
  const { given, order } = orderOf(2);
  order.add(0, 0, 0, "a 0");
  order.add(0, 1, 20, "a 20");
  order.add(1, 1, 10, "behind a gap");
  order.endPart(1);
  order.drain();
  expect(given).toEqual(["a 0", "a 20"]);
});
