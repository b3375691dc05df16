// What policy came to, in a line or two for people.
import type { CheckReport } from "./check-report.ts";

/** Such as `Policy: 5 rules judged; 2 waivers: 1 used, 1 expired; 3 planned scenarios were not judged.`; nothing where there is no policy. */
export function summarisePolicy({ policy }: CheckReport): readonly string[] {
  const { rules, waivers, planned } = policy;
  if (rules.length === 0 && waivers.length === 0) return [];
  const leftOut = rules.filter(({ state }) => state === "left-out").map(({ rule }) => rule.id);
  const judged = rules.length - leftOut.length;
  const told = [`${judged} ${judged === 1 ? "rule" : "rules"} judged`];
  if (waivers.length > 0) {
    told.push(
      `${waivers.length} ${waivers.length === 1 ? "waiver" : "waivers"}: ${listStates(waivers)}`,
    );
  }
  if (planned.notJudged > 0) told.push(describePlanned(planned, judged));
  const lines = [`Policy: ${told.join("; ")}.`];
  if (leftOut.length === 0) return lines;
  const why = "they need all stories, and only some were read";
  return [...lines, `Left out: ${leftOut.join(", ")}; ${why}.`];
}

function describePlanned({ notJudged, rules }: CheckReport["policy"]["planned"], judged: number) {
  const counted =
    notJudged === 1 ? "1 planned scenario was" : `${notJudged} planned scenarios were`;
  return `${counted} not judged${rules === judged ? "" : ` by ${rules} of them`}`;
}

function listStates(waivers: CheckReport["policy"]["waivers"]): string {
  const counts = new Map<string, number>();
  for (const { state } of waivers) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].map(([state, count]) => `${count} ${state.replace("-", " ")}`).join(", ");
}
