// Kinds of guarantee as rules name them: those of src/gaps, `unhappy` for every kind of refusal, and `permission` for
// signed in, not signed in and wrong role.
import { compileSignals } from "../gaps/compile-signals.ts";
import { kindGroups, kindIds } from "../gaps/kinds.ts";
import { kindsOf } from "../gaps/kinds-of.ts";
import type { Signal } from "../gaps/signal.ts";
import type { Case, Scenario, Story } from "../story/story.ts";

/** All names that a rule may have. */
export const kindNames: readonly string[] = [...kindIds, ...kindGroups.keys()];

/** @param cases the rows that count; default: all */
export type ReadKinds = (
  scenario: Scenario,
  story: Story,
  cases?: readonly Case[],
) => ReadonlySet<string>;

/**
 * Tells the kinds of a scenario by these signals.
 * @param wanted as rules name them; other kinds are not looked for, which takes less time. Absent: all
 */
export function makeKindReader(signals: readonly Signal[], wanted?: readonly string[]): ReadKinds {
  const needed = wanted === undefined ? signals : chooseSignals(signals, wanted);
  const compiled = compileSignals(needed);
  return (scenario, story, cases = scenario.cases) => {
    const counted = new Set(cases);
    const marks = kindsOf(scenario, story, compiled, (one) => counted.has(one));
    // What is planned does not count, except in a scenario of which nothing else is there.
    const present = marks.filter(({ state }) => state === "present");
    const kinds = new Set<string>((present.length > 0 ? present : marks).map(({ kind }) => kind));
    for (const [group, members] of kindGroups) {
      if (members.some((kind) => kinds.has(kind))) kinds.add(group);
    }
    return kinds;
  };
}

/** Those of the kinds, and of kinds on which these depend. */
function chooseSignals(signals: readonly Signal[], wanted: readonly string[]): readonly Signal[] {
  const needed = new Set(wanted);
  // A set goes on to what is added while it is walked through.
  for (const kind of needed) {
    for (const member of kindGroups.get(kind) ?? []) needed.add(member);
    if (kind === "unhappy-path") needed.add("unhappy");
    for (const one of signals) {
      if (one.kind !== kind) continue;
      if (one.with !== undefined) needed.add(one.with);
      if (one.without !== undefined) needed.add(one.without);
    }
  }
  return signals.filter(({ kind }) => needed.has(kind));
}
