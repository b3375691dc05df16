// Phrases that start the mail server, and say whose address is whose.
import { Given } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { openMailbox, tellAddress } from "./mailbox.ts";

Given(
  ...phrase(
    "a/an/the mail/email/e-mail/SMTP server( is running)( runs)( is listening)",
    async function (this: StoryWorld) {
      const { address } = await openMailbox(this);
      const { hostname, port } = new URL(address);
      this.memory.remember("mail", { host: hostname, port: Number(port), address });
    },
  ),
);

Given(
  ...phrase(
    "{actor}'s {mailword}( address) is {text}",
    function (this: StoryWorld, actor: Actor, _word: string, address: string) {
      tellAddress(this, actor, address);
    },
  ),
);

Given(
  ...phrase(
    "my {mailword}( address) is {text}",
    function (this: StoryWorld, _word: string, address: string) {
      tellAddress(this, this.actor(), address);
    },
  ),
);

Given(
  ...phrase(
    "{actor} have/has (the )(an )(a ){mailword}( address) {text}",
    function (this: StoryWorld, actor: Actor, _word: string, address: string) {
      tellAddress(this, actor, address);
    },
  ),
);
