// A story around some scenarios, and the kinds that are recognised in it.
import type { GapsOptions } from "../../../src/config/gaps-options.ts";
import type { KindMark } from "../../../src/gaps/kind-mark.ts";
import { kindsOf } from "../../../src/gaps/kinds-of.ts";
import { readSignals } from "../../../src/gaps/read-signals.ts";
import type { Story } from "../../../src/story/story.ts";
import { storyOf } from "../story/parse-feature.ts";

/** Marks of the first scenario of a feature, whose own line the text may leave out. */
export function marksOf(text: string, options: GapsOptions = {}): readonly KindMark[] {
  const story = storyOf(/(?:Feature|Funktionalität):/.test(text) ? text : `Feature: Shop\n${text}`);
  const scenario = scenariosOf(story)[0];
  if (scenario === undefined) throw new Error("the text holds no scenario");
  return kindsOf(scenario, story, readSignals(options));
}

export function kindsIn(text: string, options: GapsOptions = {}): readonly string[] {
  return marksOf(text, options).map(({ kind, state }) =>
    state === "planned" ? `${kind} (planned)` : kind,
  );
}

export function scenariosOf(story: Story) {
  return [...story.scenarios, ...story.rules.flatMap(({ scenarios }) => scenarios)];
}
