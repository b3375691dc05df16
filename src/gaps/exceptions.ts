// What some stories need not have, by the configuration, with the reason.
import type { GapsExceptionOptions, GuaranteeKind } from "../config/gaps-options.ts";
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

function toPattern(name: string): RegExp {
  const source = name.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&").replaceAll("\\*", ".*");
  return new RegExp(`^${source}$`);
}
