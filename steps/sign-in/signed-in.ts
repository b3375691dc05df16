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
      `Nobody knows how to ask whether ${whoIs(actor)} signed in. Say in cucumber.js which address answers 2xx only then: ` +
        `signIn: { ${JSON.stringify(role ?? "user")}: { check: "/api/account", … } }, or say what the page shows.`,
    );
  }
  if ((await actor.openBrowser()) !== undefined) await actor.carryBrowserSignInToApi();
  const problem = await checkSession(world, actor, path);
  if ((problem === undefined) === wanted) return;
  throw new Error(
    wanted
      ? `${whoIs(actor)} not signed in: ${problem}.`
      : `${whoIs(actor)} signed in: GET ${path} answered 2xx.`,
  );
}

function whoIs({ name }: Actor): string {
  return name === "I" ? "I am" : `${name} is`;
}
