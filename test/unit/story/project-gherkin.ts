// The parser of this repository's own cucumber, and what a test asks of a reading.
import type { FeatureReading } from "../../../src/story/feature-reading.ts";
import { loadGherkin } from "../../../src/story/load-gherkin.ts";
import { readFeature } from "../../../src/story/read-feature.ts";
import type { Story } from "../../../src/story/story.ts";

export const gherkin = await loadGherkin(process.cwd());

export function read(content: string | Uint8Array, uri = "features/a.feature"): FeatureReading {
  return readFeature({ uri, content }, gherkin);
}

export function readOne(content: string | Uint8Array, uri?: string): Story {
  const reading = read(content, uri);
  if (reading.kind !== "story") throw new Error(`no story: ${JSON.stringify(reading)}`);
  return reading.story;
}

/** Without what depends on where things stand in the file and on this one reading. */
export function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== "object" || value === null) return value;
  const places = ["line", "column", "textColumn", "nodeId", "nodeKey"];
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !places.includes(key))
      .map(([key, part]) => [key, withoutPlaces(part)]),
  );
}
