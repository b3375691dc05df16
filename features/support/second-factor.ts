// The customer's authenticator app. It asks the product for the time: a scenario may have moved the product's clock.
import { Given, When } from "@cucumber/cucumber";
import { codeAt } from "../../examples/workspace/app/domain/totp.ts";
import type { Actor, StoryWorld } from "../../src/index.ts";
import { mustAnswer } from "./answers.ts";

async function readCode(actor: Actor, secret: string): Promise<string> {
  const { time } = mustAnswer(await actor.api.get("/api/health"), 200);
  return codeAt(secret, Date.parse(String(time)));
}

When(
  "{actor} read(s) the code for {text} from the authenticator app as {text}",
  async function (this: StoryWorld, actor: Actor, secret: string, name: string) {
    this.memory.remember(name, await readCode(actor, secret));
  },
);

/** The key stands beside the QR code that a camera would read; remembered as `{{key}}`. */
When(
  "{actor} type(s) the key on the page into the authenticator app",
  async function (this: StoryWorld, actor: Actor) {
    const browser = await actor.browser();
    this.memory.remember("key", await browser.textOf({ kind: "any", name: "css=#secret" }));
  },
);

/** Remembers the key of the authenticator app as `{{key}}`. */
Given(
  "{actor} has/have turned on the second factor",
  async function (this: StoryWorld, actor: Actor) {
    const offer = mustAnswer(await actor.api.post("/api/me/second-factor"), 201);
    const key = String(offer["secret"]);
    const code = await readCode(actor, key);
    mustAnswer(await actor.api.put("/api/me/second-factor", { code }), 200);
    this.memory.remember("key", key);
  },
);
