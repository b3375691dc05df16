// How V8 compiles regular expressions, for a process that tries every phrase on every step.
import { setFlagsFromString } from "node:v8";

/** The major version of V8 in Node 24 and 25 is 13 or 14. */
const newestKnown = 14;

/**
 * By default V8 interprets a regular expression first and compiles it at its second use. For hundreds of phrases that
 * costs three times what compiling them at once does, and each later match twice as much (test/bench/matching.mjs).
 * A V8 newer than those it was tried with is left alone: one that does not know the flag would print an error.
 *
 * V8 copies this number into each regular expression when it is made, so those that are there already go on as they
 * began. `--no-regexp-tier-up` would be read again at each match: V8 then takes the bytecode of those for machine code,
 * and the process may end with a segmentation fault.
 */
export function compileRegularExpressionsAtOnce(): void {
  if (Number.parseInt(process.versions.v8, 10) <= newestKnown) {
    setFlagsFromString("--regexp-tier-up-ticks=0");
  }
}
