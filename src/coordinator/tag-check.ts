// The tags of every feature file that cucumber has loaded, looked at before anything is run. It listens to
// cucumber's messages, which come for all files, whatever the run selects; what a tag may say is in src/tags.
import type { Envelope, GherkinDocument, ParseError } from "@cucumber/messages";
import { showExcerpt, showPlain } from "../lint/excerpt.ts";
import { countColumns } from "../story/read-steps.ts";
import { checkTagGroups } from "../tags/check-tags.ts";
import { makeTagParser } from "../tags/parse-tag.ts";
import { explainSpacedTag } from "../tags/spaced-tag.ts";
import type { TagProblem } from "../tags/tag-value.ts";
import { ExplicitIds } from "./explicit-ids.ts";
import { nothingWasRun } from "./refused-run.ts";
import { listWrittenTags } from "./written-tags.ts";

/** What is wrong with the tags of all files. */
export interface TagFindings {
  readonly count: number;
  /** One line for each mistake: where, what, and the way out. */
  readonly lines: readonly string[];
  /** The same with the source and a pointer below the mistake. */
  readonly blocks: readonly string[];
}

/** Reports say it at every guarantee: thousands of mistakes for each of thousands would be gigabytes. */
const mostReported = 20;

/** Why the run is refused: for reports, and for the terminal. `scenarios` is how many were selected. */
export function describeRefusal(
  { count, lines, blocks }: TagFindings,
  scenarios: number,
): readonly [message: string, shown: string] {
  const head = `storyproof: ${count === 1 ? "1 mistake" : `${count} mistakes`} in tags.`;
  const end = `  ${nothingWasRun(scenarios)}`;
  const told = lines.slice(0, mostReported).map((line) => `  ${line}`);
  const left = count - told.length;
  if (left > 0) told.push(`  … and ${left} more: \`storyproof lint\` tells them all.`);
  return [[head, ...told, end].join("\n"), [head, ...blocks, end].join("\n\n")];
}

const byteOrderMark = "\ufeff";

interface Place {
  readonly uri: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

interface ShownProblem {
  readonly places: readonly Place[];
  readonly text: string;
}

export class TagCheck {
  readonly #parse = makeTagParser();
  readonly #sources = new Map<string, string>();
  /** Lines that are shown, by `uri:line`; whole texts are large. */
  readonly #lines = new Map<string, string>();
  readonly #problems: ShownProblem[] = [];
  readonly #ids = new ExplicitIds();

  /** Takes the next message of the run. */
  add({ source, gherkinDocument, parseError }: Envelope): void {
    if (source !== undefined) this.#sources.set(source.uri, source.data);
    else if (gherkinDocument !== undefined) this.#checkDocument(gherkinDocument);
    else if (parseError !== undefined) this.#explainParseError(parseError);
  }

  /** All mistakes, once every file was added. */
  finish(): TagFindings {
    const ids = this.#ids.list().map(({ places, message, wayOut }): ShownProblem => {
      return { places, text: `${message}. ${wayOut}` };
    });
    const problems = [...this.#problems, ...ids].map(({ places, text }): ShownProblem => {
      // Titles and paths may hold signs that would steer a terminal.
      return { places: places.map((place) => this.#countAsEditors(place)), text: showPlain(text) };
    });
    return {
      count: problems.length,
      lines: problems.map(({ places, text }) => `${places.map(namePlace).join(", ")} ${text}`),
      blocks: problems.map(({ places, text }) => {
        const excerpts = places.map((place) => this.#showPlace(place));
        return [...excerpts, indent(text)].join("\n");
      }),
    };
  }

  #checkDocument(document: GherkinDocument): void {
    const { uri = "", feature } = document;
    const groups = feature === undefined ? [] : [...listWrittenTags(feature, countColumns(uri))];
    for (const problem of checkTagGroups(groups, uri, this.#parse)) this.#note(problem);
    for (const { line } of this.#ids.add(document, groups)) this.#keepLine(uri, line);
    this.#sources.delete(uri);
  }

  /** Gherkin tells only that a tag has a space in it; for a gate there is more to say. */
  #explainParseError({ source: { uri, location }, message }: ParseError): void {
    if (uri === undefined || location === undefined || !message.includes("whitespace")) return;
    const { line } = location;
    const problem = explainSpacedTag(this.#keepLine(uri, line), { uri, line });
    if (problem !== undefined) this.#note(problem);
  }

  #note(problem: TagProblem): void {
    const { uri, line, message, wayOut } = problem;
    this.#keepLine(uri, line);
    this.#problems.push({ places: [problem], text: `${message}. ${wayOut}` });
  }

  #keepLine(uri: string, line: number): string {
    const text = nthLine(this.#sources.get(uri) ?? "", line);
    this.#lines.set(`${uri}:${line}`, text);
    return text;
  }

  /** Gherkin counts a byte-order mark as a column; editors do not show it. */
  #countAsEditors(place: Place): Place {
    const { uri, line, column, length } = place;
    const isMarked = line === 1 && this.#lines.get(`${uri}:${line}`)?.startsWith(byteOrderMark);
    return isMarked === true ? { uri, line, column: column - 1, length } : place;
  }

  #showPlace(place: Place): string {
    const kept = this.#lines.get(`${place.uri}:${place.line}`) ?? "";
    const text = place.line === 1 && kept.startsWith(byteOrderMark) ? kept.slice(1) : kept;
    return `${namePlace(place)}\n${indent(showExcerpt(text, place.column, place.length))}`;
  }
}

function namePlace({ uri, line, column }: Place): string {
  return showPlain(`${uri}:${line}:${column}`);
}

function indent(text: string): string {
  return text.replace(/^/gm, "  ");
}

/** Without splitting all of a long text for one line of it. */
function nthLine(text: string, line: number): string {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const end = text.indexOf("\n", start);
    if (end < 0) return "";
    start = end + 1;
  }
  const end = text.indexOf("\n", start);
  return text.slice(start, end < 0 ? undefined : end).trimEnd();
}
