// The beginning of an answer that should have been a stream.
import type { Readable } from "node:stream";

/** As much as helps in a message. */
const shownCharacters = 1_000;

/** Reads until there is enough to show, the answer ends, or time is up; never throws. */
export async function readBeginning(answer: Readable, withinMs: number): Promise<string> {
  const timer = setTimeout(() => answer.destroy(), withinMs);
  let text = "";
  try {
    for await (const chunk of answer) {
      text += String(chunk);
      if (text.length > shownCharacters) break;
    }
  } catch {
    // Whatever was read so far is what there is to show.
  } finally {
    clearTimeout(timer);
  }
  return text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
}
