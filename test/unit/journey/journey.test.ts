import { expect, test } from "vitest";
import { checkJourney } from "../../../src/journey/check-journey.ts";
import type { Code } from "../../../src/journey/code.ts";
import { Journey } from "../../../src/journey/journey.ts";
import type { PlannedCall, PlannedHook, PlannedStep } from "../../../src/journey/journey-plan.ts";

interface Notes {
  readonly notes: string[];
}

const deadlineMs = 10_000;

function step(text: string, run: Code, options: Partial<PlannedStep> = {}): PlannedStep {
  const matched = [{ getValue: (world: unknown) => world }];
  const defaults = {
    takesCallback: false,
    timeoutMs: -1,
    isAction: true,
    isDoing: true,
    argument: undefined,
  };
  return { kind: "step", step: text, run, matched, ...defaults, ...options };
}

function hook(run: Code, options: Partial<PlannedHook> = {}): PlannedHook {
  const parameter = { result: { status: "PASSED" } };
  return { kind: "hook", run, takesCallback: false, timeoutMs: -1, parameter, ...options };
}

/** Notes its name in the World, and what it was told. */
function noting(name: string, more: Code = () => undefined): Code {
  return function (...args) {
    (this as Notes).notes.push(name);
    return more.apply(this, args);
  };
}

function journeyOf(
  calls: readonly PlannedCall[],
  after: readonly PlannedHook[] = [],
): { journey: Journey; worlds: Notes[] } {
  const worlds: Notes[] = [];
  const makeWorld = () => {
    const world = { notes: [] };
    worlds.push(world);
    return world;
  };
  const inScope = (_world: object, run: () => void) => run();
  const plan = { kind: "plan" as const, calls, after };
  return { journey: new Journey({ plan, makeWorld, inScope }, []), worlds };
}

const never = () => new Promise<void>(() => {});

test("calls come in their order, each run with a World of its own and arguments made for it", async () => {
  const { journey, worlds } = journeyOf(
    [
      hook(noting("Before")),
      hook(noting("BeforeStep"), { step: "one" }),
      step(
        "one",
        noting("one", function (argument) {
          if (argument !== this) throw new Error("made for another World");
        }),
      ),
      hook(noting("AfterStep"), { kind: "after-step", step: "one" }),
      step(
        "two",
        noting("two", async () => {}),
        { isAction: false },
      ),
    ],
    [hook(noting("After"))],
  );
  const outcomes = await Promise.all([1, 2, 3].map(() => journey.replay({ deadlineMs })));
  expect(outcomes.map(({ kind }) => kind)).toEqual(["completed", "completed", "completed"]);
  const notes = ["Before", "BeforeStep", "one", "AfterStep", "two", "After"];
  expect(worlds.map((world) => world.notes)).toEqual([notes, notes, notes]);
  const [first] = outcomes;
  expect(first?.steps.map(({ text }) => text)).toEqual(["one", "two"]);
  expect(first?.actionTimeMs).toBe(first?.steps[0]?.durationMs);
});

test("arguments may come as promises, and codes may take a callback", async () => {
  const seen: unknown[] = [];
  const { journey } = journeyOf([
    step("later", (value) => void seen.push(value), {
      matched: [{ getValue: async () => "made later" }],
    }),
    step(
      "callback",
      (value, done) => {
        seen.push(value);
        setImmediate(done as () => void);
      },
      { takesCallback: true, matched: [{ getValue: () => "first" }] },
    ),
    step("refused", (done) => (done as (error: unknown) => void)("no"), {
      takesCallback: true,
      matched: [],
    }),
  ]);
  const outcome = await journey.replay({ deadlineMs });
  expect(seen).toEqual(["made later", "first"]);
  expect(outcome).toMatchObject({ kind: "failed", step: "refused", error: { message: "no" } });
});

