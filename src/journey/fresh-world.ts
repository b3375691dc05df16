// Worlds for replays: of the same class and with the same parameters as the first, and what they attach goes nowhere.
// It also ends them. It knows no steps.
import type { CucumberLibrary } from "./cucumber-library.ts";
import { StoryWorld } from "./world.ts";

/** Answers how to make Worlds like this one. */
export function worldsLike(first: object, { World }: CucumberLibrary): () => object {
  const { storyproof, ...own } = parametersOf(first);
  const hasOwn = Object.keys(own).length > 0;
  // A copy, since the team's code may change the parameters of its World. Our settings nobody changes.
  const parameters = (): object => ({ ...(hasOwn && structuredClone(own)), storyproof });
  return () => new World({ attach: mute, log: mute, link: mute, parameters: parameters() });
}

function parametersOf(world: object): Readonly<Record<string, unknown>> {
  const parameters = "parameters" in world ? world.parameters : undefined;
  return typeof parameters === "object" && parameters !== null ? { ...parameters } : {};
}

/** Takes whatever can be attached: a callback is called, and a stream is read to its end, so that nobody waits. */
function mute(data?: unknown, ...rest: unknown[]): void {
  if (typeof data === "object" && data !== null && "resume" in data) {
    if (typeof data.resume === "function") data.resume();
  }
  const done = rest.at(-1);
  if (typeof done === "function") done();
}

/** Ends what is under way in it; hooks may go on. */
export function cancelWorld(world: object): void {
  if (!(world instanceof StoryWorld)) return;
  for (const actor of world.actors) actor.cancel();
}

/** Closes its sessions for good: whatever still runs in it is refused. Undefined where there is nothing to wait for. */
export function endWorld(world: object): Promise<void> | undefined {
  return world instanceof StoryWorld ? world.end() : undefined;
}

/** What was exchanged in it, oldest first. */
export function exchangesOf(world: object): StoryWorld["exchanges"] {
  return world instanceof StoryWorld ? world.exchanges : [];
}
