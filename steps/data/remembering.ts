// Phrases that remember and compare values.
import { type DataTable, defineParameterType, Given, Then, When } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import { checkPattern } from "../../src/checks/check-pattern.ts";
import { templatePattern, textPattern } from "../../src/checks/literal.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { parseStoryJson } from "../json-text.ts";
import { readValue, valuePattern } from "../parameters.ts";
import { phrase } from "../phrase.ts";
import { readCheck } from "../read-check.ts";
import { kindWord, makeValue } from "./made-values.ts";

// A name with its braces, with or without quotes: {{order.id}}. It is resolved by the step, which also shows it.
defineParameterType({
  name: "remembered",
  regexp: `(?:(?:the )?(?:price|amount|token|total|id|string|result|status|count|value) )?(?:"${templatePattern}"|'${templatePattern}'|${templatePattern})`,
  useForSnippets: false,
  transformer: (text: string) => text.replace(/^[^"'{]*["']?|["']$/g, ""),
});

// "the variable "x" is 5" gives it that value; what it should be is asked with "should".
defineParameterType({
  name: "demand",
  regexp: `(?=should|must|shall)${checkPattern}`,
  useForSnippets: false,
  transformer(this: StoryWorld, text: string): Check {
    return readCheck(this, text);
  },
});

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s)/keep(s) (the value )(the text )(the number ){value} as/in/into/under (the )(variable )(name ){text}",
    function (this: StoryWorld, _actor: unknown, value: unknown, name: string) {
      this.memory.remember(name, value);
    },
  ),
);

Given(
  ...phrase(
    "{actor} {defines} {text} to/as/=/with (the )(value )(of ){assigned}",
    function (this: StoryWorld, _actor: unknown, _verb: string, name: string, value: unknown) {
      this.memory.remember(name, value);
    },
  ),
);

Given(
  ...phrase(
    "let (the )(variable ){text} be/equal/= {value}",
    function (this: StoryWorld, name: string, value: unknown) {
      this.memory.remember(name, value);
    },
  ),
);

Given(
  ...phrase(
    "the variable {text} is/equals/=/has (set to )(the value ){value}",
    function (this: StoryWorld, name: string, value: unknown) {
      this.memory.remember(name, value);
    },
  ),
);

// "I have" only of a variable: what people have else is data of the product.
defineParameterType({
  name: "defines",
  regexp:
    /(?:sets?|assigns?|defines?)(?: (?:the |a )?variable| the value)?|(?:have|has|creates?|declares?) (?:the|a) variable(?: named| called)?/,
  useForSnippets: false,
  transformer: (words: string) => words,
});

defineParameterType({
  name: "assigned",
  regexp: new RegExp(
    `${valuePattern.source}|an? (?:new )?(unique|random) (${kindWord.source.replace("[A-Za-z]", "(?!number |integer )[A-Za-z]")})`,
  ),
  useForSnippets: false,
  transformer(this: StoryWorld, ...groups: readonly (string | undefined)[]): unknown {
    const [how, kind] = groups.slice(4);
    return how === undefined || kind === undefined
      ? readValue(this, groups)
      : makeValue(this, how, kind);
  },
});

const valuesShape = "  | email | ada@example.com |\n  | age   | 36              |";

Given(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s)/keep(s)/set(s)/define(s) the following( values)( variables):",
    function (this: StoryWorld, _actor: unknown, table: DataTable) {
      rememberAll(this, table);
    },
  ),
);

for (const values of ["values:/variables:", "values/variables are set:"]) {
  Given(
    ...phrase(`the following ${values}`, function (this: StoryWorld, table: DataTable) {
      rememberAll(this, table);
    }),
  );
}

