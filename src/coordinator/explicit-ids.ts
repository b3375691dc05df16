// Documents whose `@story:` or `@id:` tags name two things alike. Making stories of all would cost more than the
// check is worth, so only those are made in which a value comes twice.
import type { GherkinDocument } from "@cucumber/messages";
import { type DuplicateId, findDuplicateIds } from "../story/duplicate-ids.ts";
import { readStory } from "../story/read-story.ts";
import type { Tag } from "../story/story.ts";

export class ExplicitIds {
  readonly #byStoryId = new Map<string, GherkinDocument[]>();
  readonly #suspects = new Set<GherkinDocument>();

  /** Takes a document and its tags, place by place; answers those that give an id. */
  add(document: GherkinDocument, groups: Iterable<readonly Tag[]>): readonly Tag[] {
    const found: Tag[] = [];
    const pins = new Set<string>();
    for (const tags of groups) {
      for (const tag of tags) {
        const { name, level } = tag;
        const isPin = name.startsWith("@id:");
        if (!isPin && !name.startsWith("@story:")) continue;
        found.push(tag);
        if (!isPin && level === "feature") this.#addStory(name, document);
        if (isPin && pins.has(name)) this.#suspects.add(document);
        if (isPin) pins.add(name);
      }
    }
    return found;
  }

  #addStory(tag: string, document: GherkinDocument): void {
    const others = this.#byStoryId.get(tag);
    if (others === undefined) this.#byStoryId.set(tag, [document]);
    else others.push(document);
  }

  /** What names itself alike, in the order of the files; ids that are made from paths are for lint. */
  list(): readonly DuplicateId[] {
    const shared = [...this.#byStoryId.values()].filter((documents) => documents.length > 1);
    const documents = new Set([...shared.flat(), ...this.#suspects]);
    const stories = [...documents].flatMap((document) => readStory(document) ?? []);
    return findDuplicateIds(stories).filter(({ isExplicit }) => isExplicit);
  }
}
