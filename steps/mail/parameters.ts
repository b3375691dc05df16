// The parameter types of sentences about mails.
import { defineParameterType } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import { parseCheck } from "../../src/checks/check-parser.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import { StoryWorld } from "../../src/journey/world.ts";

/** Which mails a sentence means. Whatever is absent does not matter. */
export interface MailWish {
  /** "no mail" */
  readonly none: boolean;
  /** As the sentence has it: `a mail to "ada@example.com" titled "Welcome"`. */
  readonly words: string;
  readonly to?: string;
  readonly from?: string;
  readonly subject?: Check;
  readonly text?: Check;
}

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

defineParameterType({
  name: "mail",
  regexp: `(?:an?|another|one|any|no|the(?! \\S+ (?:should|is|was)\\b))(?: (?:new|other|more|further|second))? (?:e-?mails?|mails?)(?: messages?)?${clauseList}`,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer(this: unknown, words: string): MailWish {
    return { ...readClauses(this, words), none: words.startsWith("no "), words };
  },
});

// The same clauses after the verb: `should be sent to "ada@example.com" with the subject "Welcome"`, or nothing.
defineParameterType({
  name: "mailclauses",
  regexp: clauseList,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer(this: unknown, words: string): MailWish {
    return { ...readClauses(this, words), none: false, words };
  },
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
export type MailPart = "subject" | "sender" | "recipient" | "text" | "html" | "reply-to";

const parts: Readonly<Record<string, MailPart>> = {
  subject: "subject",
  title: "subject",
  sender: "sender",
  recipient: "recipient",
  text: "text",
  body: "text",
  content: "text",
  html: "html",
  "reply-to": "reply-to",
};

defineParameterType({
  name: "mailpart",
  regexp:
    /subject(?: line)?|title|sender|recipients?|(?:plain )?text|body|content|HTML|html|reply-to(?: address)?/,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (words: string): MailPart => {
    const name = words
      .toLowerCase()
      .replace(/^plain |s?(?: line| address)?$/g, "")
      .replace(/s$/, "");
    return parts[name] ?? "text";
  },
});

// A pattern between slashes: what is to be found in a mail.
defineParameterType({
  name: "mailpattern",
  regexp: /\/(?:[^/\\]|\\.)+\/[a-z]*/,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (pattern: string) => pattern,
});
