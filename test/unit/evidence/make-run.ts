// Makes the messages of a run from feature texts, the way cucumber-js sends them, with chosen outcomes.
import { randomUUID } from "node:crypto";
import { compile } from "@cucumber/gherkin";
import type * as messages from "@cucumber/messages";
import { parseFeature } from "../story/parse-feature.ts";

export type Envelope = messages.Envelope;

export interface RunPlan {
  readonly features: Readonly<Record<string, string>>;
  readonly selects?: (pickle: messages.Pickle) => boolean;
  /** What becomes of a step, by its text and the try (from 0); default: it passes. */
  readonly outcome?: (text: string, attempt: number) => string;
  readonly retries?: number;
  /** When the run starts, in seconds since the epoch. */
  readonly startSeconds?: number;
  readonly attachments?: readonly Partial<messages.Attachment>[];
  /** What becomes of the last hook, by the try; default: there is none. */
  readonly hook?: (attempt: number) => HookEnd;
}

export interface HookEnd {
  readonly attachments?: readonly Partial<messages.Attachment>[];
  /** Then it failed. */
  readonly error?: { readonly type: string; readonly message: string };
}

export function makeRun(plan: RunPlan): Envelope[] {
  const { envelopes, pickles } = parseAll(plan.features);
  const selected = pickles.filter(plan.selects ?? (() => true));
  const clock = createClock(plan.startSeconds ?? 1_700_000_000);
  const started = clock();
  const testCases = selected.map((pickle) => ({
    id: randomUUID(),
    pickleId: pickle.id,
    testSteps: [
      ...pickle.steps.map((step) => ({ id: randomUUID(), pickleStepId: step.id })),
      ...(plan.hook === undefined ? [] : [{ id: randomUUID(), hookId: "hook" }]),
    ],
  }));
  const ran = testCases.map((testCase, index) =>
    runCase(testCase, selected[index]?.steps ?? [], plan, clock),
  );
  return [
    meta,
    ...envelopes,
    ...(plan.hook === undefined ? [] : [{ hook: lastHook }]),
    { testRunStarted: { id: "run", timestamp: started } },
    ...testCases.map((testCase) => ({ testCase })),
    ...ran.flatMap((one) => one.envelopes),
    {
      testRunFinished: {
        testRunStartedId: "run",
        timestamp: clock(),
        success: ran.every((one) => one.passed),
      },
    },
  ];
}

const lastHook: messages.Hook = {
  id: "hook",
  name: "measures",
  sourceReference: { uri: "hooks.js", location: { line: 1 } },
  type: "AFTER_TEST_CASE" as messages.HookType,
};

const meta: Envelope = {
  meta: {
    protocolVersion: "32.3.1",
    implementation: { name: "cucumber-js", version: "12.9.0" },
    runtime: { name: "node.js", version: "20.19.0" },
    os: { name: "linux" },
    cpu: { name: "x64" },
    ci: {
      name: "Some CI",
      url: "https://ci.test/1",
      buildNumber: "1",
      git: { remote: "https://git.test/a.git", revision: "0123456789abcdef", branch: "main" },
    },
  },
};

function parseAll(features: RunPlan["features"]) {
  const pickles: messages.Pickle[] = [];
  const envelopes = Object.entries(features).flatMap(([uri, data]): Envelope[] => {
    const mediaType = "text/x.cucumber.gherkin+plain" as messages.SourceMediaType;
    // Ids that no other run has, as cucumber-js makes them.
    const document = parseFeature(data, uri, Math.floor(Math.random() * 1e12));
    const own = compile(document, uri, randomUUID);
    pickles.push(...own);
    return [
      { source: { uri, data, mediaType } },
      { gherkinDocument: document },
      ...own.map((pickle) => ({ pickle })),
    ];
  });
  return { envelopes, pickles };
}

function createClock(startSeconds: number): () => messages.Timestamp {
  let ticks = 0;
  return () => ({ seconds: startSeconds, nanos: 1_000_000 * ticks++ });
}

function runCase(
  testCase: messages.TestCase,
  steps: readonly messages.PickleStep[],
  plan: RunPlan,
  clock: () => messages.Timestamp,
) {
  const envelopes: Envelope[] = [];
  for (let attempt = 0; ; attempt += 1) {
    const id = randomUUID();
    const hook = plan.hook?.(attempt);
    const statuses = [
      ...judge(steps, attempt, plan.outcome ?? (() => "PASSED")),
      ...(hook === undefined ? [] : [hook.error === undefined ? "PASSED" : "FAILED"]),
    ];
    const failed = statuses.includes("FAILED");
    const willBeRetried = failed && attempt < (plan.retries ?? 0);
    envelopes.push({
      testCaseStarted: { id, testCaseId: testCase.id, attempt, timestamp: clock() },
    });
    testCase.testSteps.forEach((step, index) => {
      const first = index === 0 ? plan.attachments : undefined;
      const told = step.hookId === undefined ? { attachments: first ?? [] } : (hook ?? {});
      envelopes.push(...runStep(id, step.id, statuses[index] ?? "PASSED", told, clock));
    });
    envelopes.push({
      testCaseFinished: { testCaseStartedId: id, timestamp: clock(), willBeRetried },
    });
    if (!willBeRetried) return { envelopes, passed: statuses.every((one) => one === "PASSED") };
  }
}

function judge(
  steps: readonly messages.PickleStep[],
  attempt: number,
  outcome: NonNullable<RunPlan["outcome"]>,
): string[] {
  const statuses: string[] = [];
  for (const { text } of steps) {
    const stopped = statuses.some((status) => status !== "PASSED");
    statuses.push(stopped ? "SKIPPED" : outcome(text, attempt));
  }
  return statuses;
}

function runStep(
  testCaseStartedId: string,
  testStepId: string,
  status: string,
  { attachments: attached = [], error = { type: "Error", message: "it broke" } }: HookEnd,
  clock: () => messages.Timestamp,
): Envelope[] {
  const told = `Error: ${error.message}\n    at place`;
  const failure = { message: `${told} (steps.js:1:2)`, exception: { ...error, stackTrace: told } };
  return [
    { testStepStarted: { testCaseStartedId, testStepId, timestamp: clock() } },
    ...attached.map((attachment): Envelope => {
      const attachmentBase = { body: "", mediaType: "text/plain", contentEncoding: "IDENTITY" };
      const full = { ...attachmentBase, testCaseStartedId, testStepId, ...attachment };
      return { attachment: full as messages.Attachment };
    }),
    {
      testStepFinished: {
        testCaseStartedId,
        testStepId,
        timestamp: clock(),
        testStepResult: {
          status: status as messages.TestStepResultStatus,
          duration: { seconds: 0, nanos: 1_500_000 },
          ...(status === "FAILED" ? failure : {}),
        },
      },
    },
  ];
}
