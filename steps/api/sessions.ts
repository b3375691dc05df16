// Phrases about who an actor is to the API, and how sign-in goes along between API and page.
import { Given, Then, When } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Actor } from "../../src/journey/actor.ts";
import { phrase } from "../phrase.ts";

Given(
  ...phrase("{actor} use(s) the bearer token {text}", (actor: Actor, token: string) => {
    actor.api.authorise({ kind: "bearer", token });
  }),
);

Given(
  ...phrase(
    "{actor} authenticate(s) as {text} with (the )password {text}",
    (actor: Actor, user: string, password: string) => {
      actor.api.authorise({ kind: "basic", user, password });
    },
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

Given(
  ...phrase("{actor} use(s) no authorisation/authorization/credentials", (actor: Actor) => {
    actor.api.authorise({ kind: "none" });
  }),
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

Then(
  ...phrase("{actor} should have the/a cookie {text}", async (actor: Actor, name: string) => {
    const cookies = await actor.api.cookies();
    if (cookies.some((cookie) => cookie.name === name)) return;
    const known = cookies.map((cookie) => cookie.name).join(", ") || "none";
    throw new Error(
      `${actor.name} ${actor.name === "I" ? "have" : "has"} no cookie "${name}"; the cookies are: ${known}`,
    );
  }),
);

Then(
  ...phrase("{actor} should not have the/a cookie {text}", async (actor: Actor, name: string) => {
    const cookies = await actor.api.cookies();
    if (!cookies.some((cookie) => cookie.name === name)) return;
    throw new Error(`there is a cookie "${name}" of ${actor.name}, and there should be none`);
  }),
);

Then(
  ...phrase(
    "the cookie {text} of {actor} {check}",
    async (name: string, actor: Actor, check: Check) => {
      const cookies = await actor.api.cookies();
      const value = cookies.find((cookie) => cookie.name === name)?.value;
      const failure = check.judge(value, `the cookie "${name}"`);
      if (failure !== undefined) throw new Error(failure);
    },
  ),
);
