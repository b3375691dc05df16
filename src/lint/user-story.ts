// Which parts of "As a … I want … so that …" a story lacks. Like the reading of intents it knows English only.
import type { Story } from "../story/story.ts";

export type UserStoryPart = "role" | "want" | "benefit";

const parts = ["role", "want", "benefit"] as const;

/** The parts that are not there; in other languages than English all or none, by whether there is a description. */
export function missingParts(story: Story): readonly UserStoryPart[] {
  const { intent, description, language, uri } = story;
  // Gherkin leaves the prose of Markdown out, so what is not read as an intent may yet be there.
  if (intent === undefined && /\.md$/i.test(uri)) return [];
  if (!language.startsWith("en")) return description === "" && intent === undefined ? parts : [];
  if (intent !== undefined) return parts.filter((part) => intent[part] === undefined);
  return parts.filter((part) => !beginnings[part].test(description));
}

/** What shows that somebody began to write the part, in words that are not read as an intent. */
const beginnings: Readonly<Record<UserStoryPart, RegExp>> = {
  role: /^\s*as an?\s/im,
  want: /\bI\s+(?:can|should|must|may|am able|will|shall|have to)\b/,
  benefit: /\b(?:so\s+that|in\s+order\s+to)\b/i,
};
