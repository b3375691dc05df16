// The catalogue as plain text for a terminal of 80 columns.
import type { Catalogue, Phrase, Topic } from "./catalogue.ts";
import type { Finding } from "./search.ts";

const width = 80;

/** All of it, by pack and topic. */
export function renderCatalogueText(catalogue: Catalogue): string {
  return catalogue.map(renderTopic).join("\n");
}

function renderTopic(topic: Topic): string {
  const heading = topic.pack === undefined ? topic.title : `${topic.title} (${labelOf(topic)})`;
  const phrases = topic.phrases.map((phrase) => renderPhrase(phrase, linePlace(topic, phrase)));
  return `${heading}\n\n${phrases.join("\n")}`;
}

/** What was found, the best first, each with where it belongs. */
export function renderFindings(findings: readonly Finding[]): string {
  return findings
    .map(({ topic, phrase }) =>
      renderPhrase(phrase, topic.pack === undefined ? phrase.place : labelOf(topic)),
    )
    .join("\n");
}

function labelOf({ pack, name }: Topic): string {
  return `${pack}/${name}`;
}

/** Of the team's own, one wants to know the line; ours lie in node_modules. */
function linePlace({ pack }: Topic, { place }: Phrase): string | undefined {
  return pack === undefined ? place : undefined;
}

function renderPhrase({ reading, example }: Phrase, place: string | undefined): string {
  const lines = [
    ...wrap(reading, "  ", "      "),
    ...example.map((line) => `    ${line}`),
    ...(place === undefined ? [] : [`    # ${place}`]),
  ];
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

function wrap(text: string, indent: string, furtherIndent: string): readonly string[] {
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
