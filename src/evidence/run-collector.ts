// Turns cucumber's messages, one by one, into the TruthReport. It takes them live from a formatter or from files,
// keeps only what the report needs, and can finish at any moment: what is missing by then is unproven.
import type * as messages from "@cucumber/messages";
import { EvidenceReader } from "./evidence.ts";
import { addCounts, countGuarantees, judgeCounts, leaveOpen } from "./judge.ts";
import { mergeRuns } from "./merge-runs.ts";
import { reportRun } from "./report-run.ts";
import { reportStory } from "./report-story.ts";
import { RunRecord } from "./run-record.ts";
import {
  type Judgement,
  type RunProblem,
  type StoryReport,
  type TruthReport,
  truthReportVersion,
} from "./truth-report.ts";

export class RunCollector {
  readonly #runs: RunRecord[] = [];
  readonly #problems: RunProblem[] = [];
  readonly #evidence = new EvidenceReader();
  #current: RunRecord | undefined;

  /** Says that messages of another run follow: ids mean nothing beyond their run. A second `meta` says the same. */
  startRun(): void {
    this.#current = undefined;
  }

  /** Takes the next message of the run. */
  add(envelope: messages.Envelope): void {
    if (this.#current === undefined || (envelope.meta && this.#current.meta)) {
      this.#current = new RunRecord(this.#evidence);
      this.#runs.push(this.#current);
    }
    this.#current.add(envelope);
  }

  /** Adds something that went wrong with the evidence itself. */
  addProblem(problem: RunProblem): void {
    this.#problems.push(problem);
  }

  /** The report of everything so far; messages may go on coming afterwards. */
  finish(): TruthReport {
    const run = reportRun(this.#runs, this.#problems);
    const stories = mergeRuns(this.#runs).map(({ story, find }) => reportStory(story, find));
    const counts = addCounts(stories.map((story) => story.counts));
    return {
      version: truthReportVersion,
      ...judgeAll(stories, run.problems),
      run,
      counts,
      storyCounts: countGuarantees(stories),
      stories,
    };
  }
}

function judgeAll(stories: readonly StoryReport[], problems: readonly RunProblem[]): Judgement {
  const judgement = judgeCounts(addCounts(stories.map((story) => story.counts)));
  const grave = problems.find(({ kind }) => kind !== "interrupted");
  if (grave === undefined || judgement.verdict === "refuted") return judgement;
  return leaveOpen("run-problem", grave.text);
}
