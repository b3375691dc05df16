// Phrases that make files for the scenario, and look into files of it and of the project.
import { type DataTable, defineParameterType, Given, Then, When } from "@cucumber/cucumber";
import { readByteSize } from "../../src/checks/byte-size.ts";
import type { Check } from "../../src/checks/check.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { parseStoryJson } from "../json-text.ts";
import { madeFiles } from "../made-files.ts";
import { phrase } from "../phrase.ts";
import { findProjectFile, readProjectFile } from "../project-files.ts";

// One type for all ways to begin: `a file`, `there is a file named`, `I create the file`.
defineParameterType({
  name: "newfile",
  regexp:
    /(?:there is |(?:I|we) (?:create|have|make|write|prepare) )?(?:an?|the) (?:new |text )?file(?: named| called)?/,
  useForSnippets: false,
  transformer: (words: string) => words,
});

for (const content of [
  "with:/containing:",
  "with/containing (the )(following )content:/contents:/text:/lines:",
]) {
  Given(
    ...phrase(
      `{newfile} {text} ${content}`,
      function (this: StoryWorld, _words: string, name: string, text: string | DataTable) {
        madeFiles(this).write(
          name,
          typeof text === "string" ? this.resolve(text) : csvOf(this, text),
        );
      },
    ),
  );
}

Given(
  ...phrase(
    "{newfile} {text} with/containing (the )(content )(contents )(text ){text}",
    function (this: StoryWorld, _words: string, name: string, content: string) {
      madeFiles(this).write(name, content);
    },
  ),
);

Given(
  ...phrase(
    "(there is )(I create )(I have )an empty file (named )(called ){text}",
    function (this: StoryWorld, name: string) {
      madeFiles(this).write(name, "");
    },
  ),
);

Given(
  ...phrase(
    "{newfile} {text} of/with {float} {word}",
    function (this: StoryWorld, _words: string, name: string, size: number, unit: string) {
      madeFiles(this).writeSized(name, bytesOf(size, unit));
    },
  ),
);

function bytesOf(size: number, unit: string): number {
  const bytes = readByteSize(size, unit);
  if (bytes !== undefined) return bytes;
  throw new StoryError(`"${size} ${unit}" is no size of a file; write 100 bytes, 20 KB or 5 MB.`);
}

for (const content of [
  "with:/containing:",
  "with/containing (the )(following )rows:/content:/lines:/table:",
]) {
  Given(
    ...phrase(
      `(there is )(I create )(I have )a/the CSV file (named )(called ){text} ${content}`,
      function (this: StoryWorld, name: string, table: DataTable) {
        madeFiles(this).write(name, csvOf(this, table));
      },
    ),
  );
}

/** A table as CSV, each name in it resolved. */
function csvOf(world: StoryWorld, table: DataTable): string {
  const rows = table.raw().map((row) => row.map((cell) => csvCell(world.resolve(cell))));
  return rows.map((row) => `${row.join(",")}\n`).join("");
}

/** RFC 4180. */
function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

for (const content of ["with:/containing:", "with/containing (the )(following )content:/JSON:"]) {
  Given(
    ...phrase(
      `(there is )(I create )(I have )a/the JSON file (named )(called ){text} ${content}`,
      function (this: StoryWorld, name: string, text: string) {
        const value = parseStoryJson(this, text);
        madeFiles(this).write(name, `${JSON.stringify(value, null, 2)}\n`);
      },
    ),
  );
}

When(
  ...phrase(
    "{actor} write(s)/save(s) (the )(text )(line ){text} to/into the file {text}",
    function (this: StoryWorld, _actor: unknown, text: string, name: string) {
      madeFiles(this).write(name, text);
    },
  ),
);

