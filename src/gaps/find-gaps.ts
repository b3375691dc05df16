// Which kinds of guarantee stories have and lack, from what they say; nothing is run.
import parseTagExpression from "@cucumber/tag-expressions";
import type { GapsOptions, GuaranteeKind } from "../config/gaps-options.ts";
import type { Scenario, Story } from "../story/story.ts";
import { listScenarios } from "../story/walk.ts";
import type { Signals } from "./compile-signals.ts";
import { type ExceptionFinder, makeExceptionFinder } from "./exceptions.ts";
import type { GapCount, GapReport, KindState, StoryGaps } from "./gap-report.ts";
import type { KindMark } from "./kind-mark.ts";
import { kindIds } from "./kinds.ts";
import { type CaseChoice, kindsOf } from "./kinds-of.ts";
import { readSignals } from "./read-signals.ts";

export interface GapsChoice extends GapsOptions {
  /** A cucumber tag expression: only scenarios that it chooses count, and stories without any are left out. */
  readonly tags?: string;
  /** Default: all that are not switched off. */
  readonly kinds?: readonly GuaranteeKind[];
}

/**
 * Looks at the stories one after the other.
 * @throws Error when the tag expression cannot be parsed
 */
export function findGaps(stories: Iterable<Story>, choice: GapsChoice = {}): GapReport {
  const look = makeStoryLook(choice);
  return reportGaps(
    [...stories].flatMap((story) => look(story) ?? []),
    choice,
  );
}

/** The same for one story at a time, so that its scenarios need not be kept. */
export function makeStoryLook(choice: GapsChoice): (story: Story) => StoryGaps | undefined {
  const signals = readSignals(choice);
  const except = makeExceptionFinder(choice.notApplicable);
  const kinds = chooseKinds(choice);
  const isChosen = makeCaseChoice(choice.tags);
  return (story) => {
    const scenarios = [...listScenarios(story)].filter(({ cases }) => cases.some(isChosen));
    if (scenarios.length === 0 && choice.tags !== undefined) return undefined;
    return lookAtStory(story, scenarios, { signals, except, kinds, isChosen });
  };
}

export function reportGaps(stories: readonly StoryGaps[], choice: GapsChoice): GapReport {
  const kinds = chooseKinds(choice);
  return { kinds, stories, gaps: countGaps(stories, kinds) };
}

function chooseKinds({ kinds = kindIds, off = [] }: GapsChoice): readonly GuaranteeKind[] {
  return kindIds.filter((kind) => kinds.includes(kind) && !off.includes(kind));
}

function makeCaseChoice(expression = ""): CaseChoice {
  if (expression.trim() === "") return () => true;
  const parsed = parseTagExpression(expression);
  return ({ tags }) => parsed.evaluate(tags.map(({ name }) => name));
}

interface Look {
  readonly signals: Signals;
  readonly except: ExceptionFinder;
  readonly kinds: readonly GuaranteeKind[];
  readonly isChosen: CaseChoice;
}

function lookAtStory(story: Story, scenarios: readonly Scenario[], look: Look): StoryGaps {
  const marks = new Map<GuaranteeKind, KindMark[]>();
  for (const mark of scenarios.flatMap((one) => kindsOf(one, story, look.signals, look.isChosen))) {
    const known = marks.get(mark.kind);
    if (known === undefined) marks.set(mark.kind, [mark]);
    else known.push(mark);
  }
  const { id, uri, title, line, language } = story;
  const kinds = look.kinds.map((kind) => judgeKind(kind, marks.get(kind) ?? [], story, look));
  return { id, uri, title, line, language, scenarios: scenarios.length, kinds };
}

function judgeKind(
  kind: GuaranteeKind,
  marks: readonly KindMark[],
  story: Story,
  { except }: Look,
): KindState {
  const present = marks.filter(({ state }) => state === "present");
  if (present.length > 0) return { kind, state: "present", marks: present };
  const reason = except(story, kind);
  if (reason !== undefined) return { kind, state: "not-applicable", reason };
  return marks.length > 0 ? { kind, state: "planned", marks } : { kind, state: "missing" };
}

function countGaps(
  stories: readonly StoryGaps[],
  kinds: readonly GuaranteeKind[],
): readonly GapCount[] {
  const counts = kinds.map((kind, index) => {
    const states = stories.map((story) => story.kinds[index]?.state);
    const count = (state: string) => states.filter((one) => one === state).length;
    return {
      kind,
      missing: count("missing"),
      planned: count("planned"),
      of: stories.length - count("not-applicable"),
    };
  });
  return counts
    .filter(({ missing, planned }) => missing + planned > 0)
    .sort((a, b) => b.missing / b.of - a.missing / a.of || b.planned - a.planned);
}
