// One way in which a subject breaks a rule.
import type { RelatedPlace } from "../lint/finding.ts";
import type { Tag } from "../story/story.ts";
import type { Variant } from "./project-index.ts";

export interface Fact {
  /** Half a sentence: "this scenario has no latency gate". */
  readonly text: string;
  /** What would be right, one sentence. */
  readonly wayOut: string;
  /** The tag that is at fault, in the subject's story. */
  readonly tag?: Tag;
  readonly related?: readonly RelatedPlace[];
  /** What the story of a scenario lacks, and not the scenario. */
  readonly isOfStory?: true;
  /** Not a breach: it could not be judged. */
  readonly isUnknown?: true;
}

/** The first scenarios of these, each once. */
export function listPlaces(variants: readonly Variant[], most: number): readonly RelatedPlace[] {
  const scenarios = new Map(variants.map((one) => [one.scenario, one]));
  return [...scenarios.values()].slice(0, most).map(({ story, scenario }) => ({
    uri: story.uri,
    line: scenario.line,
    message: scenario.title,
  }));
}
