// The counterexamples of a scenario in the project's folder: those of earlier runs, and the one that was just found.
import type { Settings } from "../../src/config/settings.ts";
import type { KnownCounterexample } from "../../src/invariants/check-invariant.ts";
import {
  counterexamplePath,
  knownOf,
  readCounterexamples,
  storeable,
  writeCounterexample,
} from "../../src/invariants/counterexample-file.ts";
import type { Draw } from "../../src/invariants/draw.ts";
import type { FastCheck } from "../../src/invariants/fast-check.ts";
import type { Counterexample } from "../../src/invariants/invariant-result.ts";
import type { SecretKeeper } from "../../src/journey/secret-keeper.ts";
import type { WrittenCase } from "../measuring/written-case.ts";

interface Place {
  readonly settings: Settings;
  readonly written: WrittenCase;
}

/** Undefined where none are kept. */
function fileOf({ settings, written }: Place): string | undefined {
  const { counterexamples } = settings.invariants;
  if (counterexamples === false || written.id === undefined) return undefined;
  return counterexamplePath(counterexamples, written.id);
}

export function knownCounterexamples(
  place: Place & { readonly draws: readonly Draw[]; readonly fc: FastCheck },
): readonly KnownCounterexample[] {
  const { draws, fc } = place;
  const path = fileOf(place);
  const read = path === undefined ? undefined : readCounterexamples(path);
  if (read?.kind !== "read") return [];
  const all = fc.tuple(...draws.map(({ arbitrary }) => arbitrary));
  return knownOf(read.file, draws, (seed, shrinkPath) => {
    try {
      return fc.sample(all, { seed, path: shrinkPath, numRuns: 1 })[0];
    } catch {
      // The path leads nowhere in what the story makes up now.
      return undefined;
    }
  });
}

/** Why the counterexamples of earlier runs could not be tried; undefined where they could. */
export function tellUnreadable(place: Place): string | undefined {
  const file = fileOf(place);
  const read = file === undefined ? undefined : readCounterexamples(file);
  if (read?.kind !== "unreadable") return undefined;
  return `The counterexamples in ${file} cannot be read (${read.reason}): mend the file, or delete it.`;
}

export interface Kept {
  readonly id: string;
  /** From the folder of the run. */
  readonly file?: string;
  /** Why it could not be written. */
  readonly trouble?: string;
}

/** Writes it, where the file does not have it yet. */
export function keepCounterexample(
  found: Counterexample,
  place: Place & {
    readonly command: string;
    readonly secrets: SecretKeeper;
    readonly rule: string;
  },
): Kept {
  const { written, command, secrets, rule } = place;
  const caseId = written.id ?? written.place;
  const failed = {
    ...(found.step !== undefined && { step: secrets.redact(found.step) }),
    message: secrets.redact(found.message),
  };
  const stored = storeable(found, caseId, { command: secrets.redact(command), failed });
  const { id } = stored;
  const file = fileOf(place);
  if (file === undefined) return { id };
  const read = readCounterexamples(file);
  // Somebody's work may be in it, so it is not written over; that it cannot be read is told anyway.
  if (read.kind === "unreadable") return { id };
  const isKept = read.kind === "read" && read.file.counterexamples.some((one) => one.id === id);
  if (isKept) return { id, file };
  try {
    writeCounterexample(file, { rule, guarantee: caseId }, stored);
    return { id, file };
  } catch (error) {
    return { id, trouble: `The counterexample could not be kept: ${(error as Error).message}` };
  }
}
