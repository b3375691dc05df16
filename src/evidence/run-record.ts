// What one stream of messages has told so far, indexed the way the messages refer to each other. Ids hold
// within one run only, so each run has a record of its own. It judges nothing.
import type * as messages from "@cucumber/messages";
import { readStory } from "../story/read-story.ts";
import type { Story } from "../story/story.ts";
import type { Environment } from "./attachment-kinds.ts";
import {
  type AttemptRecord,
  findStep,
  type PlannedStep,
  readOutcome,
  startAttempt,
  toMilliseconds,
} from "./attempt-record.ts";
import type { Evidence, EvidenceReader } from "./evidence.ts";
import type { Place, RunProblem } from "./truth-report.ts";

/** A pickle that cucumber chose to run, with its tries. */
export interface TestCaseRecord {
  readonly planned: readonly PlannedStep[];
  readonly attempts: AttemptRecord[];
}

export interface HookRecord {
  readonly name?: string;
  readonly type?: string;
  readonly place?: Place;
}

export class RunRecord {
  readonly stories = new Map<string, Story>();
  readonly pickles: messages.Pickle[] = [];
  readonly testCasesByPickle = new Map<string, TestCaseRecord>();
  readonly hooks = new Map<string, HookRecord>();
  readonly problems: RunProblem[] = [];
  readonly environments = new Map<string, Environment>();
  readonly evidence: Evidence[] = [];
  meta: messages.Meta | undefined;
  startedAtMs: number | undefined;
  finishedAtMs: number | undefined;
  /** When the last case ended: how long a run took that never finished. */
  lastSeenMs: number | undefined;
  success: boolean | undefined;

  readonly #reader: EvidenceReader;
  readonly #testCases = new Map<string, TestCaseRecord>();
  readonly #running = new Map<string, AttemptRecord>();
  readonly #runHooks = new Map<string, string>();
  readonly #sources = new Map<string, string>();

  constructor(reader: EvidenceReader) {
    this.#reader = reader;
  }

  add(envelope: messages.Envelope): void {
    // The most frequent kinds first; that a step started tells nothing that its end does not.
    if (envelope.testStepStarted) return;
    if (envelope.testStepFinished) this.#finishStep(envelope.testStepFinished);
    else if (envelope.testCaseStarted) this.#startCase(envelope.testCaseStarted);
    else if (envelope.testCaseFinished) this.#finishCase(envelope.testCaseFinished);
    else if (envelope.testCase) this.#planCase(envelope.testCase);
    else if (envelope.pickle) this.pickles.push(envelope.pickle);
    else if (envelope.attachment) this.#attach(envelope.attachment);
    else if (envelope.source) this.#sources.set(envelope.source.uri, envelope.source.data);
    else if (envelope.gherkinDocument) this.#addDocument(envelope.gherkinDocument);
    else if (envelope.hook) this.#addHook(envelope.hook);
    else this.#addAboutRun(envelope);
  }

