// A quick yes to options that are right, by a validator that the build has compiled from the schema.
// Compiling it in every run takes longer than all else that a configuration needs.
import { createRequire } from "node:module";
import type { StoryproofOptions } from "./options.ts";

/** Written by scripts/build.mjs beside the compiled modules; the sources have none, and do without. */
const precompiled = "./accepts-options.cjs";

type Accepts = (options: unknown) => boolean;

/** True when the options are right for sure. False says nothing: then ask for the problems. */
export function areSurelyRight(options: StoryproofOptions): boolean {
  const accepts = loadPrecompiled();
  // A format and a reference, which the compiled schema leaves out.
  return (
    accepts?.(options) === true && options.environment === undefined && !options.secrets?.patterns
  );
}

function loadPrecompiled(): Accepts | undefined {
  try {
    return createRequire(import.meta.url)(precompiled) as Accepts;
  } catch {
    return undefined;
  }
}
