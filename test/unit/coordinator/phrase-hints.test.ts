import type { Envelope } from "@cucumber/messages";
import { expect, test } from "vitest";
import { PhraseHints } from "../../../src/coordinator/phrase-hints.ts";

/** The messages of a run with one definition, and one scenario whose steps nobody has defined. */
function* messagesOf(patterns: readonly string[], sentences: readonly string[]): Generator<object> {
  for (const source of patterns) yield { stepDefinition: { pattern: { source } } };
  const steps = sentences.map((text, index) => ({ id: `p${index}`, text }));
  yield { pickle: { id: "pickle", steps } };
  const planned = steps.map(({ id }, index) => {
    return { id: `t${index}`, pickleStepId: id, stepDefinitionIds: [] };
  });
  yield { testCase: { pickleId: "pickle", testSteps: [{ id: "hook", hookId: "h" }, ...planned] } };
  for (const { id } of planned) {
    yield { testStepFinished: { testStepId: id, testStepResult: { status: "UNDEFINED" } } };
  }
}

const packaged = {
  pack: "browser",
  topic: "seeing",
  title: "Seeing",
  description: "",
  phrases: [
    { pattern: "{actor} should see {target}", example: ['Then I should see "Welcome"'] },
    { pattern: "{actor} fill(s) in {text} with {text}", example: ['When I fill in "A" with "B"'] },
  ],
};

/** What the results of the undefined steps say. */
function tell(patterns: readonly string[], sentences: readonly string[], prefix = "") {
  const hints = new PhraseHints(prefix, () => [packaged]);
  return [...messagesOf(patterns, sentences)].flatMap((message) => {
    const envelope = message as Envelope;
    hints.add(envelope);
    const result = envelope.testStepFinished?.testStepResult;
    return result === undefined ? [] : [result.message];
  });
}

test("the result of an undefined step tells the nearest phrase, with the sentence's own text", () => {
  const patterns = ["{actor} should see {target}", "{actor} wave(s) at {text} twice"];
  expect(
    tell(patterns, ['the user should sees "Hi"', 'I wave to "Bob" twice', "it rains"]),
  ).toEqual([
    'Did you mean:\n  the user should see "Hi"',
    "Did you mean:\n  I wave at … twice",
    undefined,
  ]);
});

test("the team's prefix stands before it", () => {
  expect(tell(["sp: {actor} should see {target}"], ['I should sees "Hi"'], "sp: ")).toEqual([
    'Did you mean:\n  sp: I should see "Hi"',
  ]);
});

test("a run with thousands of undefined steps is not held up by them", () => {
  const sentences = Array.from({ length: 1000 }, (_, index) => `I should sees thing${index} "Hi"`);
  const told = tell(["{actor} should see {target}"], sentences);
  expect(told.filter((message) => message !== undefined)).toHaveLength(200);
});

test("passed steps stay as they are", () => {
  const hints = new PhraseHints("");
  const testStepResult = { status: "PASSED" };
  const passed: unknown = { testStepFinished: { testStepId: "t", testStepResult } };
  hints.add(passed as Envelope);
  expect(testStepResult).toEqual({ status: "PASSED" });
});
