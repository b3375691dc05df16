// What some stories need not have, by the configuration, with the reason.
import type { GapsExceptionOptions, GapsOptions, GuaranteeKind } from "../config/gaps-options.ts";
import type { Story } from "../story/story.ts";

/** Why the story need not have a guarantee of this kind; nothing when it should. */
export type ExceptionFinder = (story: Story, kind: GuaranteeKind) => string | undefined;

export function makeExceptionFinder(
  options: readonly GapsExceptionOptions[] = [],
): ExceptionFinder {
  const ready = options.map(({ stories, kinds, reason }) => {
    const names = typeof stories === "string" ? [stories] : stories;
    return { patterns: names.map(toPattern), kinds, reason };
  });
  return (story, kind) =>
    ready.find(
      ({ patterns, kinds }) =>
        kinds.includes(kind) &&
        patterns.some((pattern) => pattern.test(story.id) || pattern.test(story.uri)),
    )?.reason;
}

export type StoryName = Pick<Story, "id" | "uri">;

export interface IdleException {
  /** Where it stands in the configuration. */
  readonly path: string;
  /** As it is written there. */
  readonly name: string;
}

/** Names of exceptions that none of the project's stories has. */
export function findIdleExceptions(
  { notApplicable = [] }: GapsOptions,
  stories: readonly StoryName[],
): readonly IdleException[] {
  return notApplicable.flatMap(({ stories: written }, index) => {
    const names = typeof written === "string" ? [written] : written;
    const idle = names.filter((name) => {
      const pattern = toPattern(name);
      return !stories.some(({ id, uri }) => pattern.test(id) || pattern.test(uri));
    });
    return idle.map((name) => ({ path: `gaps.notApplicable[${index}].stories`, name }));
  });
}

function toPattern(name: string): RegExp {
  const source = name.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&").replaceAll("\\*", ".*");
  return new RegExp(`^${source}$`);
}
