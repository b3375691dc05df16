// The parameter types of sentences about mails.
import { defineParameterType } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import { parseCheck } from "../../src/checks/check-parser.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import { StoryWorld } from "../../src/journey/world.ts";
import { firstLink } from "./first-link.ts";

/** Who is to receive it: an actor, whoever that is, or nobody in particular. */
export type Addressee =
  | { readonly kind: "anybody" }
  | { readonly kind: "actor"; readonly name: string }
  | { readonly kind: "address"; readonly address: string };

/** Which mails a sentence means. Whatever is absent does not matter. */
export interface MailWish {
  /** "no mail" */
  readonly none: boolean;
  /** "the mail", and no word about which: the one that was expected before. */
  readonly known: boolean;
  /** "the last mail" */
  readonly newest: boolean;
  /** As the sentence has it: `a mail to "ada@example.com" titled "Welcome"`. */
  readonly words: string;
  readonly to?: string;
  readonly from?: string;
  readonly subject?: Check;
  readonly text?: Check;
}

const quotedText = `"[^"]*"|'[^']*'`;
const quoted = String.raw`(?:"[^"]*"|'[^']*'|/(?:[^/\\]|\\.)+/[a-z]*)`;

/** What may be said of a mail, each before a text in quotes or a pattern. The longer ones stand first. */
const clauses = [
  "with (?:the |a )?(?:subject|title)(?: line)?(?: of| containing| matching| starting with)?",
  "whose (?:subject|title) (?:is|contains|matches)",
  "(?:(?:sent|addressed|delivered) )?(?:to|at|for)",
  "(?:sent )?(?:from|by)",
  "(?:en)?titled|about",
  "(?:that contains|which contains|that says|containing|mentioning|saying|with (?:the )?(?:text|body|content))",
].join("|");

const clauseList = `(?: (?:${clauses}) ${quoted})*`;

const noun = "(?:e-?)?mails?(?: messages?)?";

defineParameterType({
  name: "mail",
  regexp: `(?:an?|another|one|any|no|the)(?: (?:new|other|more|further|second|last|latest|most recent))? ${noun}${clauseList}`,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer(this: unknown, words: string): MailWish {
    return {
      ...readClauses(this, words),
      none: words.startsWith("no "),
      known: new RegExp(`^the ${noun}$`).test(words),
      newest: /^the (?:last|latest|most recent) /.test(words),
      words,
    };
  },
});

// The same clauses after the verb: `should be sent to "ada@example.com" with the subject "Welcome"`, or nothing.
defineParameterType({
  name: "mailclauses",
  regexp: clauseList,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer(this: unknown, words: string): MailWish {
    return { ...readClauses(this, words), none: false, known: false, newest: false, words };
  },
});

// True when it is to be so, false when not: "should arrive", "was not sent".
defineParameterType({
  name: "arrives",
  regexp:
    /(?:should|must|will) (not )?(?:arrive|come|(?:be|have(?: been)?) (?:sent|received|delivered|addressed))|(?:arrives?|comes?)|(?:is|was|has been|have been|are|were) (not )?(?:sent|received|delivered|addressed)/,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (notBe?: string, notIs?: string): boolean =>
    notBe === undefined && notIs === undefined,
});

// "the inbox", "my inbox", "Ada's mailbox", `the inbox of "ada@example.com"`.
defineParameterType({
  name: "inbox",
  regexp:
    /(my|the|[A-Z][\w-]*'s) (?:(?:e-?)?mail )?(?:inbox|mailbox)(?: (?:of|for) (?:"([^"]*)"|([A-Z][\w-]*)))?/,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer(this: unknown, whose: string, address?: string, name?: string): Addressee {
    if (address) return { kind: "address", address: readText(this, `"${address}"`) };
    if (name) return { kind: "actor", name };
    if (whose === "the") return { kind: "anybody" };
    return { kind: "actor", name: whose === "my" ? "I" : whose.slice(0, -2) };
  },
});

defineParameterType({
  name: "holdsmail",
  regexp: /(?:should|must) (not )?(?:contain|have)|(?:contains|has)/,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (not?: string): boolean => not === undefined,
});

defineParameterType({
  name: "beempty",
  regexp: /(?:should be|is|must be) empty/,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (words: string) => words,
});

// "clear the inbox", "delete all emails", "ignore the mails so far": up to an address, if there is one.
defineParameterType({
  name: "clearing",
  regexp:
    /(?:ignores?|forgets?|clears?|deletes?|empty|empties) (?:all )?(?:the |my |of the )?(?:(?:e-?)?mails?|(?:mail |email )?(?:inbox|mailbox|mail server))(?: (?:received|sent))?(?: so far)?/,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (words: string) => words,
});

type Clauses = Pick<MailWish, "to" | "from" | "subject" | "text">;

function readClauses(world: unknown, words: string): Clauses {
  const found = [...words.matchAll(new RegExp(` (${clauses}) (${quoted})`, "g"))];
  return Object.assign(
    {},
    ...found.map(([, clause = "", operand = ""]) => readClause(world, clause, operand)),
  ) as Clauses;
}

