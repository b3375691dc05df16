// Phrases about what pages requested and logged, which nobody sees on them.
import { Then, When } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { frontBrowser } from "./front-browser.ts";

async function expectNoErrors(this: StoryWorld): Promise<void> {
  await (await frontBrowser(this)).expectNoConsoleErrors();
}

Then(
  ...phrase("there should be no (JavaScript )errors in/on the (browser )console", expectNoErrors),
);
Then(
  ...phrase(
    "{nothing} no console/JavaScript errors( on the page)",
    function (this: StoryWorld, _: string) {
      return expectNoErrors.call(this);
    },
  ),
);
Then(...phrase("the (browser )console should not have/show/contain (any )errors", expectNoErrors));
Then(...phrase("the (browser )console should have/show/contain no errors", expectNoErrors));
Then(
  ...phrase("the (browser )console {check}", async function (this: StoryWorld, check: Check) {
    await (await frontBrowser(this)).expectConsole((text) => check.judge(text, "the console"));
  }),
);
Then(
  ...phrase("no request(s) should (have )fail(ed)", async function (this: StoryWorld) {
    await (await frontBrowser(this)).expectNoFailedRequests();
  }),
);

When(
  ...phrase(
    "{actor} wait(s) for the/a request to {text}( to finish)( to complete)( to be sent)",
    async (actor: Actor, address: string) => {
      await (await actor.browser()).expectRequest({ address });
    },
  ),
);
Then(
  ...phrase("there should be no failed requests", async function (this: StoryWorld) {
    await (await frontBrowser(this)).expectNoFailedRequests();
  }),
);
Then(
  ...phrase(
    "the page should have requested {text}",
    async function (this: StoryWorld, address: string) {
      await (await frontBrowser(this)).expectRequest({ address });
    },
  ),
);
Then(
  ...phrase(
    "the page should not have requested {text}",
    async function (this: StoryWorld, address: string) {
      await (await frontBrowser(this)).expectRequest({ address }, { not: true });
    },
  ),
);
Then(
  ...phrase(
    "the page should have sent/made a {method} request to {text}",
    async function (this: StoryWorld, method: string, address: string) {
      await (await frontBrowser(this)).expectRequest({ method, address });
    },
  ),
);
Then(
  ...phrase(
    "a/the request to {text} should have been sent/made",
    async function (this: StoryWorld, address: string) {
      await (await frontBrowser(this)).expectRequest({ address });
    },
  ),
);
