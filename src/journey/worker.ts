// What all scenarios of one worker process share: pools, the browser, what is known to be secret.
// One of the two places with module-level state: cucumber makes Worlds itself and hands them nothing of ours.
import type { Settings } from "../config/settings.ts";
import type { Drivers } from "./drivers.ts";
import type { Resources } from "./resources.ts";
import type { SecretKeeper } from "./secret-keeper.ts";
import type { Target } from "./target.ts";

export interface WorkerParts {
  readonly drivers: Drivers;
  readonly secrets: SecretKeeper;
  /** What packs open once for all scenarios of the worker. */
  readonly resources: Resources;
  /** What the words of a sentence mean on a page. Throws when they mean nothing. */
  readonly readTarget: (words: string, resolve: (text: string) => string) => Target;
  /** What was already told about where this worker runs; told again only when there is something new. */
  readonly toldEnvironments: Set<string>;
}

export type AssembleWorker = (settings: Settings) => WorkerParts;

let assemble: AssembleWorker | undefined;
let parts: WorkerParts | undefined;

/** Says how a worker's parts are made; called once, when the step library is loaded. */
export function assembleWorkerWith(newAssemble: AssembleWorker): void {
  assemble = newAssemble;
}

/** The parts of this worker, made on first use. */
export function currentWorker(settings: Settings | undefined): WorkerParts {
  if (parts !== undefined) return parts;
  if (assemble === undefined || settings === undefined) {
    throw new Error(
      "storyproof is not set up in this run.\n" +
        "Make cucumber.js export defineConfig({…}) from 'storyproof', which loads the World and its steps:\n" +
        '  import { defineConfig } from "storyproof";\n' +
        "  export default defineConfig({});",
    );
  }
  parts = assemble(settings);
  return parts;
}

/** Ends what the worker shares; the next use would start anew. */
export async function closeWorker(): Promise<void> {
  const closing = parts;
  parts = undefined;
  await Promise.all([closing?.drivers.close(), closing?.resources.close()]);
}
