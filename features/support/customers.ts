// Customers as a scene needs them: registered and signed in through the API, new ones in every scenario.
import { Given } from "@cucumber/cucumber";
import type { Actor, StoryWorld } from "../../src/index.ts";
import { mustAnswer } from "./answers.ts";

const password = "correct horse battery";

Given(
  "a customer with email {text} and password {text}",
  async function (this: StoryWorld, email: string, password: string) {
    mustAnswer(await this.actor().api.post("/api/customers", { email, password }), 201);
  },
);

/** Remembers `{{Ada.email}}` and `{{Ada.password}}`; the session is the API's until Ada takes it to the browser. */
Given("{actor} is/am a signed-in customer", async function (this: StoryWorld, actor: Actor) {
  const customer = { email: this.memory.makeUnique("email"), password };
  mustAnswer(await actor.api.post("/api/customers", customer), 201);
  mustAnswer(await actor.api.post("/api/sessions", customer), 201);
  this.memory.remember(actor.name, customer);
});

/** Says nothing about how each try is answered: that is for the scenario to ask. */
Given(
  "{actor} has/have tried {int} wrong passwords for {text}",
  async (actor: Actor, times: number, email: string) => {
    for (let tried = 0; tried < times; tried += 1) {
      await actor.api.post("/api/sessions", { email, password: `wrong guess ${tried}` });
    }
  },
);
