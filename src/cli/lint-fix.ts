// Writes what lint can mend into the files. A file whose story would say something else afterwards is left alone.
import { createHash, randomUUID } from "node:crypto";
import { readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { applyEdits } from "../lint/apply-edits.ts";
import type { Finding } from "../lint/finding.ts";
import { saysTheSame } from "../lint/same-story.ts";
import type { Gherkin } from "../story/gherkin.ts";
import { readFeature } from "../story/read-feature.ts";
import { InterruptedError } from "./errors.ts";
import type { CommandIo } from "./io.ts";

export interface Mending {
  /** How many findings were mended. */
  readonly mended: number;
  /** Why files could not be written, in one line each. */
  readonly failures: readonly string[];
}

/** Which text each file had when it was linted: edits of one text destroy another. */
export interface LintedTexts {
  readonly see: (file: { readonly uri: string; readonly text: string }) => void;
  /** Whether the file's text is the one that was seen last. */
  readonly isSame: (uri: string, text: string) => boolean;
}

/** Keeps a hash of each text and no text. */
export function rememberTexts(): LintedTexts {
  const hashes = new Map<string, string>();
  const hash = (text: string) => createHash("sha256").update(text).digest("base64");
  return {
    see: ({ uri, text }) => void hashes.set(uri, hash(text)),
    isSame: (uri, text) => hashes.get(uri) === hash(text),
  };
}

/**
 * Mends every finding that has edits, file by file; each file is replaced as a whole or not at all.
 * @param linted the texts that the findings are about; a file with another text by now is left alone
 * @throws InterruptedError when the command is stopped
 */
export async function mendFiles(
  findings: readonly Finding[],
  { cwd, signal }: Pick<CommandIo, "cwd" | "signal">,
  gherkin: Gherkin,
  linted: LintedTexts,
): Promise<Mending> {
  let mended = 0;
  const failures: string[] = [];
  for (const [uri, group] of groupFixable(findings)) {
    if (signal.aborted) throw new InterruptedError("stopped");
    try {
      mended += await mendFile(uri, group, { path: resolve(cwd, uri), gherkin, linted });
    } catch (error) {
      failures.push(`${uri} could not be mended: ${(error as Error).message}`);
    }
  }
  return { mended, failures };
}

interface MendingTools {
  readonly path: string;
  readonly gherkin: Gherkin;
  readonly linted: LintedTexts;
}

async function mendFile(
  uri: string,
  findings: readonly Finding[],
  { path, gherkin, linted }: MendingTools,
): Promise<number> {
  const bytes = await readFile(path);
  const before = bytes.toString();
  // What is no UTF-8 would not come back as it was.
  if (!Buffer.from(before).equals(bytes)) return 0;
  if (!linted.isSame(uri, before.replace(/^\uFEFF/, ""))) throw changedMeanwhile();
  const { text, left } = applyEdits(
    before,
    findings.flatMap(({ edits = [] }) => edits),
  );
  if (text === before) return 0;
  const was = readFeature({ uri, content: before }, gherkin);
  if (!saysTheSame(was, readFeature({ uri, content: text }, gherkin))) {
    throw new Error("the story would no longer say the same. Please report this.");
  }
  await replaceFile(path, text, bytes);
  return findings.filter(({ edits = [] }) => !edits.some((edit) => left.includes(edit))).length;
}

function changedMeanwhile(): Error {
  return new Error("it was changed meanwhile; run it again.");
}

/** Beside the file and then in its place, so that no reader ever sees half of it, and only while it is as it was. */
async function replaceFile(path: string, text: string, before: Uint8Array): Promise<void> {
  const target = await realpath(path);
  const { mode } = await stat(target);
  const beside = `${target}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    await writeFile(beside, text, { mode, flag: "wx" });
    if (!(await readFile(target)).equals(before)) throw changedMeanwhile();
    await rename(beside, target);
  } finally {
    await rm(beside, { force: true });
  }
}

function groupFixable(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    if ((finding.edits ?? []).length === 0) continue;
    const group = groups.get(finding.uri);
    if (group === undefined) groups.set(finding.uri, [finding]);
    else group.push(finding);
  }
  return groups;
}
