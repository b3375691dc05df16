// Phrases about who an actor is to the API, and how sign-in goes along between API and page.
import { Given, When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import { phrase } from "../phrase.ts";
import { notAsOutcome } from "../step-kind.ts";

function bearer(actor: Actor, token: string): void {
  actor.api.authorise({ kind: "bearer", token });
}

Given(
  ...phrase(
    "{actor} use(s)/have/has/set(s) (the )(a )(valid )(bearer )(access )(auth )(authentication )(with )(the )token (to ){text}",
    bearer,
  ),
);

Given(
  ...phrase(
    "{actor} {signin} with/using (the )(a )(valid )(bearer )(access )(API )token {text}",
    (actor: Actor, _word: string, token: string) => bearer(actor, token),
  ),
);

function basic(actor: Actor, user: string, password: string): void {
  actor.api.authorise({ kind: "basic", user, password });
}

Given(
  ...phrase(
    "{actor} {authenticated} (as )(with )(using )(the )(user )(username )(credentials ){text} and/with (the )(password ){text}",
    (actor: Actor, _word: string, user: string, password: string) => basic(actor, user, password),
  ),
);

Given(
  ...phrase(
    "{actor} use(s)/have/has/set(s) (HTTP )basic auth(entication)( credentials) (with )(for )(the )(user )(username ){text} and (the )(password ){text}",
    basic,
  ),
);

Given(
  ...phrase(
    "{actor} {signin} with/using/by (HTTP )basic auth(entication) (with )(the )(user )(username ){text} and (the )(password ){text}",
    (actor: Actor, _word: string, user: string, password: string) => basic(actor, user, password),
  ),
);

Given(
  ...phrase(
    "{actor} use(s) the authorisation/authorization scheme {text} with {text}",
    (actor: Actor, scheme: string, credentials: string) => {
      actor.api.authorise({ kind: "scheme", scheme, credentials });
    },
  ),
);

/** Where an API key goes when nobody says where. */
const usualKeyHeader = "x-api-key";

Given(
  ...phrase(
    "{actor} use(s)/have/has/send(s)/set(s) (the )(an )API key (to ){text}",
    (actor: Actor, key: string) => {
      actor.api.setHeader(usualKeyHeader, key);
    },
  ),
);

Given(
  ...phrase(
    "{actor} use(s)/have/has/send(s)/set(s)/add(s) (the )(an )API key {text} in/as/with (the )header {text}",
    (actor: Actor, key: string, header: string) => {
      actor.api.setHeader(header, key);
    },
  ),
);

Given(
  ...phrase(
    "{actor} {signin} with/using (the )(an )API key {text}",
    (actor: Actor, _word: string, key: string) => {
      actor.api.setHeader(usualKeyHeader, key);
    },
  ),
);

Given(
  ...phrase(
    "{actor} {signin} with/using (the )(an )API key {text} in/as (the )header {text}",
    (actor: Actor, _word: string, key: string, header: string) => {
      actor.api.setHeader(header, key);
    },
  ),
);

Given(
  ...phrase(
    "{actor} use(s)/remove(s)/clear(s)/drop(s)/delete(s)/send(s) no/the/all/my/any {authwords}",
    (actor: Actor, _word: string) => {
      actor.api.authorise({ kind: "none" });
    },
  ),
);

Given(
  ...phrase(
    "{actor} am/is {anonymous}",
    notAsOutcome(async (actor: Actor, _word: string) => {
      actor.api.authorise({ kind: "none" });
      await actor.api.removeCookies();
    }, "Then the response status should be 401, or: Then I should not be signed in"),
  ),
);

When(
  ...phrase("{actor} take(s) the API session to the browser", async (actor: Actor) => {
    await actor.carryApiSignInToBrowser();
  }),
);

When(
  ...phrase("{actor} take(s) the browser session to the API", async (actor: Actor) => {
    await actor.carryBrowserSignInToApi();
  }),
);
