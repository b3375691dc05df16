// Writes what lint can mend into the files. A file whose story would say something else afterwards is left alone.
import { randomUUID } from "node:crypto";
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

/**
 * Mends every finding that has edits, file by file; each file is replaced as a whole or not at all.
 * @throws InterruptedError when the command is stopped
 */
export async function mendFiles(
  findings: readonly Finding[],
  { cwd, signal }: Pick<CommandIo, "cwd" | "signal">,
  gherkin: Gherkin,
): Promise<Mending> {
  let mended = 0;
  const failures: string[] = [];
  for (const [uri, group] of groupFixable(findings)) {
    if (signal.aborted) throw new InterruptedError("stopped");
    try {
      mended += await mendFile(uri, group, resolve(cwd, uri), gherkin);
    } catch (error) {
      failures.push(`${uri} could not be mended: ${(error as Error).message}`);
    }
  }
  return { mended, failures };
}

async function mendFile(
  uri: string,
  findings: readonly Finding[],
  path: string,
  gherkin: Gherkin,
): Promise<number> {
  const bytes = await readFile(path);
  const before = bytes.toString();
  // What is no UTF-8 would not come back as it was.
  if (!Buffer.from(before).equals(bytes)) return 0;
  const { text, left } = applyEdits(
    before,
    findings.flatMap(({ edits = [] }) => edits),
  );
  if (text === before) return 0;
  const was = readFeature({ uri, content: before }, gherkin);
  if (!saysTheSame(was, readFeature({ uri, content: text }, gherkin))) {
    throw new Error("the story would no longer say the same. Please report this.");
  }
  await replaceFile(path, text);
  return findings.filter(({ edits = [] }) => !edits.some((edit) => left.includes(edit))).length;
}

/** Beside the file and then in its place, so that no reader ever sees half of it. */
async function replaceFile(path: string, text: string): Promise<void> {
  const target = await realpath(path);
  const { mode } = await stat(target);
  const beside = `${target}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    await writeFile(beside, text, { mode, flag: "wx" });
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
