/** The command line of the product. */
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startWorkspace } from "./start-workspace.ts";

const HELP = `Usage: main.ts [options]

  --port N          listen on this port (default: any free one)
  --data DIR        keep the data here (default: a temporary folder, removed at the end)
  --demo            start with some customers and projects to look at
  --test-controls   open /test/… for tests; also WORKSPACE_TEST_CONTROLS=1
  --help            show this
`;

const EXIT_FAILED = 1;
const EXIT_USAGE = 2;

interface Options {
  readonly port: number;
  /** Null for a temporary folder. */
  readonly data: string | null;
  readonly testControls: boolean;
  readonly demo: boolean;
}

async function run(options: Options): Promise<void> {
  const folder = options.data ?? (await mkdtemp(join(tmpdir(), "workspace-")));
  try {
    const workspace = await startWorkspace({ ...options, dataFolder: folder });
    process.stdout.write(`Workspace is running at ${workspace.url}\n`);
    await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
    await workspace.close();
  } finally {
    if (options.data === null) await rm(folder, { recursive: true, force: true });
  }
}

/** Null when only the help was asked for. */
function readOptions(): Options | null {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.help) return null;
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new TypeError("--port needs a number from 0 to 65535");
  }
  const testControls = values["test-controls"] || process.env["WORKSPACE_TEST_CONTROLS"] === "1";
  return { port, data: values.data ?? null, testControls, demo: values.demo };
}

const OPTIONS = {
  port: { type: "string", default: "0" },
  data: { type: "string" },
  demo: { type: "boolean", default: false },
  "test-controls": { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

function fail(error: unknown, exitCode: number, rest = ""): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${rest}`);
  process.exitCode = exitCode;
}

async function main(): Promise<void> {
  let options: Options | null;
  try {
    options = readOptions();
  } catch (error) {
    fail(error, EXIT_USAGE, `\n${HELP}`);
    return;
  }
  if (options === null) process.stdout.write(HELP);
  else await run(options);
}

main().catch((error: unknown) => fail(error, EXIT_FAILED));
