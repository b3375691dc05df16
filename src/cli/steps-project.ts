// The step definitions that a run in a project would have, read through cucumber's own API: its configuration, its
// loaders, the project's packs and prefix, and the team's own files. It runs no scenario.
import { createRequire } from "node:module";
import { join, resolve, sep } from "node:path";
import { Writable } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";
import type {
  IConfiguration,
  IResolvedConfiguration,
  IRunConfiguration,
  IRunEnvironment,
} from "@cucumber/cucumber/api";
import { type Envelope, StepDefinitionPatternType } from "@cucumber/messages";
import type { Definition } from "../catalogue/catalogue.ts";
import type { ParameterType } from "../catalogue/parameter-type.ts";
import type { Settings } from "../config/settings.ts";
import { ownArbitraries } from "../journey/team-definitions.ts";
import { UsageError } from "./errors.ts";
import type { CommandIo, TextSink } from "./io.ts";
import { findSyntaxError } from "./syntax-place.ts";

export interface StepsProject {
  readonly definitions: readonly Definition[];
  /** What the team's own arbitraries add to what can be said; steps of their kind are found by a packaged definition. */
  readonly arbitraries: readonly Definition[];
  /** Those that cucumber does not have itself. */
  readonly parameterTypes: readonly ParameterType[];
  readonly prefix: string;
  /** Globs of the features and of the team's own steps, as the configuration has them. */
  readonly features: readonly string[];
  readonly own: readonly string[];
  /** False where nothing of storyproof is configured, and the packaged phrases are shown as they are. */
  readonly isConfigured: boolean;
}

/** The folder of the library's steps: sources in this repository, compiled ones in the package. */
export const stepsFolder: string = fileURLToPath(new URL("../../steps", import.meta.url));

type Surroundings = Pick<CommandIo, "cwd" | "env" | "stderr">;

/**
 * Loads the project's definitions.
 * @throws UsageError when the configuration or a step file cannot be loaded; ConfigError when options are wrong
 */
export async function loadStepsProject(io: Surroundings): Promise<StepsProject> {
  const api = await importCucumber(io.cwd);
  const environment = {
    cwd: io.cwd,
    env: { ...io.env },
    stdout: sinkStream({ write: () => {} }),
    stderr: sinkStream(io.stderr),
  };
  const load = async (provided?: Partial<IConfiguration>): Promise<StepsProject> => {
    const configuration = await readConfiguration(api, environment, provided);
    const settings = settingsOf(configuration.useConfiguration);
    const envelopes = await readSupport(api, environment, configuration.runConfiguration, settings);
    return describe(io.cwd, configuration.useConfiguration, envelopes);
  };
  const project = await load();
  if (project.isConfigured || project.definitions.length > 0) return project;
  return await load({ import: [ownModule("support"), ownModule("index")] });
}

/** The copy of cucumber that runs the project's stories: definitions of another copy are not to be had. */
export async function importCucumber(cwd: string): Promise<Api> {
  let path: string;
  try {
    path = createRequire(join(cwd, "package.json")).resolve("@cucumber/cucumber/api");
  } catch {
    return await import("@cucumber/cucumber/api");
  }
  // Resolved as CommonJS, whose exports are the default one.
  const { default: api }: { readonly default: Api } = await import(pathToFileURL(path).href);
  return api;
}

type Api = Pick<
  typeof import("@cucumber/cucumber/api"),
  "loadConfiguration" | "loadSupport" | "runCucumber"
>;

async function readConfiguration(
  api: Api,
  environment: IRunEnvironment,
  provided: Partial<IConfiguration> = {},
): Promise<IResolvedConfiguration> {
  try {
    return await api.loadConfiguration({ provided }, environment);
  } catch (error) {
    throw explain("The configuration of cucumber cannot be read", error, environment.cwd);
  }
}

function settingsOf({ pluginOptions }: IConfiguration): Settings | undefined {
  return pluginOptions["storyproof"] as unknown as Settings | undefined;
}

