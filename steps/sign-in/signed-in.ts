// Being signed in or not: leaving a session behind, and asking the product whether there is one.
import type { Actor } from "../../src/journey/actor.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { leaveSession } from "./kept-session.ts";
import { checkSession } from "./validity.ts";
import { checkOf } from "./ways.ts";

/** Forgets everything that makes the actor somebody: tokens, cookies, what pages have kept. The product is not told. */
export async function signOut(this: StoryWorld, actor: Actor): Promise<void> {
  await leaveSession(actor);
}

/** Asks the product with the actor's session; throws when the answer is another. */
export async function expectSignedIn(
  world: StoryWorld,
  actor: Actor,
  wanted: boolean,
  role?: string,
): Promise<void> {
  const path = checkOf(world.settings.signIn, role);
  if (path === undefined) {
    throw new StoryError(
      `Nobody knows how to ask whether ${actor.name} is signed in. Say in cucumber.js which address answers 2xx only then: ` +
        `signIn: { ${JSON.stringify(role ?? "user")}: { check: "/api/account", … } }, or say what the page shows.`,
    );
  }
  if ((await actor.openBrowser()) !== undefined) await actor.carryBrowserSignInToApi();
  const problem = await checkSession(world, actor, path);
  if ((problem === undefined) === wanted) return;
  throw new Error(
    wanted
      ? `${actor.name} is not signed in: ${problem}.`
      : `${actor.name} is signed in: GET ${path} answered 2xx.`,
  );
}
