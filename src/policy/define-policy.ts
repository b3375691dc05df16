// Rules over stories in a team's own code, with types.
import type { PolicySeverity } from "../config/policy-options.ts";
import type { Scenario, Story, Tag } from "../story/story.ts";
import type { TagReading } from "../tags/read-tags.ts";

/** One place that breaks the rule. */
export interface PolicyViolation {
  readonly story: Story;
  /** Absent: the story as a whole. */
  readonly scenario?: Scenario;
  /** A line of the story's file that is meant. Default: the scenario's, else the story's. */
  readonly line?: number;
  /** What is wrong here, half a sentence. Default: nothing but the rule's reason. */
  readonly message?: string;
  /** What would be right. */
  readonly wayOut?: string;
}

/** What a rule is given. */
export interface PolicyProject {
  /** All stories that were read, by path. */
  readonly stories: readonly Story[];
  /** All scenarios of a story, those in its rules too. */
  scenariosOf(story: Story): readonly Scenario[];
  /** What tags say: tier, links, gates; the nearest wins. */
  readTags(tags: readonly Tag[]): TagReading;
  /** The kinds of guarantee that a scenario is, as `storyproof gaps` shows them. */
  kindsOf(scenario: Scenario, story: Story): readonly string[];
}

export type PolicyCheck = (project: PolicyProject) => Iterable<PolicyViolation>;

export interface PolicyDefinition {
  /** Small letters, digits and hyphens; findings are named `policy/<id>`. */
  readonly id: string;
  /** Why the rule is there, for the person who broke it. */
  readonly reason: string;
  /** Default: `"error"`. */
  readonly severity?: PolicySeverity;
  /** Everything that breaks the rule; may be a generator. It is judged at once, so it returns no promise. */
  readonly check: PolicyCheck;
}

/**
 * A rule over stories as code, for `policy.rules` of the configuration.
 *
 * @example
 * export const shortStories = definePolicy({
 *   id: "short-stories",
 *   reason: "Nobody reads a story of more than fifteen scenarios",
 *   check: ({ stories, scenariosOf }) =>
 *     stories
 *       .filter((story) => scenariosOf(story).length > 15)
 *       .map((story) => ({ story, message: `this one has ${scenariosOf(story).length}` })),
 * });
 */
export function definePolicy(definition: PolicyDefinition): PolicyDefinition {
  return definition;
}
