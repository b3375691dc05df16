// What a scenario says of the API for all who act in it: how long an answer may take, and where paths lead.
import type { StoryWorld } from "../../src/journey/world.ts";

export interface ScenarioApi {
  timeoutMs?: number;
  close(): void;
}

/** What was said so far in this scenario. */
export function scenarioApi(world: StoryWorld): ScenarioApi {
  return world.resources.of<ScenarioApi>("api of the scenario", () => ({ close: () => undefined }));
}

/** The path below the address that the scenario gave, if it did; absolute ones stay. */
export function belowBase(world: StoryWorld, path: string): string {
  const base = world.apiAddress;
  if (base === undefined || /^(?:http|ws)s?:\/\//i.test(path)) return path;
  return path.startsWith("?")
    ? base + path
    : `${base.replace(/\/+$/, "")}/${path.replace(/^\/+/, "")}`;
}
