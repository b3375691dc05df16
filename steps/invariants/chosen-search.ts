// From where a search starts: what the environment says, else the scenario's tag, else the configuration, else chance.
import { randomInt } from "node:crypto";
import type { Settings } from "../../src/config/settings.ts";
import type { SearchLimits } from "../../src/invariants/budget.ts";

export const seedVariable = "STORYPROOF_SEED";
export const pathVariable = "STORYPROOF_PATH";

export interface ChosenSearch {
  readonly seed: number;
  /** Of one counterexample, which alone is tried then. */
  readonly path?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function chosenSearch(
  env: Environment,
  { seed }: SearchLimits,
  { invariants }: Pick<Settings, "invariants">,
): ChosenSearch {
  const named = env[seedVariable];
  const path = env[pathVariable];
  const asked = named !== undefined && /^-?\d+$/.test(named) ? Number(named) : undefined;
  return {
    seed: asked ?? seed ?? invariants.seed ?? randomInt(1, 2 ** 31),
    ...(asked !== undefined && path !== undefined && /^\d+(?::\d+)*$/.test(path) && { path }),
  };
}
