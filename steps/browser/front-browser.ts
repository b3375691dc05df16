// Whose page a sentence means that names nobody ("the page title should be …"): that of who acted last.
import type { BrowserSession } from "../../src/journey/browser-port.ts";
import type { StoryWorld } from "../../src/journey/world.ts";

/** The browser that was used last, if one is open. */
export async function openFrontBrowser(world: StoryWorld): Promise<BrowserSession | undefined> {
  let front: BrowserSession | undefined;
  for (const actor of world.actors) {
    const session = await actor.openBrowser();
    if (session !== undefined && session.usedAtMs >= (front?.usedAtMs ?? 0)) front = session;
  }
  return front;
}

/** The browser that was used last; with none open yet, that of `I`. */
export async function frontBrowser(world: StoryWorld): Promise<BrowserSession> {
  return (await openFrontBrowser(world)) ?? (await world.actor().browser());
}
