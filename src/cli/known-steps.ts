// The project's step definitions for the rules that lay them on steps: loaded as a run would load them, and matched by
// the expressions of the project's own cucumber.
import { createRequire } from "node:module";
import { join, relative, sep } from "node:path";
import { exampleOf } from "../catalogue/catalogue.ts";
import { readPackagedTopics } from "../catalogue/packaged-topics.ts";
import type { ParameterType } from "../catalogue/parameter-type.ts";
import { spellPattern } from "../catalogue/spell-pattern.ts";
import { type KnownSteps, makeKnownSteps } from "../lint/known-steps.ts";
import type { CommandIo } from "./io.ts";
import { loadStepsProject, type StepsProject, stepsFolder } from "./steps-project.ts";

export type KnownStepsReading =
  | { readonly kind: "known"; readonly steps: KnownSteps }
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
  const compile = makePatternCompiler(io.cwd, parameterTypes);
  const locate = (file: string) => ({
    uri: relative(io.cwd, file).replaceAll("\\", "/"),
    isOwn: !isOurs(file) && !file.includes(`${sep}node_modules${sep}`),
  });
  return {
    kind: "known",
    steps: makeKnownSteps({ definitions, parameterTypes, locate, spell, compile }),
  };
}

/** As much of @cucumber/cucumber-expressions as is needed; which copy and version it is, the project's cucumber says. */
interface Expressions {
  readonly ParameterTypeRegistry: new () => {
    readonly defineParameterType: (type: unknown) => void;
  };
  readonly ParameterType: new (
    name: string,
    regexps: readonly string[],
    type: null,
    transform: null,
    useForSnippets: boolean,
    preferForRegexpMatch: boolean,
  ) => unknown;
  readonly CucumberExpression: new (
    pattern: string,
    registry: unknown,
  ) => { readonly regexp: RegExp };
}

/** Compiles patterns as the cucumber of the project in the folder does. */
export function makePatternCompiler(
  cwd: string,
  parameterTypes: readonly ParameterType[],
): (pattern: string) => RegExp {
  const { ParameterTypeRegistry, ParameterType, CucumberExpression } = importExpressions(cwd);
  const registry = new ParameterTypeRegistry();
  for (const { name, regexps } of parameterTypes) {
    registry.defineParameterType(new ParameterType(name, regexps, null, null, false, false));
  }
  return (pattern) => readRegExp(pattern) ?? new CucumberExpression(pattern, registry).regexp;
}

/** A dependency of cucumber's, not of ours. */
const expressionsPackage = "@cucumber/cucumber-expressions";

function importExpressions(cwd: string): Expressions {
  const fromHere = createRequire(import.meta.url);
  const resolveFrom = (require: NodeJS.Require) =>
    createRequire(require.resolve("@cucumber/cucumber/package.json"));
  let require: NodeJS.Require;
  try {
    require = resolveFrom(createRequire(join(cwd, "package.json")));
  } catch {
    require = resolveFrom(fromHere);
  }
  return require(expressionsPackage);
}

/** `/^a$/`; one with flags has slashes of its own within ours: `//^a$/i/`. */
function readRegExp(pattern: string): RegExp | undefined {
  const [, , source = "", flags = ""] =
    /^\/(\/)(.*)\/([a-z]+)\/$/s.exec(pattern) ?? /^\/()(.*)\/()$/s.exec(pattern) ?? [];
  // A step is tried more than once, and those two flags would remember where the last try ended.
  return source === "" ? undefined : new RegExp(source, flags.replace(/[gy]/g, ""));
}
