// The catalogue as JSON for other tools: one flat list, in the order of the catalogue or of the search.
import type { Phrase, Topic } from "./catalogue.ts";

export interface TopicPhrase {
  readonly topic: Topic;
  readonly phrase: Phrase;
}

/** `{ "phrases": [{ "pack", "topic", "pattern", "reading", "example", "place" }] }`; the team's own have no pack. */
export function renderPhrasesJson(phrases: readonly TopicPhrase[]): string {
  const list = phrases.map(({ topic, phrase: { pattern, reading, example, place } }) => {
    const pack = topic.pack === undefined ? {} : { pack: topic.pack };
    return { ...pack, topic: topic.name, pattern, reading, example: example.join("\n"), place };
  });
  return `${JSON.stringify({ phrases: list }, null, 2)}\n`;
}
