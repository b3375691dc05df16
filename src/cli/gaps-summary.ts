// What is said below every rendering: the most frequent gaps, what does not apply, and where words were not understood.
import type { GapCount, GapReport } from "../gaps/gap-report.ts";
import { titleOf } from "../gaps/kinds.ts";
import { showPlain } from "../lint/excerpt.ts";

/** `load: 10 of 11 stories`; planned ones are told apart. */
export function sayCounts({ kind, missing, planned, of }: GapCount): string {
  const stories = of === 1 ? "story" : "stories";
  const later = planned === 0 ? "" : `, planned in ${planned}`;
  return `${titleOf(kind)}: ${missing} of ${of} ${stories}${later}`;
}

export function listFootnotes(report: GapReport): readonly string[] {
  return [sayExceptions(report), sayLanguages(report)].filter((text) => text !== "");
}

/** Each reason once, with the stories and kinds that it stands for. */
function sayExceptions({ stories }: GapReport): string {
  const reasons = new Map<string, { kinds: Set<string>; stories: Set<string> }>();
  for (const { id, kinds } of stories) {
    for (const one of kinds) {
      if (one.state !== "not-applicable") continue;
      const known = reasons.get(one.reason) ?? { kinds: new Set(), stories: new Set() };
      known.kinds.add(titleOf(one.kind));
      known.stories.add(id);
      reasons.set(one.reason, known);
    }
  }
  const lines = [...reasons].map(([reason, of]) =>
    showPlain(`– ${[...of.kinds].join(", ")} in ${[...of.stories].join(", ")}: ${reason}`),
  );
  return lines.join("\n");
}

function sayLanguages({ stories }: GapReport): string {
  const others = stories.filter(({ language }) => !/^en(?:-|$)/.test(language));
  if (others.length === 0) return "";
  const names = [...new Set(others.map(({ language }) => language))].sort().join(", ");
  const amount = others.length === 1 ? "1 story is" : `${others.length} stories are`;
  return `${amount} not in English (${names}): there only tags, gates, statuses and data are understood, and signals of\nyour own (gaps.signals in the configuration).`;
}

/** One line: how much is missing at all. */
export function sayTotal({ stories, gaps }: GapReport): string {
  const missing = gaps.reduce((sum, gap) => sum + gap.missing, 0);
  const planned = gaps.reduce((sum, gap) => sum + gap.planned, 0);
  const later = planned === 0 ? "" : `, ${planned} only planned`;
  const amount = stories.length === 1 ? "1 story" : `${stories.length} stories`;
  return `${missing} missing in ${amount}${later}.`;
}
