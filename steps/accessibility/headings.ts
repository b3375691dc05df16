// Whether the headings of a page make an outline.
import type { Heading } from "../../src/journey/browser/audit-port.ts";

/** Undefined when the first heading is of level 1 and none leaves out a level on the way down. */
export function judgeHeadings(headings: readonly Heading[]): string | undefined {
  if (headings.length === 0) return "expected headings, but there are none";
  const problems = headings.flatMap((heading, at) => {
    const before = headings[at - 1];
    if (before === undefined) return heading.level === 1 ? [] : [`the first is ${tell(heading)}`];
    return heading.level > before.level + 1 ? [`${tell(heading)} follows ${tell(before)}`] : [];
  });
  return problems.length === 0
    ? undefined
    : `expected headings that leave out no level, but ${problems.join("; ")}`;
}

function tell({ level, text }: Heading): string {
  return `"${text}" of level ${level}`;
}
