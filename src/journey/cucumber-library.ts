// What cucumber knows of the definitions of this run: classes, deadlines, and how a sentence becomes arguments.
// With load-support.ts the only file that reads what cucumber keeps to itself (docs/decisions/009): whatever is not as
// expected is told.
import { createRequire } from "node:module";
import { supportCodeLibraryBuilder } from "@cucumber/cucumber";
import type { Code } from "./code.ts";

/** One matched piece of a sentence; its parameter type makes the value anew for each World. */
export interface MatchedArgument {
  getValue(world: unknown): unknown;
}

export interface CucumberLibrary {
  /** The class of Worlds: cucumber's, ours, or the team's. */
  readonly World: new (
    options: object,
  ) => object;
  /** Milliseconds that a call of that code may take; negative for no limit. */
  timeoutMsOf(code: Code): number;
  /** The pieces of the sentence that the definition with that code takes; undefined when it does not match. */
  match(code: Code, text: string): readonly MatchedArgument[] | undefined;
  /** The code of the one step definition that matches; undefined when none does, or several. */
  codeFor(text: string): Code | undefined;
  /** Where that code was defined among the others of its list; undefined when it was not. */
  placeOf(code: Code): DefinitionPlace | undefined;
  /** The code at that place; undefined when this library has other definitions than the one that named it. */
  codeAt(place: DefinitionPlace): Code | undefined;
  /** Runs it as cucumber does, so that `import { world } from "@cucumber/cucumber"` means that World. */
  inScope(world: object, run: () => void): void;
}

/** A definition as another thread finds it that has loaded the same support code. Plain JSON. */
export interface DefinitionPlace {
  readonly list: string;
  readonly index: number;
  /** How many definitions the list has. */
  readonly of: number;
  /** Of a step. */
  readonly pattern?: string;
}

interface Definition {
  readonly code: unknown;
  readonly pattern?: string | RegExp;
  readonly options: { readonly timeout?: number };
}

interface Expression {
  match(text: string): readonly MatchedArgument[] | null;
}

type ExpressionClass = new (pattern: string | RegExp, registry: object) => Expression;

interface Expressions {
  readonly CucumberExpression: ExpressionClass;
  readonly RegularExpression: ExpressionClass;
}

interface Scope {
  runInTestCaseScope(store: { world: object }, run: () => void): Promise<void>;
}

const lists = [
  "stepDefinitionConfigs",
  "beforeTestCaseHookDefinitionConfigs",
  "afterTestCaseHookDefinitionConfigs",
  "beforeTestStepHookDefinitionConfigs",
  "afterTestStepHookDefinitionConfigs",
] as const;

type Builder = Readonly<Record<(typeof lists)[number], readonly Definition[]>> & {
  readonly World: CucumberLibrary["World"];
  readonly defaultTimeout: number;
  readonly parameterTypeRegistry: object;
};

/** The library of the run that is under way; undefined when this cucumber keeps it in another way. */
export function readCucumberLibrary(): CucumberLibrary | undefined {
  const builder: unknown = supportCodeLibraryBuilder;
  if (!isBuilder(builder)) return undefined;
  const parts = requireParts();
  if (parts === undefined) return undefined;
  const { expressions, scope } = parts;
  const timeouts = new Map(
    lists.flatMap((list) => builder[list].map(({ code, options }) => [code, options.timeout])),
  );
  return {
    World: builder.World,
    timeoutMsOf: (code) => timeouts.get(code) ?? builder.defaultTimeout,
    match: (code, text) => matchText(builder, expressions, code, text),
    codeFor: (text) => findCodeFor(builder, expressions, text),
    placeOf: (code) => findPlace(builder, code),
    codeAt: (place) => findCode(builder, place),
    inScope: (world, run) => void scope.runInTestCaseScope({ world }, run),
  };
}

/** The run's rule for what may run beside what; undefined when this cucumber keeps it in another way. */
export function readParallelRule(): unknown {
  const builder: unknown = supportCodeLibraryBuilder;
  return (builder as { readonly parallelCanAssign?: unknown }).parallelCanAssign;
}

/** The same code may stand behind several patterns; of those only one matches, or cucumber would not have run it. */
function matchText(
  { stepDefinitionConfigs, parameterTypeRegistry }: Builder,
  { CucumberExpression, RegularExpression }: Expressions,
  code: Code,
  text: string,
): readonly MatchedArgument[] | undefined {
  for (const definition of stepDefinitionConfigs) {
    if (definition.code !== code || definition.pattern === undefined) continue;
    const { pattern } = definition;
    const kind = typeof pattern === "string" ? CucumberExpression : RegularExpression;
    const matched = new kind(pattern, parameterTypeRegistry).match(text);
    if (matched !== null) return matched;
  }
  return undefined;
}

function findCodeFor(builder: Builder, expressions: Expressions, text: string): Code | undefined {
  const { stepDefinitionConfigs, parameterTypeRegistry } = builder;
  const { CucumberExpression, RegularExpression } = expressions;
  const [only, ...others] = stepDefinitionConfigs.filter(({ pattern }) => {
    if (pattern === undefined) return false;
    const kind = typeof pattern === "string" ? CucumberExpression : RegularExpression;
    return new kind(pattern, parameterTypeRegistry).match(text) !== null;
  });
  return others.length === 0 && typeof only?.code === "function" ? (only.code as Code) : undefined;
}

function findPlace(builder: Builder, code: Code): DefinitionPlace | undefined {
  for (const list of lists) {
    const index = builder[list].findIndex((definition) => definition.code === code);
    const pattern = builder[list][index]?.pattern;
    const of = builder[list].length;
    if (index >= 0) return { list, index, of, ...(pattern && { pattern: String(pattern) }) };
  }
  return undefined;
}

function findCode(builder: Builder, place: DefinitionPlace): Code | undefined {
  const list = lists.find((name) => name === place.list);
  const definitions = list === undefined ? [] : builder[list];
  const { code, pattern } = definitions[place.index] ?? {};
  const isSame = definitions.length === place.of && (pattern && String(pattern)) === place.pattern;
  return isSame && typeof code === "function" ? (code as Code) : undefined;
}

function isBuilder(value: unknown): value is Builder {
  if (typeof value !== "object" || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  return (
    lists.every((list) => Array.isArray(fields[list])) &&
    typeof fields["World"] === "function" &&
    typeof fields["defaultTimeout"] === "number" &&
    typeof fields["parameterTypeRegistry"] === "object"
  );
}

/** Cucumber's own copies: arguments that another copy makes would be of other classes. */
function requireParts(): { expressions: Expressions; scope: Scope } | undefined {
  try {
    const require = createRequire(import.meta.url);
    const ofCucumber = createRequire(require.resolve("@cucumber/cucumber/package.json"));
    return {
      expressions: ofCucumber("@cucumber/cucumber-expressions"),
      scope: require("@cucumber/cucumber/lib/runtime/scope/index"),
    };
  } catch {
    return undefined;
  }
}
