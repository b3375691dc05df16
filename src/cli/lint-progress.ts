// Tells a person who waits at a terminal how far it is.
import type { TextSink } from "./io.ts";

/** Nobody reads faster, and every line costs. */
const pauseMs = 200;
/** What is done sooner needs no telling. */
const patienceMs = 1_000;

/** The same items; on a terminal with their count behind a while, in one line that is gone at the end. */
export async function* showProgress<T>(
  items: AsyncIterable<T>,
  stderr: TextSink,
  now: () => number = () => performance.now(),
): AsyncGenerator<T, void> {
  if (stderr.isTTY !== true) {
    yield* items;
    return;
  }
  let count = 0;
  let told = now() + patienceMs - pauseMs;
  let shown = false;
  try {
    for await (const item of items) {
      count += 1;
      if (now() - told >= pauseMs) {
        told = now();
        shown = true;
        stderr.write(`\r${count} files read`);
      }
      yield item;
    }
  } finally {
    if (shown) stderr.write("\r\u001b[K");
  }
}
