/** Starts the product as a value with an address and a way to end it. */
import { mkdir } from "node:fs/promises";
import type { FastifyInstance } from "fastify";
import { seedDemoOnce } from "./demo.ts";
import { type Clock, systemClock } from "./domain/clock.ts";
import { Database } from "./domain/database.ts";
import { honest } from "./domain/honesty.ts";
import { createServer } from "./server.ts";
import { TestControls } from "./test-controls/test-controls.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

export interface WorkspaceOptions {
  /** Where the database and uploaded files are kept. Made when it does not exist. */
  readonly dataFolder: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Default: 127.0.0.1. */
  readonly host?: string;
  /** Opens /test/…, where tests change behaviour and time. Default: false. Never in production. */
  readonly testControls?: boolean;
  /** Starts with some customers and projects to look at. Default: false. */
  readonly demo?: boolean;
  /** Default: the system's clock. */
  readonly clock?: Clock;
}

export interface RunningWorkspace {
  /** Such as http://127.0.0.1:49152, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

export async function startWorkspace(options: WorkspaceOptions): Promise<RunningWorkspace> {
  const { port = 0, host = "127.0.0.1" } = options;
  await mkdir(options.dataFolder, { recursive: true });
  const database = await Database.open(options.dataFolder);
  const workspaceAndControls = assemble(database, options);
  const app = await createServer(...workspaceAndControls);
  try {
    if (options.demo === true) await seedDemoOnce(workspaceAndControls[0]);
    const url = await app.listen({ port, host });
    return { url, close: () => close(app, database) };
  } catch (error) {
    await close(app, database);
    throw error;
  }
}

function assemble(database: Database, options: WorkspaceOptions): [Workspace, TestControls | null] {
  const { dataFolder, clock = systemClock } = options;
  if (options.testControls !== true) {
    return [createWorkspace({ database, dataFolder, clock, honesty: honest }), null];
  }
  const controls = new TestControls(clock);
  return [
    createWorkspace({ database, dataFolder, clock: controls.clock, honesty: controls }),
    controls,
  ];
}

async function close(app: FastifyInstance, database: Database): Promise<void> {
  await app.close();
  database.close();
}
