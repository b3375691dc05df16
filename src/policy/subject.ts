// What a rule is about, one by one: stories, rules, scenarios, tags with all that carry them, or the project.
import type { Rule, Story, Tag } from "../story/story.ts";
import type { DataRule } from "./policy.ts";
import type { IndexedPart, IndexedStory, Variant } from "./project-index.ts";

export interface Subject {
  /** What a sentence about it begins with. */
  readonly name: string;
  /** Absent for a tag and the project. */
  readonly story?: Story;
  /** Of the scenario. */
  readonly scenario?: string;
  /** Of the story, rule or scenario. */
  readonly id?: string;
  /** The tag that is judged. */
  readonly tag?: string;
  readonly line: number;
  readonly title: string;
  /** Its own and inherited ones. */
  readonly tags: readonly Tag[];
  /** What it holds, as far as the rule looks. */
  readonly variants: readonly Variant[];
  /** Where what it requires may be: for a scenario all of its story, else the same. */
  readonly around: readonly Variant[];
}

/** All that the rule is about. */
export function* listSubjects(
  rule: DataRule,
  stories: readonly IndexedStory[],
): Generator<Subject, void> {
  if (rule.subject === "project") yield* listProject(rule, stories);
  else if (rule.subject === "tags") yield* listTags(rule, stories);
  else if (rule.subject === "scenarios") yield* listScenarios(rule, stories);
  else {
    for (const story of stories) {
      const parts: readonly IndexedPart<Story | Rule>[] =
        rule.subject === "stories" ? [story] : story.rules;
      for (const part of parts) yield* listPart(rule, story.part, part);
    }
  }
}

function* listPart(
  rule: DataRule,
  story: Story,
  { part, names, isPlanned, variants }: IndexedPart<Story | Rule>,
): Generator<Subject, void> {
  if (isPlanned && !rule.planned) return;
  if (rule.where?.matches(names) === false) return;
  const seen = variants.filter((one) => looksAt(rule, one));
  const { having } = rule;
  if (having !== undefined && !seen.some((one) => having.matches(one.names))) return;
  const { id, line, title, tags } = part;
  const name = quote(title, part === story ? "this story" : "this rule");
  yield { name, story, id, line, title, tags, variants: seen, around: seen };
}

function* listScenarios(
  rule: DataRule,
  stories: readonly IndexedStory[],
): Generator<Subject, void> {
  for (const { variants } of stories) {
    let around: readonly Variant[] | undefined;
    for (const variant of variants) {
      if (!looksAt(rule, variant) || rule.where?.matches(variant.names) === false) continue;
      around ??= variants.filter((one) => looksAt(rule, one));
      const { story, scenario, tags } = variant;
      const { id, line, title } = scenario;
      const place = { story, id, scenario: id, line, title, tags };
      yield { name: quote(title, "this scenario"), ...place, variants: [variant], around };
    }
  }
}

function* listProject(rule: DataRule, stories: readonly IndexedStory[]): Generator<Subject, void> {
  const variants = chooseVariants(rule, stories);
  if (variants.length === 0) return;
  const name = rule.where === undefined ? "the project" : `all of ${rule.where.text}`;
  yield { name, line: 1, title: "", tags: [], variants, around: variants };
}

function* listTags(rule: DataRule, stories: readonly IndexedStory[]): Generator<Subject, void> {
  const carriers = new Map<string, { story: Story; tag: Tag; variants: Variant[] }>();
  const add = (story: Story, tags: readonly Tag[], variants: readonly Variant[]): void => {
    for (const tag of new Map(tags.map((one) => [one.name, one])).values()) {
      if (rule.tag?.matches(tag) !== true) continue;
      const known = carriers.get(tag.name);
      if (known === undefined) carriers.set(tag.name, { story, tag, variants: [...variants] });
      else known.variants.push(...variants);
    }
  };
  for (const variant of chooseVariants(rule, stories)) add(variant.story, variant.tags, [variant]);
  // A story or a rule may carry it and have no scenario that does: then nothing is there that the tag asks for.
  for (const story of stories) {
    for (const { part, names, isPlanned } of [story, ...story.rules]) {
      if ((isPlanned && !rule.planned) || rule.where?.matches(names) === false) continue;
      add(story.part, part.tags, []);
    }
  }
  for (const [name, { story, tag, variants }] of carriers) {
    const place = { story, line: tag.line, tags: [tag] };
    yield { name, tag: name, title: "", ...place, variants, around: variants };
  }
}

function chooseVariants(rule: DataRule, stories: readonly IndexedStory[]): readonly Variant[] {
  return stories.flatMap(({ variants }) =>
    variants.filter((one) => looksAt(rule, one) && rule.where?.matches(one.names) !== false),
  );
}

function quote(title: string, otherwise: string): string {
  return title === "" ? otherwise : `"${title}"`;
}

function looksAt(rule: DataRule, { isPlanned }: Variant): boolean {
  return rule.planned || !isPlanned;
}
