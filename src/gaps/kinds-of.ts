// Which kinds of guarantee a scenario stands for, each with its reason. It knows one scenario in its story, no others.
import type { Case, Scenario, Story } from "../story/story.ts";
import type { Signals } from "./compile-signals.ts";
import { type Found, type FoundKinds, judgeCase } from "./judge-case.ts";
import type { KindMark } from "./kind-mark.ts";
import { kindIds } from "./kinds.ts";
import { findNeighbours, type JudgedRow } from "./neighbours.ts";
import { listSpoken } from "./spoken-parts.ts";

interface JudgedCase extends JudgedRow {
  readonly found: FoundKinds;
}

export type CaseChoice = (one: Case) => boolean;

/**
 * At most one mark of each kind, in the order of the kinds: of what is there before of what is planned.
 * @param isChosen which rows of an outline count; default: all
 */
export function kindsOf(
  scenario: Scenario,
  story: Story,
  signals: Signals,
  isChosen: CaseChoice = () => true,
): readonly KindMark[] {
  const isEnglish = /^en(?:-|$)/.test(story.language);
  const judged: JudgedCase[] = [];
  for (const one of listSpoken(scenario, story)) {
    if (!isChosen(one.spoken)) continue;
    const found = judgeCase(one, signals, isEnglish);
    judged.push({ row: one.spoken, found, isRefused: found.has("unhappy-path") });
  }
  const marks = new Map<string, KindMark>();
  // Nothing tells a limit as plainly as what happens on either side of it.
  const isBuilt = judged.some(({ row }) => row.tags.every(({ name }) => name !== "@planned"));
  for (const mark of listNeighbourMarks(scenario, judged, signals)) {
    if (!marks.has(mark.kind)) {
      marks.set(mark.kind, { ...mark, state: isBuilt ? "present" : "planned" });
    }
  }
  for (const { row, found } of judged) {
    const state = row.tags.some(({ name }) => name === "@planned") ? "planned" : "present";
    for (const [kind, why] of found) {
      // The rows of an outline say much the same.
      const known = marks.get(kind)?.state;
      if (known !== undefined && (known === "present" || state === "planned")) continue;
      marks.set(kind, { ...toMark(why, scenario), kind, state });
    }
  }
  return kindIds.flatMap((kind) => marks.get(kind) ?? []);
}

function toMark({ hit, part }: Found, scenario: Scenario): Omit<KindMark, "kind" | "state"> {
  const { id, because } = hit.signal;
  // An outcome that only has to be there is its own reason as a whole.
  const words = hit.words.length <= 1 && part.text.length > 1 ? part.text : hit.words;
  return {
    scenario: { id: scenario.id, title: scenario.title, line: scenario.line },
    line: part.line,
    signal: { id, from: part.place, because },
    words: words.length > longestWords ? `${words.slice(0, longestWords)}…` : words,
  };
}

/** Nobody reads more of a reason, and a step may be a megabyte of data. */
const longestWords = 300;

function* listNeighbourMarks(
  scenario: Scenario,
  judged: readonly JudgedCase[],
  signals: Signals,
): Generator<KindMark> {
  if (scenario.examples.length === 0 || !signals.has("neighbours")) return;
  const neighbours = findNeighbours(judged);
  if (neighbours === undefined) return;
  for (const hit of signals.find("neighbours", neighbours.words, true)) {
    const part = { place: "neighbours", text: neighbours.words, isBackground: false } as const;
    const mark = toMark({ hit, part: { ...part, line: neighbours.line } }, scenario);
    yield { ...mark, kind: hit.signal.kind, state: "present" };
  }
}
