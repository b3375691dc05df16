// What a person sees of a search: now and then how far it is, and its result. All of it goes to stderr.
import { showTime, whole } from "../../src/gates/quantity.ts";
import type { SearchProgress } from "../../src/invariants/search.ts";
import type { Terminal } from "../measuring/progress.ts";

/** Where no line can be written over, so often one is written; on a terminal it is changed that often. */
const eachMs = { log: 10_000, terminal: 200 };
const wipe = "\r\u001b[2K";

export class SearchProgressLine {
  readonly #name: string;
  readonly #terminal: Terminal;
  #shownMs = 0;
  #isShown = false;

  constructor(name: string, terminal: Terminal) {
    this.#name = name;
    this.#terminal = terminal;
  }

  show(progress: SearchProgress): void {
    const { isTTY = false, columns = 80 } = this.#terminal;
    const { elapsedMs } = progress;
    if (elapsedMs - this.#shownMs < (isTTY ? eachMs.terminal : eachMs.log)) return;
    this.#shownMs = elapsedMs;
    this.#isShown ||= isTTY;
    const line = `storyproof: trying "${this.#name}": ${describeSearch(progress)}`;
    this.#terminal.write(
      isTTY ? `${wipe}${line.slice(0, Math.max(20, columns - 1))}` : `${line}\n`,
    );
  }

  /** Text that may hold secrets is to be redacted before. */
  end(place: string, lines: readonly string[]): void {
    const shown = lines.map((line) => `  ${line}\n`).join("");
    const before = this.#isShown ? wipe : "";
    this.#isShown = false;
    this.#terminal.write(`${before}storyproof: invariant "${this.#name}" (${place})\n${shown}`);
  }
}

/** `12 s, 120 runs (3 discarded)`. */
function describeSearch({ elapsedMs, runs, discards, smallest }: SearchProgress): string {
  const discarded = discards === 0 ? "" : ` (${whole(discards)} discarded)`;
  const shrinking = smallest === undefined ? "" : "; making a counterexample smaller";
  return `${showTime(elapsedMs)}, ${whole(runs)} runs${discarded}${shrinking}`;
}
