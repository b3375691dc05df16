// A cell of a table as what is expected: a check where it reads as one, a placeholder, or the value itself.
import type { Check } from "../../src/checks/check.ts";
import { parseCheck } from "../../src/checks/check-parser.ts";
import { literalPattern } from "../../src/checks/literal.ts";
import { amountPattern } from "../../src/checks/money.ts";
import type { Source } from "../../src/checks/predicate.ts";
import { plainSurroundings } from "../../src/checks/surroundings.ts";
import { ownChecks } from "../../src/journey/team-definitions.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { matchStoryJson } from "../match-story-json.ts";
import { readCheck } from "../read-check.ts";

type JudgeCell = (
  world: StoryWorld,
  cell: string,
  actual: unknown,
  subject: string,
  source?: Source,
) => string | undefined;

/** The failure, if the value is not as the cell says. */
export const judgeCell: JudgeCell = (world, cell, actual, subject, source = "data") => {
  if (/^#(?!$)/.test(cell)) return judgePlaceholder(cell, actual, subject);
  return readCell(world, cell).judge(actual, subject, source);
};

/** The failure, if the value is as the cell says, or of a kind of which it cannot be asked. Nothing is never so. */
export const judgeNotCell: JudgeCell = (world, cell, actual, subject, source = "data") => {
  const failure = judgeCell(world, cell, actual, subject, source);
  if (failure !== undefined && (actual === undefined || cell.startsWith("#"))) return undefined;
  if (cell.startsWith("#")) return `expected ${subject} not to be ${cell}, but it is`;
  return readCell(world, cell).judgeOpposite(actual, subject, source);
};

/** Words that only a check begins with: a mistake behind them is told, and not taken for a text. */
const checkStart =
  /^(?:should(?:n't)?\b|(?:must|shall)(?: not|n't)? (?:be|equal|contain|include|match|start|begin|end|have|exist)\b)/;

const values = new RegExp(`^(?:${amountPattern}|${literalPattern})$`);

/** A check, a value such as 5 or "5", or else the very text: "present" is a word like any other. */
function readCell(world: StoryWorld, cell: string): Check {
  if (checkStart.test(cell) || isCheck(cell)) return readCheck(world, cell);
  return readCheck(world, `should be ${values.test(cell) ? cell : JSON.stringify(cell)}`);
}

/** "contains "a"" and the like; names in it are given their values later. */
function isCheck(cell: string): boolean {
  const own = { ...plainSurroundings, own: ownChecks() };
  return /^[a-z]/.test(cell) && parseCheck(cell, undefined, own).kind === "ok";
}

/** "#uuid" in a cell means what it means in JSON. */
function judgePlaceholder(cell: string, actual: unknown, subject: string): string | undefined {
  const options = { mode: "partial", order: "ordered" } as const;
  const [mismatch] = matchStoryJson({ it: actual }, { it: cell }, options);
  return mismatch && `expected ${subject}: ${mismatch.expected} ${mismatch.actual}`.trimEnd();
}
