// Signing in with a user's own name and password, in the way that the configuration gives for credentials.
import type { Actor } from "../../src/journey/actor.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { signInAfresh } from "./sign-in-as.ts";
import { knowsWay } from "./ways.ts";

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** The name of the way: what is configured for it says "{{user}}" and "{{password}}". */
const credentialsWay = "credentials";

/** Throws, saying how to configure it, when there is no way for credentials. */
export async function signInWithCredentials(
  world: StoryWorld,
  actor: Actor,
  { user, password }: Credentials,
): Promise<void> {
  world.secrets.learn(password);
  if (!knowsWay(world.settings.signIn, credentialsWay)) {
    throw new StoryError(
      "Nobody knows how to sign in with a name and a password. Say how in cucumber.js:\n" +
        '  signIn: { credentials: { request: { path: "/sessions", json: { user: "{{user}}", password: "{{password}}" } } } }\n' +
        "or write the way through the page: fill in the fields of the sign-in page, and press its button.",
    );
  }
  await signInAfresh(world, actor, credentialsWay, { user, password });
}
