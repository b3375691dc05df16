// The project's own configuration, for commands that answer for it. cucumber-js is not asked: what defineConfig
// makes carries its settings.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { ConfigError } from "../config/errors.ts";
import type { StoryproofOptions } from "../config/options.ts";
import type { Settings } from "../config/settings.ts";
import type { ConfigProblem } from "../config/validate.ts";
import { UsageError } from "./errors.ts";

export type ProjectConfig =
  | {
      readonly kind: "read";
      readonly file: string;
      readonly settings: Settings;
      /** As they were given to defineConfig. */
      readonly options: StoryproofOptions;
    }
  /** No configuration, or one that is not made with defineConfig. */
  | {
      readonly kind: "none";
      /** The one that was named. */
      readonly file?: string;
    }
  | { readonly kind: "unreadable"; readonly file: string; readonly problem: string };

// Those of cucumber's own names that can hold a call of defineConfig, in its order.
const fileNames = ["cucumber.js", "cucumber.cjs", "cucumber.mjs"];

/**
 * What a command finds wrong in the meaning of options, where their shape is wrong as well.
 * @param problems those of the shape: what they are about is not looked at
 */
export type FindMore = (
  options: StoryproofOptions,
  problems: readonly ConfigProblem[],
) => Promise<readonly ConfigProblem[]>;

/**
 * Reads the configuration in the folder, or the named file.
 * @param findMore so that everything is told at once
 * @throws UsageError when the named file is not there; ConfigError when its options are wrong
 */
export async function readProjectConfig(
  cwd: string,
  named?: string,
  findMore: FindMore = async () => [],
): Promise<ProjectConfig> {
  if (named !== undefined && !existsSync(resolve(cwd, named))) {
    throw new UsageError(`--config ${named}: there is no such file.`);
  }
  const file = named ?? fileNames.find((name) => existsSync(join(cwd, name)));
  if (file === undefined) return { kind: "none" };
  const loaded = await load(resolve(cwd, file));
  if (loaded instanceof Error) return { kind: "unreadable", file, problem: loaded.message };
  const config = configOf(loaded);
  if (config === undefined) return { kind: "none", ...(named === undefined ? {} : { file }) };
  return {
    kind: "read",
    file,
    settings: await readSettings(config, findMore),
    options: config.options ?? {},
  };
}

async function readSettings(config: MadeConfig, findMore: FindMore): Promise<Settings> {
  try {
    return await config.settings();
  } catch (error) {
    // By name: another copy of the package may have thrown it.
    if (!(error instanceof Error) || error.name !== "ConfigError") throw error;
    const { problems = [] } = error as Partial<ConfigError>;
    const more = await findMore(Object(config.options), problems);
    throw more.length === 0 ? error : new ConfigError([...problems, ...more]);
  }
}

async function load(path: string): Promise<unknown> {
  try {
    return await import(pathToFileURL(path).href);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** What another copy of the package made counts too. */
function configOf(module: unknown): MadeConfig | undefined {
  const config = (module as { readonly default?: Partial<MadeConfig> }).default;
  return typeof config?.settings === "function" ? (config as MadeConfig) : undefined;
}

interface MadeConfig {
  settings(): Promise<Settings>;
  readonly options?: StoryproofOptions;
}
