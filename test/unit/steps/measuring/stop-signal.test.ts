import { expect, test } from "vitest";
import { whileNotStopped } from "../../../../steps/measuring/stop-signal.ts";

test("a signal aborts what is under way, and afterwards nobody listens", async () => {
  const before = process.listenerCount("SIGHUP");
  const survive = () => {};
  process.on("SIGHUP", survive);
  const isAborted = await whileNotStopped(
    (signal) =>
      new Promise<boolean>((resolve) => {
        signal.addEventListener("abort", () => resolve(signal.aborted));
        process.emit("SIGHUP");
      }),
  );
  process.off("SIGHUP", survive);
  expect(isAborted).toBe(true);
  expect(process.listenerCount("SIGHUP")).toBe(before);
});

test("what the work throws is passed on, and nobody listens any more", async () => {
  const before = process.listenerCount("SIGINT");
  await expect(whileNotStopped(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(process.listenerCount("SIGINT")).toBe(before);
});
