// Phrases that keep something of a mail for later sentences: a code, a link, its subject.
import { When } from "@cucumber/cucumber";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import type { firstLink } from "./first-link.ts";
import type { MailPart } from "./parameters.ts";
import { findCode, findInMail, findLink, namePart, partOf, theMail, withMail } from "./the-mail.ts";

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s)/keep(s)/extract(s) {mailpart} as {text}",
    async function (this: StoryWorld, _actor: unknown, part: MailPart, name: string) {
      const mail = await theMail(this);
      const [value] = partOf(mail, part);
      if (value === undefined)
        throw new Error(withMail(`The mail has none: ${namePart(part)}.`, mail));
      this.memory.remember(name, value);
    },
  ),
);

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s)/keep(s)/extract(s) the (verification )(confirmation )code in/from/of the {mailword} as {text}",
    async function (this: StoryWorld, _actor: unknown, _word: string, name: string) {
      this.memory.remember(name, findCode(await theMail(this)));
    },
  ),
);

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s)/keep(s)/extract(s) the code/text/value/token/number/part matching {mailpattern} in/from/of the {mailword} as {text}",
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
    "{actor} remember(s)/store(s)/save(s)/keep(s)/extract(s) the {int}-digit code/number/PIN in/from/of the {mailword} as {text}",
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
    "{actor} remember(s)/store(s)/save(s)/keep(s)/extract(s) {maillink} as {text}",
    async function (
      this: StoryWorld,
      _actor: unknown,
      text: string | typeof firstLink | undefined,
      name: string,
    ) {
      this.memory.remember(name, findLink(await theMail(this), text).url);
    },
  ),
);
