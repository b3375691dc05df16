// Step definitions from patterns, as if a team had written them in one file.
import { spellPattern } from "../../../src/catalogue/spell-pattern.ts";
import { makePatternCompiler } from "../../../src/cli/known-steps.ts";
import { type KnownSteps, makeKnownSteps } from "../../../src/lint/known-steps.ts";

/** Each pattern on a line of its own; those that begin with `package:` are of a package. */
export function stepsOf(...patterns: readonly string[]): KnownSteps {
  const definitions = patterns.map((pattern, index) => ({
    pattern: pattern.replace(/^package:/, ""),
    file: pattern.startsWith("package:") ? "node_modules/p/steps.js" : "features/steps/own.js",
    line: index + 1,
  }));
  return makeKnownSteps({
    definitions,
    parameterTypes: [],
    locate: (file) => ({ uri: file, isOwn: !file.startsWith("node_modules/") }),
    spell: spellPattern,
    compile: makePatternCompiler(process.cwd(), []),
  });
}
