// What the comments of one file silence, and what is wrong with those comments. Which findings there are it is told.
import type { Story } from "../story/story.ts";
import { namesRule } from "./active-rules.ts";
import type { Directive } from "./directive.ts";
import { type Extent, makeExtentFinder } from "./extent.ts";

/** A directive with a reason: what it reaches, and which of its names have silenced something. */
export interface Suppression extends Extent {
  readonly directive: Directive;
  readonly used: Set<string>;
}

/** Those that hold: with names, and with a reason. Mistaken ones hold nothing; see findMistakes. */
export function readSuppressions(
  story: Story,
  directives: readonly Directive[],
): readonly Suppression[] {
  const findExtent = makeExtentFinder(story);
  return directives.flatMap((directive, index) => {
    if (directive.names.length === 0 || !isReason(directive.reason)) return [];
    const used = new Set<string>();
    if (directive.instruction === "disable-next-line") {
      return [{ directive, used, ...findExtent(directive.line) }];
    }
    if (directive.instruction !== "disable") return [];
    const later = directives.slice(index + 1);
    return directive.names.map((name) => {
      const to = later.find((one) => enables(one, name))?.line ?? Number.POSITIVE_INFINITY;
      return { directive: { ...directive, names: [name] }, used, from: directive.line, to };
    });
  });
}

/** The first that silences such a finding, if any does; remembers all that do. */
export function silence(
  suppressions: readonly Suppression[] | undefined,
  rule: string,
  line: number,
): Suppression | undefined {
  let first: Suppression | undefined;
  for (const suppression of suppressions ?? []) {
    const { directive, used, from, to } = suppression;
    if (line < from || line > to) continue;
    for (const name of directive.names.filter((one) => namesRule(one, rule))) {
      used.add(name);
      first ??= suppression;
    }
  }
  return first;
}

/** `because` and dots are no reason; a word is. */
export function isReason(text: string): boolean {
  return /\p{L}{2,}/u.test(text.replace(/^because\b/i, ""));
}

/** Without names it ends all that was disabled. */
export function enables({ instruction, names }: Directive, name: string): boolean {
  return instruction === "enable" && (names.length === 0 || names.includes(name));
}
