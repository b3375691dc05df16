// Phrases by which actors are signed in as a role. How that is done says the configuration (`signIn`) or the team's code
// (`defineSignIn`); for what is so ("is signed in as")
// it is done once for each role and worker, for what somebody does ("signs in as") each time.
import { type DataTable, defineParameterType, Given, Then, When } from "@cucumber/cucumber";
import { textPattern } from "../../src/checks/literal.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { notAsOutcome } from "../step-kind.ts";
import { pairsOf } from "../tables.ts";
import { type Credentials, signInWithCredentials } from "./credentials.ts";
import { signInAfresh, signInAs } from "./sign-in-as.ts";
import { expectSignedIn, signOut } from "./signed-in.ts";
import { onlyRole } from "./ways.ts";

defineParameterType({
  name: "role",
  regexp: `(?:an? |the )?(?:user )?(?:${textPattern}|[A-Za-z][\\w-]*(?: [a-z][\\w-]*)?)`,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer(this: StoryWorld, words: string): string {
    const role = words.replace(/^(?:an?|the) /, "").replace(/^user (?=["'])/, "");
    return this.resolve(/^["']/.test(role) ? role.slice(1, -1) : role);
  },
});

defineParameterType({
  name: "userpassword",
  regexp: `(?:as|with) (?:the )?(?:user(?:name)?|e-?mail)? ?${textPattern}(?:,| and|, and| with)(?: the)?(?: password)? ${textPattern}`,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer(this: StoryWorld, words: string): Credentials {
    const [user = "", password = ""] = (words.match(new RegExp(textPattern, "g")) ?? []).map(
      (text) => this.resolve(text.slice(1, -1)),
    );
    return { user, password };
  },
});

/** After Then it is demanded, as by "should be signed in as". */
async function beSignedIn(this: StoryWorld, actor: Actor, role: string): Promise<void> {
  if (this.isOutcome) await expectSignedIn(this, actor, true, role);
  else await signInAs(this, actor, role);
}

async function signIn(this: StoryWorld, actor: Actor, role: string): Promise<void> {
  await signInAfresh(this, actor, role);
}

// Not "authenticated as "ada" with …": that is basic authentication, and none of the roles.
defineParameterType({
  name: "signedin",
  regexp: /(?:am|is) (?:already )?(?:(?:signed|logged) in|authenticated) as/,
  useForSnippets: false,
  transformer: (words: string) => words,
});

Given(
  ...phrase(
    "{actor} {signedin} {role}",
    function (this: StoryWorld, actor: Actor, _words: string, role: string) {
      return beSignedIn.call(this, actor, role);
    },
  ),
);
When(...phrase("{actor} sign(s)/log(s) in as {role}", signIn));
Given(
  ...phrase(
    "{actor} am/is (already )signed/logged in with (the )(a )(user )role {role}",
    beSignedIn,
  ),
);
Given(
  ...phrase("{actor} am/is (already )signed/logged in as a user with the {text} role", beSignedIn),
);

async function beSignedInAlone(this: StoryWorld, actor: Actor): Promise<void> {
  if (this.isOutcome) await expectSignedIn(this, actor, true);
  else await signInAs(this, actor, onlyRole(this.settings.signIn));
}

async function signInAlone(this: StoryWorld, actor: Actor): Promise<void> {
  await signInAfresh(this, actor, onlyRole(this.settings.signIn));
}

Given(...phrase("{actor} am/is (already )signed/logged in", beSignedInAlone));
When(...phrase("{actor} sign(s)/log(s) in", signInAlone));

async function signInWith(this: StoryWorld, actor: Actor, given: Credentials): Promise<void> {
  await signInWithCredentials(this, actor, given);
}

Given(
  ...phrase(
    "{actor} am/is (already )signed/logged in {userpassword}",
    notAsOutcome(signInWith, "Then I should be signed in"),
  ),
);
When(...phrase("{actor} sign(s)/log(s) in {userpassword}", signInWith));
When(
  ...phrase(
    "{actor} sign(s)/log(s) in with the( following) credentials:",
    async function (this: StoryWorld, actor: Actor, table: DataTable) {
      const pairs = pairsOf(
        this,
        table,
        "  | user     | ada@example.com |\n  | password | correct horse   |",
      );
      const [user = "", password = ""] = pairs.map(([, value]) => value);
      await signInWithCredentials(this, actor, { user, password });
    },
  ),
);

When(...phrase("{actor} sign(s)/log(s) out", signOut));
Given(
  ...phrase(
    "{actor} am/is (already )signed/logged out",
    async function (this: StoryWorld, actor: Actor) {
      if (this.isOutcome) await expectSignedIn(this, actor, false);
      else await signOut.call(this, actor);
    },
  ),
);

Then(
  ...phrase(
    "{actor} should/must (still )be signed/logged in",
    async function (this: StoryWorld, actor: Actor) {
      await expectSignedIn(this, actor, true);
    },
  ),
);
Then(
  ...phrase(
    "{actor} should/must be signed/logged out",
    async function (this: StoryWorld, actor: Actor) {
      await expectSignedIn(this, actor, false);
    },
  ),
);
Then(
  ...phrase(
    "{actor} should/must not (longer )be signed/logged in",
    async function (this: StoryWorld, actor: Actor) {
      await expectSignedIn(this, actor, false);
    },
  ),
);
Then(
  ...phrase(
    "{actor} should/must be signed/logged in as {role}",
    async function (this: StoryWorld, actor: Actor, role: string) {
      await expectSignedIn(this, actor, true, role);
    },
  ),
);