function readClause(world: unknown, clause: string, operand: string): Clauses {
  if (/(?:to|at|for)$/.test(clause)) return { to: readText(world, operand) };
  if (/(?:from|by)$/.test(clause)) return { from: readText(world, operand) };
  if (/subject|title|about/.test(clause)) {
    return { subject: readCheck(world, verbOf(clause, operand), operand) };
  }
  return { text: readCheck(world, operand.startsWith("/") ? "match" : "contain", operand) };
}

function verbOf(clause: string, operand: string): string {
  if (operand.startsWith("/") || /match/.test(clause)) return "match";
  if (/contain/.test(clause)) return "contain";
  return /starting/.test(clause) ? "start with" : "equal";
}

function readText(world: unknown, operand: string): string {
  const text = operand.slice(1, -1);
  return world instanceof StoryWorld ? world.resolve(text) : text;
}

function readCheck(world: unknown, verb: string, operand: string): Check {
  const read = parseCheck(`should ${verb} ${operand}`, (text) =>
    world instanceof StoryWorld ? world.memory.resolve(text) : text,
  );
  if (read.kind === "error") throw new StoryError(read.message);
  return read.check;
}

// "mail", "last email", "received e-mail message": the one that was expected last.
defineParameterType({
  name: "mailword",
  regexp: /(?:(?:last|latest|received) )?(?:e-?mails?|mails?)(?: messages?)?/,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (words: string) => words,
});

/** What a mail has that sentences name. */
export type MailPart =
  | "subject"
  | "sender"
  | "recipient"
  | "text"
  | "html"
  | "reply-to"
  | "to"
  | "cc"
  | "bcc"
  /** What a person reads, in the plain part or the HTML. */
  | "whole"
  | { readonly header: string };

const mailWords = `(?:(?:last|latest|received) )?${noun}`;
const part =
  '(?:subject(?: line)?|title|sender|recipients?|(?:plain )?text(?: body| part| version)?|(?:HTML|html)(?: body| part| version)?|body|content|reply-to(?: address)?|header "[^"]+"|"[^"]+" header)';
const partOfMail = `(?:the ${mailWords} ${part}|the ${part} (?:of|in|from) the ${mailWords})`;

const partNames: readonly (readonly [RegExp, MailPart])[] = [
  [/\bhtml\b/i, "html"],
  [/\b(?:subject|title)\b/, "subject"],
  [/\bsender\b/, "sender"],
  [/\brecipients?\b/, "recipient"],
  [/\breply-to\b/, "reply-to"],
  [/\b(?:text|body|content)\b/, "text"],
];

function readPart(words: string): MailPart {
  const header = /"([^"]+)"/.exec(words)?.[1];
  if (header !== undefined) return { header: header.toLowerCase() };
  return partNames.find(([pattern]) => pattern.test(words))?.[1] ?? "whole";
}

defineParameterType({
  name: "mailpart",
  regexp: partOfMail,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: readPart,
});

// Where something is to be seen: in a part of the mail, or in the mail.
defineParameterType({
  name: "mailplace",
  regexp: `${partOfMail}|the ${mailWords}`,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: readPart,
});

// "the link in the mail", `the "Confirm" link in the email`, `"Confirm" in the mail`: what the link says, if anything.
defineParameterType({
  name: "maillink",
  regexp: new RegExp(
    `(?:on )?(?:the (first) link|the link(?: (${quotedText}))?|(?:the )?(${quotedText})(?: link)?) (?:in|from|of) the ${mailWords}`,
  ),
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer(
    this: unknown,
    first?: string,
    behind?: string,
    before?: string,
  ): string | typeof firstLink | undefined {
    if (first !== undefined) return firstLink;
    const name = behind ?? before;
    return name === undefined ? undefined : readText(this, name);
  },
});

/** "an attachment", "no attachments", "2 attachments"; an "an" says nothing of others. */
export type AttachmentCount = number | "some";

defineParameterType({
  name: "attachments",
  regexp: /(an|no|\d+) attachments?/,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (count: string): AttachmentCount =>
    count === "an" ? "some" : count === "no" ? 0 : Number(count),
});

defineParameterType({
  name: "seeing",
  regexp: /(?:should|can|do|does) (not )?see|sees?/,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (not?: string): boolean => not === undefined,
});

// `in CC`: who else got it.
defineParameterType({
  name: "copyline",
  regexp: /in (?:the )?(CC|Cc|cc|BCC|Bcc|bcc|To|to)(?: (?:line|field|header))?/,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (line: string): MailPart => {
    const name = line.toLowerCase();
    return name === "cc" || name === "bcc" ? name : "to";
  },
});

// What is to be found in a mail: a pattern between slashes, or in quotes.
defineParameterType({
  name: "mailpattern",
  regexp: /\/(?:[^/\\]|\\.)+\/[a-z]*|"[^"]+"/,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (pattern: string) =>
    pattern.startsWith("/") ? pattern : `/${pattern.slice(1, -1).replaceAll(/(?<!\\)\//g, "\\/")}/`,
});
