import { expect, test } from "vitest";
import { DeadlineQueue } from "../../../src/journey/deadline-queue.ts";

/** What each deadline lasted, in the order in which they passed. */
function lasting(queue: DeadlineQueue): Promise<number> {
  const startMs = performance.now();
  return new Promise((resolve) => queue.add(() => resolve(performance.now() - startMs)));
}

test("each lasts its time, whenever it began, and those taken out never pass", async () => {
  const queue = new DeadlineQueue(20);
  let passed = 0;
  const ended = (): void => {
    passed += 1;
  };
  const deadline = queue.add(ended);
  const first = lasting(queue);
  queue.remove(deadline);
  await new Promise((resolve) => setTimeout(resolve, 10));
  const second = lasting(queue);
  for (const lastedMs of await Promise.all([first, second])) {
    expect(lastedMs).toBeGreaterThanOrEqual(20);
  }
  expect(await lasting(queue)).toBeGreaterThanOrEqual(20);
  expect(passed).toBe(0);
});

test("a time longer than timers know is not taken for none", async () => {
  const queue = new DeadlineQueue(2 ** 40);
  let passed = 0;
  const onPassed = (): void => {
    passed += 1;
  };
  const deadline = queue.add(onPassed);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(passed).toBe(0);
  queue.remove(deadline);
});

test("those that begin while others pass last their time as well, and those of the same moment all pass", async () => {
  const queue = new DeadlineQueue(20);
  const together = [lasting(queue), lasting(queue)];
  // In a list, or it would be waited for here.
  const [next] = await new Promise<[Promise<number>]>((resolve) =>
    queue.add(() => resolve([lasting(queue)])),
  );
  await Promise.all(together);
  expect(await next).toBeGreaterThanOrEqual(20);
});

test("one that is taken out by another that passes does not pass", async () => {
  const queue = new DeadlineQueue(5);
  let passed = 0;
  await new Promise<void>((resolve) => {
    queue.add(() => {
      queue.remove(second);
      resolve();
    });
    const second = queue.add(() => {
      passed += 1;
    });
  });
  await lasting(queue);
  expect(passed).toBe(0);
});
