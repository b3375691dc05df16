// What repeats a search, or one counterexample alone, for a shell.
import type { InvariantResult } from "../../src/invariants/invariant-result.ts";
import type { Tier } from "../../src/tags/known-keys.ts";
import { runTierVariable } from "../../src/tags/run-tier.ts";
import { pathVariable, seedVariable } from "./chosen-search.ts";

export function repeatCommand(
  tier: Tier,
  place: string,
  { seed, counterexample }: Pick<InvariantResult, "seed" | "counterexample">,
): string {
  const quoted = /^[\w./:-]+$/.test(place) ? place : `'${place.replaceAll("'", "'\\''")}'`;
  const path = counterexample?.path ?? "";
  const variables = [
    `${runTierVariable}=${tier}`,
    `${seedVariable}=${counterexample?.seed ?? seed}`,
    ...(path === "" ? [] : [`${pathVariable}=${path}`]),
  ];
  return `${variables.join(" ")} npx cucumber-js ${quoted}`;
}
