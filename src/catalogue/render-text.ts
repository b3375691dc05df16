// The catalogue as plain text, for a terminal.
import type { Catalogue, Phrase, Topic } from "./catalogue.ts";
import type { Finding } from "./search.ts";

export interface TextOptions {
  /** Columns of the terminal. Default: 80. */
  readonly width?: number | undefined;
  /** How many findings are shown at the most. Default: all. */
  readonly most?: number | undefined;
}

const defaultWidth = 80;

/** All of it, by pack and topic. */
export function renderCatalogueText(catalogue: Catalogue, { width }: TextOptions = {}): string {
  return catalogue.map((topic) => renderTopic(topic, width ?? defaultWidth)).join("\n");
}

function renderTopic(topic: Topic, width: number): string {
  const heading = topic.pack === undefined ? topic.title : `${topic.title} (${labelOf(topic)})`;
  const phrases = topic.phrases.map((phrase) =>
    renderPhrase(phrase, linePlace(topic, phrase), width),
  );
  return `${heading}\n\n${phrases.join("\n")}`;
}

/** What was found, the best first, two lines each: how it reads, and an example with where it belongs. */
export function renderFindings(
  findings: readonly Finding[],
  { width = defaultWidth, most = findings.length }: TextOptions = {},
): string {
  const shown = findings.slice(0, most).map((finding) => renderFinding(finding, width));
  const left = findings.length - shown.length;
  return [...shown, ...(left > 0 ? [`… and ${left} more, say --all\n`] : [])].join("");
}

function renderFinding({ topic, phrase }: Finding, width: number): string {
  const place = topic.pack === undefined ? phrase.place : labelOf(topic);
  const reading = wrap(phrase.reading, "  ", "      ", width);
  // What may be left out is left out where there is much of it: the phrase is to be recognised.
  const short = phrase.reading.replace(/ ?\([^()]*\)/g, "").trim();
  const [first = "", ...more] = phrase.example;
  const example = `    ${first}${more.length > 0 ? " …" : ""}`;
  const note = `# ${place}`;
  const isOneLine = first !== "" && example.length + 2 + note.length <= width;
  const below = isOneLine ? [`${example}  ${note}`] : [example, `    ${note}`];
  const lines = [...(reading.length > 1 ? wrap(short, "  ", "      ", width) : reading), ...below];
  return lines
    .filter((line) => line.trim() !== "")
    .map((line) => `${line}\n`)
    .join("");
}

function labelOf({ pack, name }: Topic): string {
  return `${pack}/${name}`;
}

/** Of the team's own, one wants to know the line; ours lie in node_modules. */
function linePlace({ pack }: Topic, { place }: Phrase): string | undefined {
  return pack === undefined ? place : undefined;
}

function renderPhrase(
  { reading, example }: Phrase,
  place: string | undefined,
  width: number,
): string {
  const lines = [
    ...wrap(reading, "  ", "      ", width),
    ...example.map((line) => `    ${line}`),
    ...(place === undefined ? [] : [`    # ${place}`]),
  ];
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

function wrap(
  text: string,
  indent: string,
  furtherIndent: string,
  width: number,
): readonly string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(" ")) {
    const isStart = line.trim() === "";
    if (!isStart && line.length + 1 + word.length > width) {
      lines.push(line);
      line = furtherIndent + word;
    } else line += isStart ? word : ` ${word}`;
  }
  return [...lines, line];
}
