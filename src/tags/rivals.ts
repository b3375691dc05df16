// Tags at one place of which each wants to be the only one: two tiers, two bounds on one percentile.
import type { Tag } from "../story/story.ts";
import { isOneOf, quantileKinds, singleLinks } from "./known-keys.ts";
import type { TagProblem, TagValue } from "./tag-value.ts";

interface KnownTag {
  readonly tag: Tag;
  readonly value: TagValue;
}

/** A problem for each tag that contradicts an earlier one; the same tag twice contradicts nothing. */
export function findRivals(tags: readonly KnownTag[], uri: string): readonly TagProblem[] {
  if (!haveRivals(tags)) return [];
  const first = new Map<string, Tag>();
  return tags.flatMap(({ tag, value }): readonly TagProblem[] => {
    const thing = nameThing(value);
    if (thing === undefined) return [];
    const other = first.get(thing);
    if (other === undefined) {
      first.set(thing, tag);
      return [];
    }
    if (other.name === tag.name) return [];
    return [
      {
        tag: tag.name,
        uri,
        line: tag.line,
        column: tag.column,
        length: tag.name.length,
        message: `${other.name} stands beside it, and there can be only one ${thing}`,
        wayOut: `Keep either ${other.name} or ${tag.name}.`,
      },
    ];
  });
}

/** Almost never, and then the rest costs more than this. */
function haveRivals(tags: readonly KnownTag[]): boolean {
  return tags.some(({ tag, value }, index) => {
    for (let other = 0; other < index; other += 1) {
      const { kind } = tags[other]?.value ?? value;
      if (kind === value.kind && tags[other]?.tag.name !== tag.name) return true;
    }
    return false;
  });
}

/** What there can be only one of at one place; undefined when there can be any number. */
function nameThing(value: TagValue): string | undefined {
  if (isOneOf(quantileKinds, value.kind) && "quantile" in value) {
    return `${value.kind} at ${nameQuantile(value.quantile)}`;
  }
  if (value.kind === "link") return isOneOf(singleLinks, value.key) ? value.key : undefined;
  return value.kind;
}

function nameQuantile(quantile: number | "max"): string {
  return quantile === "max" ? quantile : `p${Number((quantile * 100).toPrecision(12))}`;
}
