import { AstBuilder, GherkinClassicTokenMatcher, Parser } from "@cucumber/gherkin";
import type { GherkinDocument } from "@cucumber/messages";
import { readStory } from "../../../src/story/read-story.ts";
import type { Story } from "../../../src/story/story.ts";

/** The document that gherkin makes of a feature's text, with ids that count from `firstId`. */
export function parseFeature(
  text: string,
  uri = "features/a.feature",
  firstId = 0,
): GherkinDocument {
  let id = firstId;
  const builder = new AstBuilder(() => String(id++));
  const document = new Parser(builder, new GherkinClassicTokenMatcher()).parse(text);
  return { ...document, uri };
}

export function storyOf(text: string, uri?: string, firstId?: number): Story {
  const story = readStory(parseFeature(text, uri, firstId));
  if (story === undefined) throw new Error("the text holds no feature");
  return story;
}
