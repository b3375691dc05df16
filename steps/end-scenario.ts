// The end of a scenario: what it leaves behind, and its sessions. Most scenarios of a large suite leave nothing.
import { type ITestCaseHookParameter, World } from "@cucumber/cucumber";
import type { Settings } from "../src/config/settings.ts";
import { currentWorker } from "../src/journey/worker.ts";
import { type StoryParameters, StoryWorld } from "../src/journey/world.ts";
import { takeJourney, takeUnfinishedJourney } from "./definition-wrapper.ts";
import { isInvariant, isMeasured } from "./needs-journey.ts";

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

/** The end of a scenario with gates, or of an invariant: its own sessions are closed before it is run again. */
export async function endMeasuredScenario(
  world: unknown,
  hook: ITestCaseHookParameter,
): Promise<void> {
  if (!(world instanceof World)) throw strangeWorld(world);
  const journey = await takeJourney(world, hook);
  // An invariant whose first run fails is searched all the same, for smaller values that do.
  const unfinished = isInvariant(hook.pickle)
    ? await takeUnfinishedJourney(world, hook)
    : undefined;
  if (world instanceof StoryWorld) await endScenario(world, hook.result?.status);
  const settings = settingsOf(world);
  const { secrets } = currentWorker(settings);
  const scenario = { world, hook, settings, secrets, terminal: process.stderr };
  try {
    if (isMeasured(hook.pickle)) {
      // Loaded here because most runs measure nothing.
      const { measureScenario } = await import("./measuring/measure-scenario.ts");
      await measureScenario({ ...scenario, journey });
    }
  } finally {
    if (unfinished !== undefined) {
      const { checkScenario } = await import("./invariants/check-scenario.ts");
      await checkScenario({ ...scenario, journey: unfinished });
    }
  }
}

function settingsOf({ parameters }: World<unknown>): Settings {
  return (parameters as StoryParameters).storyproof;
}

/** Rather than pass without a measurement. */
function strangeWorld(world: unknown): Error {
  const name = (world as { readonly constructor?: { readonly name?: string } })?.constructor?.name;
  return withoutStack(
    `The gates of this scenario cannot be measured: its World (${name ?? typeof world}) extends neither ` +
      "StoryWorld of storyproof nor World of @cucumber/cucumber, so evidence cannot be kept.",
  );
}

function withoutStack(message: string): Error {
  const error = new Error(message);
  error.stack = message;
  return error;
}