When(
  ...phrase(
    "{actor} append(s)/add(s) (the )(text )(line ){text} to the file {text}",
    function (this: StoryWorld, _actor: unknown, text: string, name: string) {
      const before = readText(this, name) ?? "";
      const isOpen = before !== "" && !before.endsWith("\n");
      // Only files that the scenario made: one of the project is copied, and stays as it is.
      madeFiles(this).write(name, `${before}${isOpen ? "\n" : ""}${text}\n`);
    },
  ),
);

When(
  ...phrase(
    "{actor} delete(s)/remove(s) the file (named )(called ){text}",
    function (this: StoryWorld, _actor: unknown, name: string) {
      if (madeFiles(this).remove(name)) return;
      throw new StoryError(
        `The scenario has made no file "${name}", and files of the project are not deleted.`,
      );
    },
  ),
);

for (const verb of ["contain:/include:", "be:/equal:"]) {
  Then(
    ...phrase(
      `the file {text} should ${verb}`,
      function (this: StoryWorld, name: string, wanted: string) {
        const text = readText(this, name) ?? "";
        const resolved = this.resolve(wanted);
        const isWhole = verb.startsWith("be");
        if (isWhole ? text.trimEnd() === resolved.trimEnd() : text.includes(resolved)) return;
        throw new Error(
          `expected the file "${name}" to ${isWhole ? "be" : "contain"}:\n${resolved}\nbut it is:\n${text.slice(0, 1000)}`,
        );
      },
    ),
  );
}

Then(
  ...phrase(
    "a/the file (named )(called ){text} {check}",
    function (this: StoryWorld, name: string, check: Check) {
      judge(check, readText(this, name), `the file "${name}"`);
    },
  ),
);

Then(
  ...phrase(
    "the size of the file {text} {check}",
    function (this: StoryWorld, name: string, check: Check) {
      const isThere = findProjectFile(name, this) !== undefined;
      const size = isThere ? readProjectFile(name, this).byteLength : undefined;
      judge(check, size, `the size of the file "${name}" in bytes`);
    },
  ),
);

function judge(check: Check, value: unknown, subject: string): void {
  const failure = check.judge(value, subject);
  if (failure !== undefined) throw new Error(failure);
}

function readText(world: StoryWorld, name: string): string | undefined {
  if (findProjectFile(name, world) === undefined) return undefined;
  return new TextDecoder().decode(readProjectFile(name, world));
}

const remembers = "{actor} remember(s)/store(s)/save(s)/keep(s)/read(s)/load(s)";

When(
  ...phrase(
    `${remembers}/encode(s) the (contents of the )(content of the )file {text} (encoded )in/as base64/Base64 as {text}`,
    function (this: StoryWorld, _actor: unknown, file: string, name: string) {
      const content = Buffer.from(readProjectFile(file, this));
      this.memory.remember(name, content.toString("base64"));
    },
  ),
);

When(
  ...phrase(
    "{actor} load(s)/read(s)/use(s)/remember(s) (the )variables/values/data (of )from/in (the )(JSON )file {text}",
    function (this: StoryWorld, _actor: unknown, file: string) {
      const text = new TextDecoder().decode(readProjectFile(file, this));
      const value = parseStoryJson(this, text);
      if (typeof value !== "object" || value === null || Array.isArray(value)) {
        throw new StoryError(`${file} has to be a JSON object: { "name": "value" }.`);
      }
      for (const [name, each] of Object.entries(value)) this.memory.remember(name, each);
    },
  ),
);

When(
  ...phrase(
    `${remembers} the (text of the )(content of the )(contents of the )(content from the )file {text} as/in/into (the )(variable ){text}`,
    function (this: StoryWorld, _actor: unknown, file: string, name: string) {
      this.memory.remember(name, new TextDecoder().decode(readProjectFile(file, this)));
    },
  ),
);

When(
  ...phrase(
    `${remembers} the JSON of/from/in (the )file {text} as {text}`,
    function (this: StoryWorld, _actor: unknown, file: string, name: string) {
      const text = new TextDecoder().decode(readProjectFile(file, this));
      this.memory.remember(name, parseStoryJson(this, text));
    },
  ),
);
