// What an undefined step was probably meant to be. It listens to cucumber's messages, works only when a step is
// undefined, and adds the nearest phrases to that step's result, where every formatter finds them.
import type { Envelope, Pickle, TestCase } from "@cucumber/messages";
import { exampleOf } from "../catalogue/catalogue.ts";
import { makeNearestFinder, type NearestFinder } from "../catalogue/nearest-phrases.ts";
import { withTextOf } from "../catalogue/own-text.ts";
import {
  type PackagedPhrase,
  type PackagedTopic,
  readPackagedTopics,
} from "../catalogue/packaged-topics.ts";
import type { ParameterType } from "../catalogue/parameter-type.ts";
import { spellPattern } from "../catalogue/spell-pattern.ts";

/** After so many sentences nobody reads on, and each takes a few milliseconds. */
const mostSentences = 200;

export class PhraseHints {
  readonly #prefix: string;
  readonly #readPackaged: () => readonly PackagedTopic[];
  readonly #patterns: string[] = [];
  readonly #parameterTypes: ParameterType[] = [];
  readonly #pickles = new Map<string, Pickle>();
  /** Sentences of undefined steps, by the id of the test step. */
  readonly #undefined = new Map<string, string>();
  readonly #hints = new Map<string, readonly string[]>();
  #find: NearestFinder | undefined;
  #packaged: readonly PackagedPhrase[] | undefined;

  /** @param readPackaged gives the examples; called when the first step is undefined */
  constructor(prefix: string, readPackaged = readPackagedTopics) {
    this.#prefix = prefix;
    this.#readPackaged = readPackaged;
  }

  /** Takes the next message of the run; the result of an undefined step gets a message. */
  add(envelope: Envelope): void {
    const { stepDefinition, parameterType, pickle, testCase, testStepFinished } = envelope;
    if (testStepFinished?.testStepResult.status === "UNDEFINED") {
      const sentence = this.#undefined.get(testStepFinished.testStepId);
      const message = describeNearest(this.nearest(sentence ?? ""));
      if (message !== undefined) Object.assign(testStepFinished.testStepResult, { message });
    } else if (pickle !== undefined) this.#pickles.set(pickle.id, pickle);
    else if (testCase !== undefined) this.#noteUndefined(testCase);
    else if (stepDefinition !== undefined) this.#patterns.push(stepDefinition.pattern.source);
    else if (parameterType !== undefined) {
      const { name, regularExpressions: regexps } = parameterType;
      this.#parameterTypes.push({ name, regexps });
    }
  }

  /** Steps as they can be written, the nearest first; none when nothing is near. */
  nearest(sentence: string): readonly string[] {
    const known = this.#hints.get(sentence);
    if (known !== undefined || this.#hints.size >= mostSentences) return known ?? [];
    this.#find ??= makeNearestFinder(this.#patterns, this.#parameterTypes, (pattern) =>
      this.#exampleOf(pattern),
    );
    const spelling = { parameterTypes: this.#parameterTypes };
    const nearest = this.#find(sentence).map(({ pattern, mended }) => {
      if (mended !== undefined) return mended;
      return withTextOf(sentence, this.#exampleOf(pattern) ?? spellPattern(pattern, spelling));
    });
    const once = [...new Set(nearest)];
    this.#hints.set(sentence, once);
    return once;
  }

  /** A step of a packaged phrase, without its keyword. */
  #exampleOf(pattern: string): string | undefined {
    this.#packaged ??= this.#readPackaged().flatMap(({ phrases }) => phrases);
    const [example] = exampleOf(pattern, this.#packaged, this.#prefix);
    return example?.replace(/^\S+ /, "");
  }

  #noteUndefined({ pickleId, testSteps }: TestCase): void {
    for (const { id, pickleStepId, stepDefinitionIds } of testSteps) {
      if (pickleStepId === undefined || stepDefinitionIds?.length !== 0) continue;
      const step = this.#pickles.get(pickleId)?.steps.find((one) => one.id === pickleStepId);
      if (step !== undefined) this.#undefined.set(id, step.text);
    }
    // A case is planned once, and its pickle is large.
    this.#pickles.delete(pickleId);
  }
}

function describeNearest(nearest: readonly string[]): string | undefined {
  if (nearest.length === 0) return undefined;
  return ["Did you mean:", ...nearest.map((one) => `  ${one}`)].join("\n");
}

/** Mutable state of a module, because cucumber makes snippet syntaxes itself and hands them nothing of ours. */
let shared: PhraseHints | undefined;

/** Makes a run's hints known to the snippets of the same process. */
export function sharePhraseHints(hints: PhraseHints): void {
  shared = hints;
}

/** The nearest phrases as the run in this process knows them; none in a worker, which has no coordinator. */
export function nearestPhrases(sentence: string): readonly string[] {
  return shared?.nearest(sentence) ?? [];
}
