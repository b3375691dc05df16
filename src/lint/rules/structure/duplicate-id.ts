import type { Story, Tag } from "../../../story/story.ts";
import { listScenarios, listTagGroups } from "../../../story/walk.ts";
import { copyText } from "../../copy-text.ts";
import { inFileOrder, type Ordered } from "../../file-order.ts";
import type { GatheringRule, RuleFinding } from "../../rule.ts";

export const duplicateId: GatheringRule<Facts> = {
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
    const stories: StoryPlace[] = [];
    const pinned: RuleFinding[] = [];
    return {
      see(story, order) {
        stories.push(placeStory(story, order));
        pinned.push(...findPinnedTwice(story));
      },
      facts: () => ({ stories, pinned }),
    };
  },
  *finish(parts) {
    const known = new Map<string, StoryPlace>();
    for (const story of inFileOrder(parts.map(({ stories }) => stories))) {
      const first = known.get(story.id);
      if (first === undefined) known.set(story.id, story);
      else yield describeStories(story, first);
    }
    for (const { pinned } of parts) yield* pinned;
  },
};

interface StoryPlace extends Ordered {
  readonly id: string;
  readonly uri: string;
  readonly line: number;
  /** The tag that gives the id; absent when the path does. */
  readonly tag?: ReturnType<typeof placeOf>;
}

interface Facts {
  readonly stories: readonly StoryPlace[];
  /** Within one story each. */
  readonly pinned: readonly RuleFinding[];
}

function placeStory({ id, uri, line, tags }: Story, order: number): StoryPlace {
  const tag = tags.findLast(({ name }) => name === `@story:${id}`);
  return {
    id: copyText(id),
    uri,
    line,
    order,
    ...(tag === undefined ? {} : { tag: placeOf(tag) }),
  };
}

function describeStories({ id, uri, line, tag }: StoryPlace, first: StoryPlace): RuleFinding {
  return {
    uri,
    line,
    ...tag,
    subject: id,
    message: `this story and that of ${first.uri} have one id, ${id}.`,
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
