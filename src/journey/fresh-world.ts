// Worlds for replays: of the same class and with the same parameters as the first, and what they attach goes nowhere.
// It also ends them. It knows no steps.
import type { BrowserWishes } from "./browser/emulation-port.ts";
import { type Vitals, worstVitals } from "./browser/vitals.ts";
import type { BrowserSession } from "./browser-port.ts";
import type { CucumberLibrary } from "./cucumber-library.ts";
import type { ReplayOptions } from "./replay-outcome.ts";
import { givenValues, replayWishes, StoryWorld } from "./world.ts";

export type WorldParameters = Readonly<Record<string, unknown>>;

/** Answers how to make Worlds with these parameters. */
export function worldsWith(
  { storyproof, ...own }: WorldParameters,
  { World }: CucumberLibrary,
): () => object {
  const hasOwn = Object.keys(own).length > 0;
  // A copy, since the team's code may change the parameters of its World. Our settings nobody changes.
  const parameters = (): object => ({ ...(hasOwn && structuredClone(own)), storyproof });
  return () => new World({ attach: mute, log: mute, link: mute, parameters: parameters() });
}

/** What cucumber handed to the World: the team's parameters and our settings. */
export function parametersOf(world: object): WorldParameters {
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

const unrecorded: BrowserWishes = { unrecorded: true };

export type WorldWishes = Pick<ReplayOptions, "vitals" | "given">;

/** Says how browsers are opened in it: without what is kept of a first run, and with what is to be measured. */
export function prepareWorld(world: object, { vitals, given }: WorldWishes): void {
  if (!(world instanceof StoryWorld)) return;
  world[givenValues] = given;
  world[replayWishes] = vitals === undefined ? unrecorded : { ...unrecorded, vitals };
}

/** The worst of each over everybody's pages; to be asked for before it is ended. Throws when a page does not say. */
export async function vitalsOf(world: object): Promise<Vitals> {
  const sessions = await browsersOf(world);
  return worstVitals(await Promise.all(sessions.map(async (one) => (await one?.vitals()) ?? {})));
}

/** Settles when pages that nobody has touched have shown what they have to show. Never rejects. */
export async function pagesShownOf(world: object): Promise<void> {
  const sessions = await browsersOf(world);
  await Promise.all(sessions.map((one) => one?.shown()));
}

async function browsersOf(world: object): Promise<readonly (BrowserSession | undefined)[]> {
  if (!(world instanceof StoryWorld)) return [];
  return await Promise.all(world.actors.map((actor) => actor.openBrowser()));
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

/** True when somebody opened a browser in it. */
export function hasBrowser(world: object): boolean {
  return world instanceof StoryWorld && world.actors.some((actor) => actor.hasBrowser);
}

/** What was exchanged in it, oldest first. */
export function exchangesOf(world: object): StoryWorld["exchanges"] {
  return world instanceof StoryWorld ? world.exchanges : [];
}
