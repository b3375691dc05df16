// A quick yes to options that are right, by a validator that the build has compiled from the schema.
// Compiling it in every run takes longer than all else that a configuration needs.
import { createRequire } from "node:module";
import type { StoryproofOptions } from "./options.ts";

/** Written by scripts/build.mjs beside the compiled modules; the sources have none, and do without. */
const precompiled = "./accepts-options.cjs";

type Accepts = (options: unknown) => boolean;

/**
 * True when the options are right for sure. False says nothing: then ask for the problems.
 * @param accepts the compiled validator, where there is one
 */
export function areSurelyRight(
  options: StoryproofOptions,
  accepts: Accepts | undefined = loadPrecompiled(),
): boolean {
  return accepts?.(options) === true && !holdsMore(options);
}

/** Regular expressions, and a name that refers to another option: what the compiled schema leaves out. */
function holdsMore({ environment, secrets, gaps }: StoryproofOptions): boolean {
  return (
    environment !== undefined || secrets?.patterns !== undefined || gaps?.signals !== undefined
  );
}

function loadPrecompiled(): Accepts | undefined {
  try {
    return createRequire(import.meta.url)(precompiled) as Accepts;
  } catch {
    return undefined;
  }
}
