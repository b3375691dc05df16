// Support code loaded in a thread as cucumber loads it in its own parallel workers, and the hooks around a run.
// With cucumber-library.ts the only file that reads what cucumber keeps to itself (docs/decisions/009, 010).
import { createRequire, register } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { supportCodeLibraryBuilder } from "@cucumber/cucumber";
import { IdGenerator } from "@cucumber/messages";
import { type Code, callCode } from "./code.ts";
import type { WorldParameters } from "./fresh-world.ts";

/** What cucumber was told to load, its globs resolved. Plain JSON. */
export interface SupportCoordinates {
  readonly requireModules: readonly string[];
  readonly requirePaths: readonly string[];
  readonly importPaths: readonly string[];
  readonly loaders: readonly string[];
}

const lists = ["requireModules", "requirePaths", "importPaths", "loaders"] as const;

/** What the run that is under way has loaded; undefined when this cucumber keeps it in another way. */
export function readSupportCoordinates(): SupportCoordinates | undefined {
  const { originalCoordinates: found } = supportCodeLibraryBuilder as unknown as {
    readonly originalCoordinates?: SupportCoordinates;
  };
  return found !== undefined && lists.every((list) => Array.isArray(found[list]))
    ? found
    : undefined;
}

export interface RunHooks {
  /** Rejects with what the first one that fails throws, as cucumber ends a run then. */
  readonly before: () => Promise<void>;
  /** Last defined first. */
  readonly after: () => Promise<void>;
}

interface RunHook {
  readonly code: Code;
  readonly options: { readonly timeout?: number };
  /** From cucumber 13 on a hook may belong to the coordinator alone. */
  readonly on?: string;
}

/** Loads it into this thread, which must not have loaded any before. Rejects with what the code throws. */
export async function loadSupport(
  coordinates: SupportCoordinates,
  parameters: WorldParameters,
): Promise<RunHooks> {
  const cwd = process.cwd();
  const builder = supportCodeLibraryBuilder;
  // The types name what cucumber 12 wants; 13 wants the same.
  builder.reset(cwd, IdGenerator.uuid(), coordinates as Parameters<typeof builder.reset>[2]);
  const require = requireOfCucumber();
  for (const path of [...coordinates.requireModules, ...coordinates.requirePaths]) require(path);
  for (const specifier of coordinates.loaders) register(specifier, pathToFileURL("./"));
  for (const path of coordinates.importPaths) await import(pathToFileURL(path).href);
  const library = builder.finalize();
  const context = { parameters };
  const runAll = (hooks: readonly RunHook[]) => runHooks(hooks, context, library.defaultTimeout);
  return {
    before: () => runAll(hooksOf(library.beforeTestRunHookDefinitions)),
    after: () => runAll(hooksOf(library.afterTestRunHookDefinitions).toReversed()),
  };
}

/** Modules are found from where cucumber lies, as its own `require` finds them. */
function requireOfCucumber(): NodeJS.Require {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve("@cucumber/cucumber/package.json"));
  return createRequire(join(folder, "lib", "try_require.js"));
}

function hooksOf(definitions: readonly object[]): readonly RunHook[] {
  return (definitions as readonly RunHook[]).filter(({ on }) => on !== "COORDINATOR");
}

async function runHooks(
  hooks: readonly RunHook[],
  context: object,
  defaultMs: number,
): Promise<void> {
  for (const { code, options } of hooks) {
    const timeoutMs = options.timeout ?? defaultMs;
    const callable = { run: code, takesCallback: code.length === 1, timeoutMs };
    await inRunScope(context, async () => callCode(callable, context, [], Infinity));
  }
}

/** So that `import { context } from "@cucumber/cucumber"` means this one. */
async function inRunScope(context: object, run: () => Promise<unknown>): Promise<void> {
  const require = createRequire(import.meta.url);
  const scope = require("@cucumber/cucumber/lib/runtime/scope/index");
  await scope.runInTestRunScope({ context }, run);
}
