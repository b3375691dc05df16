// Step definitions from patterns, as if a team had written them in one file.
import { spellPattern } from "../../../src/catalogue/spell-pattern.ts";
import { makePatternCompiler } from "../../../src/cli/pattern-compiler.ts";
import { type KnownSteps, makeKnownSteps } from "../../../src/lint/known-steps.ts";

/** Each pattern on a line of its own; those that begin with `package:` are of a package. */
export function stepsOf(...patterns: readonly string[]): KnownSteps {
  const definitions = patterns.map((written, index) => {
    const pattern = written.replace(/^package:/, "");
    const isOwn = pattern === written;
    return {
      pattern,
      reading: pattern.startsWith("/") ? pattern : spellPattern(pattern),
      uri: isOwn ? "features/steps/own.js" : "node_modules/p/steps.js",
      line: index + 1,
      isOwn,
    };
  });
  return makeKnownSteps(
    { definitions, parameterTypes: [] },
    makePatternCompiler(process.cwd(), []),
  );
}
