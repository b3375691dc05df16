// The end of a scenario: what it leaves behind, and its sessions. Most scenarios of a large suite leave nothing.
import { currentWorker } from "../src/journey/worker.ts";
import type { StoryWorld } from "../src/journey/world.ts";

/** Undefined when there is nothing to keep and nothing to close. */
export function endScenario(
  world: StoryWorld,
  status: string | undefined,
): Promise<void> | undefined {
  const isFirst = currentWorker(world.settings).toldEnvironments.size === 0;
  if (!isFirst && world.actors.length === 0 && world.resources.isEmpty) return undefined;
  return keepAndClose(world, status);
}

async function keepAndClose(world: StoryWorld, status: string | undefined): Promise<void> {
  // Loaded here because runs in which nothing is left to keep need none of it.
  const { keepEnvironment } = await import("./keep-environment.ts");
  await keepEnvironment(world);
  if (world.actors.length === 0 && world.resources.isEmpty) return;
  const { keepEvidence } = await import("./keep-evidence.ts");
  await keepEvidence(world, status);
}
