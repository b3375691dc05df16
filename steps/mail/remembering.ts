// Phrases that keep something of a mail for later sentences: a code, a link, its subject.
import { When } from "@cucumber/cucumber";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import type { MailPart } from "./parameters.ts";
import { findInMail, findLink, partOf, theMail } from "./the-mail.ts";

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s) the {mailpart} of/from the {mailword} as {text}",
    async function (
      this: StoryWorld,
      _actor: unknown,
      part: MailPart,
      _word: string,
      name: string,
    ) {
      const [value] = partOf(await theMail(this), part);
      this.memory.remember(name, value ?? "");
    },
  ),
);

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s) the code/text/value/token/number/part matching {mailpattern} in/from/of the {mailword} as {text}",
    async function (
      this: StoryWorld,
      _actor: unknown,
      pattern: string,
      _word: string,
      name: string,
    ) {
      this.memory.remember(name, findInMail(await theMail(this), pattern));
    },
  ),
);

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s) the {int}-digit code/number/PIN in/from/of the {mailword} as {text}",
    async function (
      this: StoryWorld,
      _actor: unknown,
      digits: number,
      _word: string,
      name: string,
    ) {
      const pattern = `/(?:^|\\D)(\\d{${digits}})(?!\\d)/`;
      this.memory.remember(name, findInMail(await theMail(this), pattern));
    },
  ),
);

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s) the link in/from/of the {mailword} as {text}",
    async function (this: StoryWorld, _actor: unknown, _word: string, name: string) {
      this.memory.remember(name, findLink(await theMail(this), undefined).url);
    },
  ),
);

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s) the link {text} in/from/of the {mailword} as {text}",
    async function (this: StoryWorld, _actor: unknown, text: string, _word: string, name: string) {
      this.memory.remember(name, findLink(await theMail(this), text).url);
    },
  ),
);
