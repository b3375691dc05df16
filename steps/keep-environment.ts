// Where a run took place, as evidence: addresses, browser and versions, told once by each worker.
import { createRequire } from "node:module";
import { version as cucumberVersion } from "@cucumber/cucumber";
import { environmentAttachment } from "../src/evidence/attachment-kinds.ts";
import { currentWorker } from "../src/journey/worker.ts";
import type { StoryWorld } from "../src/journey/world.ts";

/** Attaches the environment where this worker has not told it yet; a browser opened later is something new. */
export async function keepEnvironment(world: StoryWorld): Promise<void> {
  const { drivers, toldEnvironments, secrets } = currentWorker(world.settings);
  const browser = await drivers.browserInUse();
  const key = `${browser?.name} ${browser?.version}`;
  if (toldEnvironments.has(key)) return;
  toldEnvironments.add(key);
  const { baseUrl, apiUrl } = world.settings.environment;
  const environment = {
    name: world.settings.environmentName,
    ...(baseUrl !== undefined && { baseUrl }),
    ...(apiUrl !== undefined && { apiUrl }),
    ...(browser && { browser }),
    versions: {
      storyproof: ownVersion(),
      cucumber: cucumberVersion,
      node: process.versions.node,
    },
  };
  const { data, mediaType } = environmentAttachment(environment, secrets);
  world.attach(data, mediaType);
}

function ownVersion(): string {
  const { version } = createRequire(import.meta.url)("storyproof/package.json");
  return String(version);
}
