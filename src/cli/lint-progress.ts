// Tells a person who waits at a terminal how far it is.
import type { TextSink } from "./io.ts";

/** Nobody reads faster, and every line costs. */
const pauseMs = 200;
/** What is done sooner needs no telling. */
const patienceMs = 1_000;

/** On a terminal, behind a while, the count of files in one line that is gone at the end; elsewhere nothing. */
export interface Progress {
  readonly tell: (count: number) => void;
  readonly end: () => void;
}

export function makeProgress(
  stderr: TextSink,
  now: () => number = () => performance.now(),
): Progress {
  if (stderr.isTTY !== true) return { tell: () => {}, end: () => {} };
  let told = now() + patienceMs - pauseMs;
  let shown = false;
  return {
    tell: (count) => {
      if (now() - told < pauseMs) return;
      told = now();
      shown = true;
      stderr.write(`\r${count} files read`);
    },
    end: () => {
      if (shown) stderr.write("\r\u001b[K");
    },
  };
}

/** The same items, with their count told. */
export async function* showProgress<T>(
  items: AsyncIterable<T>,
  stderr: TextSink,
  now?: () => number,
): AsyncGenerator<T, void> {
  const progress = makeProgress(stderr, now);
  let count = 0;
  try {
    for await (const item of items) {
      count += 1;
      progress.tell(count);
      yield item;
    }
  } finally {
    progress.end();
  }
}
