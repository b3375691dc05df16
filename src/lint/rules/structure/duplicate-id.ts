import type { Story, Tag } from "../../../story/story.ts";
import { listScenarios, listTagGroups } from "../../../story/walk.ts";
import type { GatheringRule, RuleFinding } from "../../rule.ts";

export const duplicateId: GatheringRule = {
  id: "structure/duplicate-id",
  scope: "gathering",
  severity: "error",
  summary: "two stories, or two scenarios of a story, with one id",
  reason:
    "History, waivers and reports know things by their id: what is said of the one would be taken for the other.",
  bad: {
    "features/shop.feature": "@story:orders\nFeature: A customer's orders\n",
    "features/admin.feature": "@story:orders\nFeature: All orders of a day\n",
  },
  good: {
    "features/shop.feature": "@story:orders\nFeature: A customer's orders\n",
    "features/admin.feature": "@story:orders-of-a-day\nFeature: All orders of a day\n",
  },
  begin() {
    const known = new Map<string, FirstPlace>();
    const found: RuleFinding[] = [];
    return {
      see(story) {
        const first = known.get(story.id);
        if (first === undefined) known.set(story.id, { uri: story.uri, line: story.line });
        else found.push(describeStories(story, first));
        found.push(...findPinnedTwice(story));
      },
      finish: () => found,
    };
  },
};

interface FirstPlace {
  readonly uri: string;
  readonly line: number;
}

function describeStories(story: Story, first: FirstPlace): RuleFinding {
  const tag = story.tags.findLast(({ name }) => name === `@story:${story.id}`);
  const place = tag === undefined ? { line: story.line } : placeOf(tag);
  return {
    uri: story.uri,
    ...place,
    subject: story.id,
    message: `this story and that of ${first.uri} have one id, ${story.id}.`,
    wayOut: "Give one of them another with an @story: tag.",
    related: [{ uri: first.uri, line: first.line, message: "the first of that id" }],
  };
}

function* findPinnedTwice(story: Story): Generator<RuleFinding, void> {
  // Nearly no story pins any, and this looks at all of them.
  if (!mentionsPin(story)) return;
  const known = new Map<string, Tag>();
  for (const { tags, subject } of listTagGroups(story)) {
    const tag = tags.findLast(isPin);
    if (tag === undefined) continue;
    const first = known.get(tag.name);
    if (first === undefined) known.set(tag.name, tag);
    else yield describePinned(story, tag, first, subject);
  }
}

function mentionsPin(story: Story): boolean {
  if (story.rules.some(({ tags }) => tags.some(isPin))) return true;
  for (const { tags } of listScenarios(story)) if (tags.some(isPin)) return true;
  return false;
}

function isPin({ name }: Tag): boolean {
  return name.startsWith("@id:");
}

function describePinned({ uri }: Story, tag: Tag, first: Tag, subject: string): RuleFinding {
  return {
    uri,
    ...placeOf(tag),
    subject,
    message: `${tag.name} stands in line ${first.line} too.`,
    wayOut: "Give one of them another id.",
    related: [{ uri, line: first.line, message: "the first of that id" }],
  };
}

function placeOf({ line, column, name }: Tag) {
  return { line, column, length: name.length };
}
