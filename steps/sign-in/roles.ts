// Phrases by which actors are signed in as a role. How that is done says the configuration (`signIn`) or the team's code
// (`defineSignIn`); it is done once for each role and worker.
import { defineParameterType, Given, When } from "@cucumber/cucumber";
import { textPattern } from "../../src/checks/literal.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { signInAs } from "./sign-in-as.ts";

defineParameterType({
  name: "role",
  regexp: `(?:an? |the )?(?:${textPattern}|[A-Za-z][\\w-]*(?: [a-z][\\w-]*)?)`,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer(this: StoryWorld, words: string): string {
    const role = words.replace(/^(?:an?|the) /, "");
    return this.resolve(/^["']/.test(role) ? role.slice(1, -1) : role);
  },
});

async function signIn(this: StoryWorld, actor: Actor, role: string): Promise<void> {
  await signInAs(this, actor, role);
}

Given(...phrase("{actor} am/is (already )signed/logged in as {role}", signIn));
When(...phrase("{actor} sign(s)/log(s) in as {role}", signIn));
