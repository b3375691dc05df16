// The phrases that a run knows, in the order of their packs and topics. It is made from the definitions that cucumber
// has registered, and from the examples that are shipped; it loads neither.
import { relative } from "node:path";
import type { PackagedPhrase, PackagedTopic } from "./packaged-topics.ts";
import type { ParameterType } from "./parameter-type.ts";
import { makePatternSpeller, type PatternSpeller } from "./spell-pattern.ts";

/** A step definition as cucumber registered it. */
export interface Definition {
  /** A cucumber expression, or a regular expression between slashes. */
  readonly pattern: string;
  /** Absolute path of its file. */
  readonly file: string;
  readonly line: number;
}

export interface Phrase {
  readonly pattern: string;
  /** The pattern as a person reads it: `I fill in … with …`; a regular expression as it is. */
  readonly reading: string;
  /** `features/steps/shop.js:3`, seen from the project. */
  readonly place: string;
  /** A step as it can be written, with its table or doc string: one line of text each. Empty: none is shipped. */
  readonly example: readonly string[];
}

export interface Topic {
  /** Absent for the team's own. */
  readonly pack?: string;
  /** `requests`; for the team's own the path of the file. */
  readonly name: string;
  readonly title: string;
  /** Markdown; empty for the team's own. */
  readonly description: string;
  readonly phrases: readonly Phrase[];
}

export type Catalogue = readonly Topic[];

export interface CatalogueSurroundings {
  /** Absolute path that places are seen from. */
  readonly cwd: string;
  /** Absolute path of the folder that holds storyproof's compiled or source `steps/`. */
  readonly stepsFolder: string;
  /** What the team put before our phrases. */
  readonly prefix: string;
  readonly packaged: readonly PackagedTopic[];
  readonly parameterTypes: readonly ParameterType[];
  /** What stands for a check in a reading. */
  readonly check?: string;
}

/** Ours first, by pack and topic as they are shipped; then the team's own by file. */
export function makeCatalogue(
  definitions: readonly Definition[],
  surroundings: CatalogueSurroundings,
): Catalogue {
  const files = new Set(definitions.map(({ file }) => file));
  const spell = makePatternSpeller(surroundings);
  const topics = [...files].map((file) => {
    const found = definitions.filter((definition) => definition.file === file);
    return makeTopic(file, found, surroundings, spell);
  });
  const order = surroundings.packaged.map(({ pack, topic }) => `${pack}/${topic}`);
  const rankOf = ({ pack, name }: Topic): number => {
    if (pack === undefined) return Number.MAX_SAFE_INTEGER;
    const at = order.indexOf(`${pack}/${name}`);
    return at < 0 ? order.length : at;
  };
  return topics.toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** Where a file of ours stands in the library: `api/requests`. Undefined for any other file. */
export function topicOfFile(
  file: string,
  stepsFolder: string,
): { readonly pack: string; readonly topic: string } | undefined {
  const below = relative(stepsFolder, file).replaceAll("\\", "/");
  const [, pack, topic = pack] = /^([\w-]+)(?:\/([\w-]+))?\.[cm]?[jt]s$/.exec(below) ?? [];
  return pack === undefined || topic === undefined ? undefined : { pack, topic };
}

function makeTopic(
  file: string,
  definitions: readonly Definition[],
  { cwd, stepsFolder, prefix, packaged }: CatalogueSurroundings,
  spell: PatternSpeller,
): Topic {
  const ours = topicOfFile(file, stepsFolder);
  const path = relative(cwd, file).replaceAll("\\", "/");
  const makePhrase = (known: readonly PackagedPhrase[], before: string) => (one: Definition) => {
    const example = exampleOf(one.pattern, known, before);
    const { pattern } = one;
    const reading = isRegExp(pattern) ? pattern : spell(pattern);
    return { pattern, reading, place: `${path}:${one.line}`, example };
  };
  if (ours === undefined) {
    const phrases = definitions.map(makePhrase([], ""));
    return { name: path, title: path, description: "", phrases };
  }
  const { pack, topic } = ours;
  const shipped = packaged.find((one) => one.pack === pack && one.topic === topic);
  const phrases = definitions.map(makePhrase(shipped?.phrases ?? [], prefix));
  const { title = `${pack}: ${topic}`, description = "" } = shipped ?? {};
  return { pack, name: topic, title, description, phrases };
}

/** The shipped example with the team's prefix; empty when there is none. */
export function exampleOf(
  pattern: string,
  known: readonly PackagedPhrase[],
  prefix: string,
): readonly string[] {
  const bare = pattern.startsWith(prefix) ? pattern.slice(prefix.length) : pattern;
  const [first, ...more] = known.find((one) => one.pattern === bare)?.example ?? [];
  if (first === undefined) return [];
  return [first.replace(/^\S+ /, (keyword) => keyword + prefix), ...more];
}

/** Whether a pattern is a regular expression, written between slashes. */
export function isRegExp(pattern: string): boolean {
  return /^\/.*\/[a-z]*$/s.test(pattern);
}