  #addAboutRun(envelope: messages.Envelope): void {
    if (envelope.meta) this.meta = envelope.meta;
    else if (envelope.testRunStarted) this.#startRun(envelope.testRunStarted);
    else if (envelope.testRunFinished) this.#finishRun(envelope.testRunFinished);
    else if (envelope.testRunHookStarted) {
      this.#runHooks.set(envelope.testRunHookStarted.id, envelope.testRunHookStarted.hookId);
    } else if (envelope.testRunHookFinished) this.#finishRunHook(envelope.testRunHookFinished);
    else if (envelope.parseError) this.#addParseError(envelope.parseError);
    else if (envelope.undefinedParameterType) {
      const { name, expression } = envelope.undefinedParameterType;
      const text = `The step definition "${expression}" uses the unknown parameter type {${name}}`;
      this.problems.push({ kind: "unknown-parameter-type", text });
    }
  }

  #addDocument(document: messages.GherkinDocument): void {
    const story = readStory(document);
    if (story !== undefined) this.stories.set(document.uri ?? "", story);
    // Only a file that does not parse is asked for its text again.
    this.#sources.delete(document.uri ?? "");
  }

  #addHook({ id, name, type, sourceReference }: messages.Hook): void {
    const place = readPlace(sourceReference);
    this.hooks.set(id, {
      ...(name === undefined ? {} : { name }),
      ...(type === undefined ? {} : { type }),
      ...(place === undefined ? {} : { place }),
    });
  }

  #planCase({ id, pickleId, testSteps }: messages.TestCase): void {
    const planned = testSteps.map(({ id: stepId, pickleStepId, hookId }) => {
      return { id: stepId, pickleStepId, hookId };
    });
    const record: TestCaseRecord = { planned, attempts: [] };
    this.#testCases.set(id, record);
    this.testCasesByPickle.set(pickleId, record);
  }

  #startCase(started: messages.TestCaseStarted): void {
    const testCase = this.#testCases.get(started.testCaseId);
    if (testCase === undefined) return;
    const attempt = startAttempt(started, testCase.planned);
    testCase.attempts.push(attempt);
    this.#running.set(started.id, attempt);
  }

  #finishStep({ testCaseStartedId, testStepId, testStepResult }: messages.TestStepFinished): void {
    const attempt = this.#running.get(testCaseStartedId);
    if (attempt === undefined) return;
    const step = findStep(attempt, testStepId);
    if (step >= 0) attempt.outcomes[step] = readOutcome(testStepResult);
  }

  #finishCase(finished: messages.TestCaseFinished): void {
    const attempt = this.#running.get(finished.testCaseStartedId);
    if (attempt === undefined) return;
    attempt.finishedAtMs = toMilliseconds(finished.timestamp);
    attempt.willBeRetried = finished.willBeRetried;
    this.lastSeenMs = attempt.finishedAtMs;
    this.#running.delete(finished.testCaseStartedId);
  }

  #attach(attachment: messages.Attachment): void {
    const attempt = this.#running.get(attachment.testCaseStartedId ?? "");
    const step =
      attempt === undefined || attachment.testStepId === undefined
        ? -1
        : findStep(attempt, attachment.testStepId);
    const read = this.#reader.read(attachment, step < 0 ? undefined : step);
    if (read.kind === "environment") {
      this.#addEnvironment(read.environment);
    } else {
      (attempt ?? this).evidence.push(read.evidence);
    }
  }

  /** A worker tells where it runs before it has a browser, and again with it: then only the second counts. */
  #addEnvironment(environment: Environment): void {
    const { browser, ...place } = environment;
    const bare = JSON.stringify(place);
    const withBrowser = [...this.environments.keys()].some((key) => key.startsWith(`${bare} `));
    if (browser === undefined && withBrowser) return;
    if (browser !== undefined) this.environments.delete(bare);
    const key = browser === undefined ? bare : `${bare} ${JSON.stringify(browser)}`;
    this.environments.set(key, environment);
  }

  #startRun({ timestamp }: messages.TestRunStarted): void {
    this.startedAtMs = toMilliseconds(timestamp);
  }

  #finishRun({ timestamp, success, message, exception }: messages.TestRunFinished): void {
    this.finishedAtMs = toMilliseconds(timestamp);
    this.success = success;
    const text = exception?.message ?? message;
    if (text === undefined) return;
    const stack = exception?.stackTrace;
    this.problems.push({ kind: "run-failed", text, ...(stack === undefined ? {} : { stack }) });
  }

  #finishRunHook({ testRunHookStartedId, result }: messages.TestRunHookFinished): void {
    const { status, error } = readOutcome(result);
    if (status === "passed" || status === "skipped") return;
    const hook = this.hooks.get(this.#runHooks.get(testRunHookStartedId) ?? "");
    this.problems.push({
      kind: "hook-failed",
      text: `${nameHook(hook)} ${status}: ${error?.message ?? "no message"}`,
      ...(hook?.place === undefined ? {} : { place: hook.place }),
      ...(error?.stack === undefined ? {} : { stack: error.stack }),
    });
  }

  #addParseError({ source, message }: messages.ParseError): void {
    const place = readPlace(source);
    const lines = this.#sources.get(source.uri ?? "")?.split(/\r?\n/);
    const line = lines?.[(place?.line ?? 0) - 1];
    this.problems.push({
      kind: "parse-error",
      text: message.replace(/^\(\d+:\d+\):\s*/, ""),
      ...(place === undefined ? {} : { place }),
      ...(line === undefined ? {} : { source: line }),
    });
  }
}

const hookNames: Readonly<Record<string, string>> = {
  BEFORE_TEST_RUN: "BeforeAll hook",
  AFTER_TEST_RUN: "AfterAll hook",
  BEFORE_TEST_CASE: "Before hook",
  AFTER_TEST_CASE: "After hook",
  BEFORE_TEST_STEP: "BeforeStep hook",
  AFTER_TEST_STEP: "AfterStep hook",
};

/** `Before hook "name"`, as far as it is known. */
export function nameHook(hook: HookRecord | undefined): string {
  const kind = hookNames[hook?.type ?? ""] ?? "Hook";
  return hook?.name === undefined ? kind : `${kind} "${hook.name}"`;
}

function readPlace({ uri, location }: messages.SourceReference): Place | undefined {
  if (uri === undefined) return undefined;
  return {
    uri: uri.replaceAll("\\", "/"),
    ...(location === undefined ? {} : { line: location.line }),
    ...(location?.column === undefined ? {} : { column: location.column }),
  };
}