/** What cucumber tells of its definitions before the first scenario. Its library of them is no public thing. */
async function readSupport(
  api: Api,
  environment: IRunEnvironment,
  { sources, support, runtime }: IRunConfiguration,
  settings: Settings | undefined,
): Promise<readonly Envelope[]> {
  // As the coordinator's plugin would; the library reads it while it is loaded.
  const loading = { prefix: settings?.prefix, stepMs: settings?.timeouts.stepMs };
  process.env["STORYPROOF_LOADING"] = JSON.stringify(loading);
  try {
    const library = await api.loadSupport({ sources, support }, environment);
    const envelopes: Envelope[] = [];
    const quiet = {
      sources: { ...sources, paths: [noFeature] },
      support: library,
      runtime: { ...runtime, dryRun: true, parallel: 0 },
      formats: { stdout: "message", files: {}, publish: false as const, options: {} },
    };
    await api.runCucumber(quiet, environment, (envelope) => envelopes.push(envelope));
    return envelopes;
  } catch (error) {
    const what = "The step definitions of this project cannot be loaded";
    throw explain(what, error, environment.cwd, support.importPaths);
  }
}

/** A glob that finds nothing, so that nothing is run. */
const noFeature = "node_modules/.storyproof-none/*.feature";

function describe(
  cwd: string,
  configuration: IConfiguration,
  envelopes: readonly Envelope[],
): StepsProject {
  const settings = settingsOf(configuration);
  const { paths, import: imports, require: requires } = configuration;
  return {
    definitions: envelopes.flatMap(({ stepDefinition }) => {
      if (stepDefinition === undefined) return [];
      const { pattern, sourceReference } = stepDefinition;
      const file = resolve(cwd, sourceReference.uri ?? "");
      const isRegExp = pattern.type === StepDefinitionPatternType.REGULAR_EXPRESSION;
      const source = isRegExp ? `/${pattern.source}/` : pattern.source;
      return [{ pattern: source, file, line: sourceReference.location?.line ?? 1 }];
    }),
    parameterTypes: envelopes.flatMap(({ parameterType }) =>
      parameterType === undefined
        ? []
        : [{ name: parameterType.name, regexps: parameterType.regularExpressions }],
    ),
    arbitraries: [...ownArbitraries().values()].map(({ name, place }) => {
      return { pattern: `any ${name} as {text}`, ...place };
    }),
    prefix: settings?.prefix ?? "",
    features: paths,
    own: [...imports, ...requires].filter((path) => !path.startsWith(stepsFolder)),
    isConfigured: settings !== undefined,
  };
}

function ownModule(name: string): string {
  return join(stepsFolder, `${name}${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`);
}

/** The user's mistake in one message; wrong options of ours explain themselves. */
function explain(what: string, error: unknown, cwd = "", imports: readonly string[] = []): Error {
  const chain = chainOf(error);
  const own = chain.find(({ name }) => name === "ConfigError");
  if (own !== undefined) return own;
  const cause = chain.at(-1);
  const place =
    placeIn(cause?.stack ?? "", cwd) ??
    (cause instanceof SyntaxError ? findSyntaxError(cwd, imports) : undefined);
  const messages = [...new Set(chain.map(({ message }) => message))];
  return new UsageError(
    [`${what}:`, ...messages, ...(place === undefined ? [] : [`  in ${place}`])].join("\n"),
  );
}

function chainOf(error: unknown): readonly Error[] {
  if (!(error instanceof Error)) return [new Error(String(error))];
  return error.cause === undefined ? [error] : [error, ...chainOf(error.cause)];
}

/** The first place of a stack that lies in the project and not in a package of others. */
function placeIn(stack: string, cwd: string): string | undefined {
  const lines = stack.split("\n").map((line) => line.replace("file://", ""));
  const line = lines.find((one) => one.includes(cwd + sep) && !one.includes("node_modules")) ?? "";
  const place = line.slice(line.indexOf(cwd + sep) + cwd.length + 1);
  return /^.+?:\d+/.exec(place)?.[0];
}

/** What is written there, at the sink. */
export function sinkStream(sink: TextSink): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      sink.write(String(chunk));
      done();
    },
  });
}
