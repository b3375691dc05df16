// Phrases that make files for the scenario, and look into files of it and of the project.
import { type DataTable, Given, Then, When } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { parseStoryJson } from "../json-text.ts";
import { madeFiles } from "../made-files.ts";
import { phrase } from "../phrase.ts";
import { findProjectFile, readProjectFile } from "../project-files.ts";

for (const content of [
  "with:/containing:",
  "with/containing (the )(following )content:/contents:/text:/lines:",
]) {
  Given(
    ...phrase(
      `(there is )a/the file {text} ${content}`,
      function (this: StoryWorld, name: string, text: string) {
        madeFiles(this).write(name, this.resolve(text));
      },
    ),
  );
}

Given(
  ...phrase(
    "(there is )a/the file {text} with/containing (the )(content )(contents )(text ){text}",
    function (this: StoryWorld, name: string, content: string) {
      madeFiles(this).write(name, content);
    },
  ),
);

Given(
  ...phrase("(there is )an empty file {text}", function (this: StoryWorld, name: string) {
    madeFiles(this).write(name, "");
  }),
);

Given(
  ...phrase(
    "(there is )a/the file {text} of/with {float} {word}",
    function (this: StoryWorld, name: string, size: number, unit: string) {
      madeFiles(this).writeSized(name, bytesOf(size, unit));
    },
  ),
);

/** As shops and systems count them: 1 KB is 1024 bytes. */
const unitBytes: Readonly<Record<string, number>> = { b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

function bytesOf(size: number, unit: string): number {
  const isKnown = /^(?:bytes?|B|[KMG]i?B|kB|(?:kilo|mega|giga)bytes?)$/.test(unit);
  const bytes = isKnown ? unitBytes[unit.slice(0, 1).toLowerCase()] : undefined;
  if (bytes !== undefined && size >= 0) return Math.round(size * bytes);
  throw new StoryError(`"${size} ${unit}" is no size of a file; write 100 bytes, 20 KB or 5 MB.`);
}

for (const content of [
  "with:/containing:",
  "with/containing (the )(following )rows:/content:/lines:/table:",
]) {
  Given(
    ...phrase(
      `(there is )a/the CSV file {text} ${content}`,
      function (this: StoryWorld, name: string, table: DataTable) {
        const rows = table.raw().map((row) => row.map((cell) => csvCell(this.resolve(cell))));
        madeFiles(this).write(name, rows.map((row) => `${row.join(",")}\n`).join(""));
      },
    ),
  );
}

/** RFC 4180. */
function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

for (const content of ["with:/containing:", "with/containing (the )(following )content:/JSON:"]) {
  Given(
    ...phrase(
      `(there is )a/the JSON file {text} ${content}`,
      function (this: StoryWorld, name: string, text: string) {
        const value = parseStoryJson(this, text);
        madeFiles(this).write(name, `${JSON.stringify(value, null, 2)}\n`);
      },
    ),
  );
}

When(
  ...phrase(
    "{actor} delete(s)/remove(s) the file {text}",
    function (this: StoryWorld, _actor: unknown, name: string) {
      if (madeFiles(this).remove(name)) return;
      throw new StoryError(
        `The scenario has made no file "${name}", and files of the project are not deleted.`,
      );
    },
  ),
);

Then(
  ...phrase("the file {text} {check}", function (this: StoryWorld, name: string, check: Check) {
    judge(check, readText(this, name), `the file "${name}"`);
  }),
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
    `${remembers} the (text of the )(content of the )(contents of the )(content from the )file {text} as {text}`,
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
