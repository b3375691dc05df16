// Reads a file of cucumber messages (NDJSON) into a collector, one line at a time: such files grow to gigabytes.
import { createReadStream } from "node:fs";
import type * as messages from "@cucumber/messages";
import type { RunCollector } from "./run-collector.ts";

export interface LineProblem {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly problem: string;
}

export interface MessageFileReading {
  readonly messages: number;
  /** Lines that are no messages, at most `mostProblems` of them. */
  readonly problems: readonly LineProblem[];
  /** The number of the last line when the writer was stopped in the middle of it. */
  readonly cutAtLine?: number;
}

/** Who gives a wrong file sees soon enough that it is wrong. */
const mostProblems = 5;

/** Adds every message of the file as one run. Rejects when the file cannot be read. */
export async function readMessageFile(
  path: string,
  collector: RunCollector,
): Promise<MessageFileReading> {
  collector.startRun();
  const problems: LineProblem[] = [];
  let count = 0;
  let number = 0;
  for await (const { text, isEnded } of readLines(path)) {
    number += 1;
    if (text.trim() === "") continue;
    const problem = addLine(text, collector);
    if (problem === undefined) count += 1;
    else if (!isEnded && count > 0) return { messages: count, problems, cutAtLine: number };
    else problems.push({ line: number, text, problem });
    if (problems.length >= mostProblems) break;
  }
  return { messages: count, problems };
}

interface Line {
  readonly text: string;
  /** False for a last line without its line break. */
  readonly isEnded: boolean;
}

/** Lines end with a line feed only: node:readline also splits at U+2028, which JSON texts may hold. */
async function* readLines(path: string): AsyncGenerator<Line> {
  let rest = "";
  for await (const chunk of createReadStream(path, { encoding: "utf8" })) {
    const lines = (rest + String(chunk)).split("\n");
    rest = lines.pop() ?? "";
    for (const text of lines) yield { text: text.replace(/^\uFEFF/, ""), isEnded: true };
  }
  if (rest !== "") yield { text: rest.replace(/^\uFEFF/, ""), isEnded: false };
}

/** Adds one line's message; answers what is wrong with it. */
function addLine(text: string, collector: RunCollector): string | undefined {
  const envelope = parseJson(text);
  if (!isFields(envelope)) return "it is not JSON of an object";
  // A newer cucumber may send kinds that are not known here: one field that holds an object.
  const fields = Object.values(envelope);
  if (fields.length !== 1 || !fields.every(isFields)) return "it is JSON, but no cucumber message";
  try {
    collector.add(envelope as unknown as messages.Envelope);
    return undefined;
  } catch {
    return `its "${Object.keys(envelope)[0]}" lacks what such a message holds`;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
