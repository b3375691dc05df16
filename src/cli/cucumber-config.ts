// The configuration of a project that does not use defineConfig, as cucumber itself reads it.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "./errors.ts";
import type { CommandIo } from "./io.ts";

export interface PlainConfig {
  /** Files, folders, globs; none: cucumber's own choice. */
  readonly paths: readonly string[];
  readonly language: string;
}

// Where cucumber looks for one.
const fileNames = ["js", "cjs", "mjs", "json", "yaml", "yml"].map((ending) => `cucumber.${ending}`);

/**
 * What the configuration in the folder, or the named file, says of feature files; undefined where there is none.
 * @throws UsageError when cucumber cannot read it
 */
export async function readPlainConfig(
  { cwd, env, stderr }: Pick<CommandIo, "cwd" | "env" | "stderr">,
  named: string | undefined,
): Promise<PlainConfig | undefined> {
  const file = named ?? fileNames.find((name) => existsSync(join(cwd, name)));
  if (file === undefined) return undefined;
  // Cucumber is heavy, and most projects need it for nothing here.
  const { importCucumber, sinkStream } = await import("./steps-project.ts");
  const { loadConfiguration } = await importCucumber(cwd);
  const environment = {
    cwd,
    env: { ...env },
    stdout: sinkStream({ write: () => {} }),
    stderr: sinkStream(stderr),
  };
  try {
    const { useConfiguration } = await loadConfiguration({ file }, environment);
    return { paths: useConfiguration.paths, language: useConfiguration.language };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} cannot be read by cucumber:\n${reason}`);
  }
}
