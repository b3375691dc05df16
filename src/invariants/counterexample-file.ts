// The counterexamples that were found of one scenario, in a file that is meant for git: read before each search, and
// written when one is found. It knows nothing of how they were found.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { KnownCounterexample } from "./check-invariant.ts";
import type { Draw } from "./draw.ts";
import type { Counterexample } from "./invariant-result.ts";
import { showExamples } from "./show-invariant.ts";
import { spellUnseen, survivesJson } from "./show-value.ts";

/** As it stands in the file. */
export interface StoredCounterexample {
  readonly id: string;
  /** The header and the row, as they would stand below `Examples:`. */
  readonly examples: readonly string[];
  /** Left out where JSON cannot hold them: then seed and path make them again. */
  readonly values?: Readonly<Record<string, unknown>>;
  readonly failed: { readonly step?: string; readonly message: string };
  readonly seed: number;
  readonly path?: string;
  /** What repeats it, for a shell. */
  readonly command: string;
}

export interface CounterexampleFile {
  /** The scenario's title. */
  readonly rule: string;
  /** As reports call it. */
  readonly guarantee: string;
  readonly counterexamples: readonly StoredCounterexample[];
}

/** `counterexamples/accounts/no-short-password.json`, below the folder, for the id of a case. */
export function counterexamplePath(folder: string, caseId: string): string {
  // A part of dots alone would lead to another folder.
  const parts = caseId.split("/").map((part) => part.replace(/^\.+$|[^\p{L}\p{N}._-]+/gu, "-"));
  return `${join(folder, ...parts)}.json`;
}

export type ReadCounterexamples =
  | { readonly kind: "read"; readonly file: CounterexampleFile }
  | { readonly kind: "none" }
  /** Somebody has changed it to what cannot be read. */
  | { readonly kind: "unreadable"; readonly reason: string };

export function readCounterexamples(path: string): ReadCounterexamples {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return { kind: "none" };
  }
  try {
    const file = JSON.parse(text) as CounterexampleFile;
    const isWhole = file.counterexamples.every(
      ({ id, seed }) => typeof id === "string" && Number.isInteger(seed),
    );
    return isWhole
      ? { kind: "read", file }
      : { kind: "unreadable", reason: "a counterexample in it has no id or seed" };
  } catch (error) {
    return { kind: "unreadable", reason: (error as Error).message };
  }
}

/** The stored ones with their values in the order of the draws; `remake` makes them from seed and path. */
export function knownOf(
  { counterexamples }: CounterexampleFile,
  draws: readonly Draw[],
  remake: (seed: number, path: string) => readonly unknown[] | undefined,
): readonly KnownCounterexample[] {
  return counterexamples.map(({ id, values, seed, path }) => {
    const isSame =
      values !== undefined &&
      Object.keys(values).length === draws.length &&
      draws.every(({ name }) => Object.hasOwn(values, name));
    const ordered = isSame ? draws.map(({ name }) => values[name]) : undefined;
    const remade = values === undefined && path !== undefined ? remake(seed, path) : undefined;
    return { id, values: ordered ?? remade, seed, ...(path !== undefined && { path }) };
  });
}

export function storeable(
  found: Counterexample,
  caseId: string,
  told: Pick<StoredCounterexample, "command" | "failed">,
): StoredCounterexample {
  const { values, seed, path } = found;
  const isKept = values.every(({ value }) => survivesJson(value));
  const shown = values.map((value) => `${value.name}=${value.shown}`).join("\n");
  const id = createHash("sha256").update(`${caseId}\n${shown}`).digest("hex").slice(0, 8);
  return {
    id,
    examples: showExamples(values),
    ...(isKept && { values: Object.fromEntries(values.map(({ name, value }) => [name, value])) }),
    failed: told.failed,
    seed,
    ...(path !== undefined && path !== "" && { path }),
    command: told.command,
  };
}

/** Adds it, the newest first, and takes the place of one with the same values. Throws what the file system throws. */
export function writeCounterexample(
  path: string,
  about: Pick<CounterexampleFile, "rule" | "guarantee">,
  found: StoredCounterexample,
): void {
  const read = readCounterexamples(path);
  const others = read.kind === "read" ? read.file.counterexamples : [];
  const counterexamples = [found, ...others.filter(({ id }) => id !== found.id)];
  const { rule, guarantee } = about;
  const text = spellUnseen(JSON.stringify({ rule, guarantee, counterexamples }, null, 2));
  mkdirSync(dirname(path), { recursive: true });
  // At once, so that nobody reads half a file.
  const half = `${path}.${process.pid}.tmp`;
  writeFileSync(half, `${text}\n`);
  renameSync(half, path);
}
