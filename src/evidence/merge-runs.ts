// Puts shards and re-runs together: for each story its newest text, for each case the run that says most.
// Results count only for the very text that they were found for.
import type * as messages from "@cucumber/messages";
import type { Case, Scenario, Story } from "../story/story.ts";
import { lastAttempt } from "./judge-case.ts";
import { storiesOfOrphans } from "./orphan-pickles.ts";
import type { CaseResult, FindResult } from "./report-story.ts";
import type { RunRecord } from "./run-record.ts";

export interface MergedStory {
  readonly story: Story;
  readonly find: FindResult;
}

/** The stories of all runs, sorted by path, with a way to look up what is known of their cases. */
export function mergeRuns(runs: readonly RunRecord[]): readonly MergedStory[] {
  const oldestFirst = runs.toSorted((a, b) => (a.startedAtMs ?? 0) - (b.startedAtMs ?? 0));
  const newest = new Map<string, { story: Story; run: RunRecord }>();
  const results = new Map<string, CaseResult>();
  for (const run of oldestFirst) {
    const pickles = indexPickles(run);
    for (const story of [...run.stories.values(), ...storiesOfOrphans(run)]) {
      newest.set(story.uri, { story, run });
      for (const { scenario, one } of listCases(story)) {
        const key = keyOf(story, one);
        const result = readResult(run, scenario, pickles.get(pickleKey(story.uri, one.nodeKey)));
        const known = results.get(key);
        if (known === undefined || rank(result) >= rank(known)) results.set(key, result);
      }
    }
  }
  return [...newest.values()]
    .sort((a, b) => (a.story.uri < b.story.uri ? -1 : 1))
    .map(({ story, run }) => ({
      story,
      find: (scenario, one) =>
        results.get(keyOf(story, one)) ?? { run, scenario, pickle: undefined, testCase: undefined },
    }));
}

function keyOf(story: Story, one: Case): string {
  return `${story.uri}\n${one.id}\n${one.contentHash}`;
}

function pickleKey(uri: string, nodeKey: string): string {
  return `${uri.includes("\\") ? uri.replaceAll("\\", "/") : uri}\n${nodeKey}`;
}

function indexPickles(run: RunRecord): ReadonlyMap<string, messages.Pickle> {
  return new Map(
    run.pickles.map((pickle) => [pickleKey(pickle.uri, pickle.astNodeIds.join(" ")), pickle]),
  );
}

function listCases(story: Story): { scenario: Scenario; one: Case }[] {
  const scenarios = [...story.scenarios, ...story.rules.flatMap((rule) => rule.scenarios)];
  return scenarios.flatMap((scenario) => scenario.cases.map((one) => ({ scenario, one })));
}

function readResult(
  run: RunRecord,
  scenario: Scenario,
  pickle: messages.Pickle | undefined,
): CaseResult {
  const testCase = pickle === undefined ? undefined : run.testCasesByPickle.get(pickle.id);
  return { run, scenario, pickle, testCase };
}

/** A result that ended says more than one that was cut short, and that more than none; of equals the later counts. */
function rank({ testCase, pickle }: CaseResult): number {
  if (testCase === undefined) return pickle === undefined ? 0 : 1;
  const last = lastAttempt(testCase);
  if (last === undefined) return 2;
  return last.finishedAtMs === undefined ? 3 : 4;
}
