// The tier of a whole run, where it has one: then all its scenarios are measured as hard as that. It knows no gates.
import { isOneOf, type Tier, tiers } from "./known-keys.ts";

/** How the coordinating process tells its workers, and how anybody decides it for one run. */
export const runTierVariable = "STORYPROOF_TIER";

/** Of the environment variable, or else of the profile; undefined where each scenario's own counts. */
export function tierOfRun(
  env: Readonly<Record<string, string | undefined>>,
  ofProfile?: Tier,
): Tier | undefined {
  const named = env[runTierVariable];
  return named !== undefined && isOneOf(tiers, named) ? named : ofProfile;
}
