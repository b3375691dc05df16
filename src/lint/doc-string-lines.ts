// Which lines of a file are the content of doc strings, where every space counts.
import type { Step, Story } from "../story/story.ts";
import { listScenarios, ownSteps } from "../story/walk.ts";

/** Line numbers from 1, the delimiters' own lines included. */
export function findDocStringLines(story: Story, lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const step of listSteps(story)) {
    if (step.argument?.kind !== "text") continue;
    let line = step.line + 1;
    while (line <= lines.length && !/^\s*(?:"""|```)/.test(lines[line - 1] ?? "")) line += 1;
    const mark = (lines[line - 1] ?? "").trimStart().slice(0, 3);
    do {
      found.add(line);
      line += 1;
    } while (line <= lines.length && !(lines[line - 1] ?? "").trimStart().startsWith(mark));
    found.add(line);
  }
  return found;
}

function* listSteps(story: Story): Generator<Step, void> {
  yield* story.background?.steps ?? [];
  for (const rule of story.rules) yield* rule.background?.steps ?? [];
  for (const scenario of listScenarios(story)) yield* ownSteps(scenario);
}