test("after a failure only the hooks after that step and the After hooks run, and they are told", async () => {
  const told: unknown[] = [];
  const tell: Code = (parameter) => void told.push((parameter as { result: unknown }).result);
  const { journey, worlds } = journeyOf(
    [
      step("good", noting("good")),
      hook(noting("AfterStep good", tell), { kind: "after-step", step: "good" }),
      step(
        "bad",
        noting("bad", () => Promise.reject(new Error("no stock"))),
      ),
      hook(noting("AfterStep bad", tell), { kind: "after-step", step: "bad" }),
      step("skipped", noting("skipped")),
    ],
    [
      hook(noting("After one", () => Promise.reject(new Error("second")))),
      hook(noting("After two", tell)),
    ],
  );
  const outcome = await journey.replay({ deadlineMs });
  expect(outcome).toMatchObject({ kind: "failed", step: "bad", error: { message: "no stock" } });
  const notes = ["good", "AfterStep good", "bad", "AfterStep bad", "After one", "After two"];
  expect(worlds[0]?.notes).toEqual(notes);
  const failed = { status: "FAILED", message: "no stock" };
  expect(told).toMatchObject([{ status: "PASSED" }, failed, failed]);
});

test.each(["pending", "skipped"])(
  "a step that answers %s has not done what it did",
  async (answer) => {
    const { journey } = journeyOf([step("one", () => answer)]);
    expect(await journey.replay({ deadlineMs })).toMatchObject({
      kind: "failed",
      step: "one",
      error: { message: `It answered "${answer}", which it did not in the first run.` },
    });
  },
);

test("a step's own timeout is kept", async () => {
  const { journey } = journeyOf([step("slow", never, { timeoutMs: 5 })]);
  expect(await journey.replay({ deadlineMs })).toMatchObject({
    kind: "failed",
    error: {
      message: "function timed out, ensure the promise resolves within 5 milliseconds",
    },
  });
});

test("at the deadline After hooks run once each, and what nobody waits for any more begins nothing", async () => {
  let proceed = (): void => {};
  const stuck = () => new Promise<void>((resolve) => (proceed = resolve));
  const { journey, worlds } = journeyOf(
    [step("stuck", noting("stuck", stuck)), step("next", noting("next"))],
    [hook(noting("After"))],
  );
  const outcome = await journey.replay({ deadlineMs: 5 });
  expect(outcome).toMatchObject({ kind: "timed-out", deadlineMs: 5, step: "stuck", steps: [] });
  proceed();
  await new Promise(setImmediate);
  expect(worlds[0]?.notes).toEqual(["stuck", "After"]);
});

test("one signal ends however many wait for it, and lets none begin afterwards", async () => {
  const { journey, worlds } = journeyOf([step("stuck", never)], [hook(noting("After"))]);
  const { signal, ...control } = abortControl();
  const running = Array.from({ length: 50 }, () => journey.replay({ deadlineMs, signal }));
  control.abort();
  const kinds = (await Promise.all(running)).map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(["aborted"]));
  expect(worlds.flatMap(({ notes }) => notes)).toHaveLength(50);
  expect(await journey.replay({ deadlineMs, signal })).toMatchObject({ kind: "aborted" });
  expect(worlds).toHaveLength(50);
});

function abortControl(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

test("a World that cannot be made is a failure", async () => {
  const plan = { kind: "plan" as const, calls: [], after: [] };
  const makeWorld = () => {
    throw new Error("no database");
  };
  const journey = new Journey({ plan, makeWorld, inScope: () => {} }, []);
  expect(await journey.replay({ deadlineMs })).toMatchObject({
    kind: "failed",
    error: { message: "no database" },
  });
});

test("the check tells a journey that can run again from one that cannot", async () => {
  expect(
    await checkJourney(journeyOf([step("one", () => {})]).journey, { deadlineMs }),
  ).toMatchObject({ kind: "replayable", outcome: { kind: "completed" } });
  const stuck = journeyOf([step("one", never)]).journey;
  expect(await checkJourney(stuck, { deadlineMs: 5 })).toMatchObject({
    kind: "not-replayable",
    reason: 'The scenario passed, and did not end within 5 ms when it was run again, at "one".',
  });
  let tries = 0;
  const once = journeyOf([
    step("one", () => {
      tries += 1;
      throw new Error("taken");
    }),
  ]).journey;
  expect(await checkJourney(once, { deadlineMs })).toMatchObject({
    kind: "not-replayable",
    reason: 'The scenario passed, and failed each time it was run again, at "one":\ntaken',
  });
  expect(tries).toBe(3);
});

test("a product that fails now and then is measured, and what it said is told", async () => {
  let tries = 0;
  const moody = journeyOf([
    step("one", () => {
      tries += 1;
      if (tries === 1) throw new Error("not now\nat all");
    }),
  ]).journey;
  expect(await checkJourney(moody, { deadlineMs })).toMatchObject({
    kind: "replayable",
    remark: "Before measuring, a run failed: not now",
  });
});
