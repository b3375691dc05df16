// Patterns of step definitions to expressions, by the library of the project's own cucumber. Which definitions there are
// it does not know.
import { createRequire } from "node:module";
import { join } from "node:path";
import type { ParameterType } from "../catalogue/parameter-type.ts";

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