function rememberAll(world: StoryWorld, table: DataTable): void {
  const rows = table.raw();
  const odd = rows.find((row) => row.length !== 2);
  if (odd !== undefined) {
    throw new StoryError(
      `This table has ${odd.length} columns, but the step wants a name and a value in each row:\n${valuesShape}`,
    );
  }
  // Row by row: a value may use a name from above.
  for (const [name = "", cell = ""] of rows) {
    world.memory.remember(world.resolve(name), cellValue(world, cell));
  }
}

/** Numbers, true, false and null have their type, as in a sentence; what a number would lose (1.10, 007) stays text. */
function cellValue(world: StoryWorld, cell: string): unknown {
  if (/^(?:true|false|null)$/.test(cell)) return JSON.parse(cell);
  if (/^-?\d+(?:\.\d+)?$/.test(cell) && String(Number(cell)) === cell) return Number(cell);
  return world.memory.resolveValue(cell);
}

Given(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s)/keep(s) the (following )(text )(value )as/in (the )(variable ){text}:",
    function (this: StoryWorld, _actor: unknown, name: string, content: string) {
      this.memory.remember(name, this.resolve(content));
    },
  ),
);

Given(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s)/keep(s) the (following )JSON as/in (the )(variable ){text}:",
    function (this: StoryWorld, _actor: unknown, name: string, content: string) {
      this.memory.remember(name, parseStoryJson(this, content));
    },
  ),
);

Then(
  ...phrase("{remembered} {check}", function (this: StoryWorld, text: string, check: Check) {
    failWith(check.judge(this.memory.resolveValue(text), text));
  }),
);

Then(...phrase("the remembered (value ){text} {check}", judgeRemembered));
Then(...phrase("the variable {text} {demand}", judgeRemembered));

function judgeRemembered(this: StoryWorld, name: string, check: Check): void {
  const isKnown = this.memory.knows(name);
  const value = isKnown ? this.memory.recall(name) : undefined;
  const failure = check.judge(value, `the remembered "${name}"`);
  // Recalling what is not there throws an error that names what is.
  if (failure !== undefined && !isKnown) this.memory.recall(name);
  failWith(failure);
}

Given(
  ...phrase(
    "{actor} set(s)/define(s) the variable {text} to:/as:",
    function (this: StoryWorld, _actor: unknown, name: string, content: string) {
      this.memory.remember(name, this.resolve(content));
    },
  ),
);

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s)/keep(s)/encode(s) (the )(text ){text} (encoded )in/as base64/Base64 as {text}",
    function (this: StoryWorld, _actor: unknown, text: string, name: string) {
      this.memory.remember(name, Buffer.from(text, "utf8").toString("base64"));
    },
  ),
);

Then(
  ...phrase("{text} should be remembered", function (this: StoryWorld, name: string) {
    this.memory.recall(name);
  }),
);

Then(
  ...phrase("{text} should not be remembered", function (this: StoryWorld, name: string) {
    if (!this.memory.knows(name)) return;
    throw new Error(
      `expected nothing to be remembered as "${name}", but it was ${JSON.stringify(this.memory.recall(name))}`,
    );
  }),
);

// A template, or the name of a variable: what is in it goes into the report.
defineParameterType({
  name: "printed",
  regexp: `(?:the )?(?:value of |variable ){1,2}${textPattern}|(?:the value (?:of )?)?(?:"${templatePattern}"|${templatePattern})`,
  useForSnippets: false,
  transformer(this: StoryWorld, words: string): unknown {
    const name = /["'{].*$/s.exec(words)?.[0] ?? "";
    if (name.includes("{{")) return this.memory.resolveValue(name.replace(/^["']|["']$/g, ""));
    return this.memory.recall(name.slice(1, -1));
  },
});

When(
  ...phrase(
    "{actor} print(s)/log(s)/show(s)/dump(s)/output(s) {printed}",
    function (this: StoryWorld, _actor: unknown, value: unknown) {
      this.log(typeof value === "string" ? value : JSON.stringify(value, null, 2));
    },
  ),
);

function failWith(failure: string | undefined): void {
  if (failure !== undefined) throw new Error(failure);
}
