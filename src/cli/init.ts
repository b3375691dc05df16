// `storyproof init`: writes a working example into a project and says what to type next. It overwrites nothing.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readArguments } from "./arguments.ts";
import { UsageError } from "./errors.ts";
import { exitCodes } from "./exit-codes.ts";
import { type ExampleFile, listExampleFiles } from "./init-example.ts";
import { listNextSteps } from "./init-next-steps.ts";
import { type Language, readProject } from "./init-project.ts";
import type { CommandIo } from "./io.ts";

const usage = `Usage: storyproof init [options]

Writes a working example into this folder: a configuration, a story with an own step, and a tiny product to prove.

  --typescript   The own step in TypeScript. Default when the project has a tsconfig.json or typescript.
  --javascript   The own step in JavaScript. Default otherwise.
  --force        Write over the files of an example that is there.
  --yes          Taken for scripts that pass it; init asks nothing.
  --help         Show this.`;

const options = {
  typescript: { type: "boolean", default: false },
  javascript: { type: "boolean", default: false },
  force: { type: "boolean", default: false },
  yes: { type: "boolean", short: "y", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** Exit code 0 when everything is written; throws UsageError, having written nothing, when a file is in the way. */
export async function runInit(
  args: readonly string[],
  io: CommandIo,
  nodeVersion: string = process.versions.node,
): Promise<number> {
  const { values } = readArguments(args, options, usage);
  if (values.help) {
    io.stdout.write(`${usage}\n`);
    return exitCodes.ok.code;
  }
  const project = readProject(io.cwd, io.env);
  const language = chooseLanguage(values, project.language);
  const files = listExampleFiles(language, project.isModule);
  refuseToOverwrite(io.cwd, files, values.force);
  for (const file of files) writeExample(io.cwd, file);
  io.stdout.write(`Written:\n${files.map(({ path }) => `  ${path}\n`).join("")}\n`);
  io.stdout.write(`${listNextSteps(project, language, nodeVersion).join("\n")}\n`);
  return exitCodes.ok.code;
}

function chooseLanguage(
  wanted: { readonly typescript: boolean; readonly javascript: boolean },
  usual: Language,
): Language {
  if (wanted.typescript && wanted.javascript) {
    throw new UsageError("--typescript and --javascript together: the example is in one of them.");
  }
  if (wanted.typescript) return "typescript";
  return wanted.javascript ? "javascript" : usual;
}

/** `--force` writes over the example's own files only: another configuration would be read instead of ours. */
function refuseToOverwrite(folder: string, files: readonly ExampleFile[], force: boolean): void {
  const own = files.map(({ path }) => path);
  const others = configurations.filter((path) => !own.includes(path));
  const present = [...others, ...(force ? [] : own)].filter((path) =>
    existsSync(join(folder, path)),
  );
  if (present.length === 0) return;
  throw new UsageError(
    [
      "these files are here already, so nothing was written:",
      ...present.map((path) => `  ${path}`),
      force
        ? "cucumber-js would read them instead of the example's configuration: move them away."
        : "Move them away, or run this in an empty folder and take over what you like, or use --force.",
    ].join("\n"),
  );
}

// What cucumber-js looks for, in its order.
const configurations = ["js", "cjs", "mjs", "json", "yaml", "yml"].map((end) => `cucumber.${end}`);

function writeExample(folder: string, { path, content }: ExampleFile): void {
  const target = join(folder, path);
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  } catch (error) {
    throw new UsageError(`${path} cannot be written: ${(error as Error).message}`);
  }
}
