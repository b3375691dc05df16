// The project's step definitions for the rules that lay them on steps: loaded as a run would load them, and matched by
// the expressions of the project's own cucumber.
import { relative, sep } from "node:path";
import { exampleOf } from "../catalogue/catalogue.ts";
import { readPackagedTopics } from "../catalogue/packaged-topics.ts";
import { spellPattern } from "../catalogue/spell-pattern.ts";
import { type KnownSteps, makeKnownSteps, type PlainSteps } from "../lint/known-steps.ts";
import type { CommandIo } from "./io.ts";
import { makePatternCompiler } from "./pattern-compiler.ts";
import { loadStepsProject, type StepsProject, stepsFolder } from "./steps-project.ts";

export type KnownStepsReading =
  | { readonly kind: "known"; readonly steps: KnownSteps; readonly plain: PlainSteps }
  /** Why there is nothing to match with, in one line. */
  | { readonly kind: "none"; readonly reason: string }
  /** They are there and cannot be loaded: what the user is told, in whole lines. */
  | { readonly kind: "broken"; readonly problem: string };

/**
 * Loads the definitions of the project in the folder. What keeps them from being loaded is told and not thrown.
 * Once in a process: modules that were loaded before register nothing again.
 */
export async function loadKnownSteps(
  io: Pick<CommandIo, "cwd" | "env" | "stderr">,
): Promise<KnownStepsReading> {
  let project: StepsProject;
  try {
    project = await loadStepsProject(io);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { kind: "broken", problem: error.message };
  }
  const { definitions, parameterTypes, prefix } = project;
  const isOurs = (file: string) => file.startsWith(stepsFolder + sep);
  // Without a configuration there are the packaged phrases alone, which nobody asked for.
  if (!project.isConfigured && definitions.every(({ file }) => isOurs(file))) {
    return { kind: "none", reason: "No step definitions are configured in this folder." };
  }
  const packaged = readPackagedTopics().flatMap(({ phrases }) => phrases);
  const spell = (pattern: string): string => {
    const [example] = exampleOf(pattern, packaged, prefix);
    return example?.replace(/^\S+ /, "") ?? spellPattern(pattern, { parameterTypes });
  };
  const plain: PlainSteps = {
    parameterTypes,
    definitions: definitions.map(({ pattern, file, line }) => ({
      pattern,
      reading: pattern.startsWith("/") ? pattern : spell(pattern),
      uri: relative(io.cwd, file).replaceAll("\\", "/"),
      line,
      isOwn: !isOurs(file) && !file.includes(`${sep}node_modules${sep}`),
    })),
  };
  const steps = makeKnownSteps(plain, makePatternCompiler(io.cwd, parameterTypes));
  return { kind: "known", steps, plain };
}
