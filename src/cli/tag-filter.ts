// The value of --tags: a tag expression as cucumber has it.
import { showPlain } from "../lint/excerpt.ts";
import type { Story } from "../story/story.ts";
import { UsageError } from "./errors.ts";
import type { TextSink } from "./io.ts";

export interface TagFilter {
  /** As it was written. */
  readonly expression: string;
  /** @param names tags with their `@` */
  readonly matches: (names: readonly string[]) => boolean;
}

/** @throws UsageError when it is no tag expression */
export async function readTagFilter(
  expression: string | undefined,
): Promise<TagFilter | undefined> {
  if (expression === undefined || expression.trim() === "") return undefined;
  refuseOldSyntax(expression);
  const { parse } = await import("@cucumber/tag-expressions");
  try {
    const tree = parse(expression);
    return { expression, matches: (names) => tree.evaluate([...names]) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `--tags: ${reason}\nWrite tags with @, joined by and, or, not and ( ): "@smoke and not (@planned or @slow)".`,
    );
  }
}

/** The tags of a story and of all in it. */
export function tagsOf({ tags, scenarios, rules }: Story): readonly string[] {
  const all = [...scenarios, ...rules.flatMap((rule) => rule.scenarios)];
  const cases = all.flatMap((scenario) => scenario.cases);
  return [...tags, ...cases.flatMap((one) => one.tags)].map(({ name }) => name);
}

/** Says that nothing has the tags, and which tags there are. */
export function tellNothingTagged(
  expression: string,
  known: ReadonlySet<string>,
  stderr: TextSink,
): void {
  const some = [...known].sort().slice(0, 20).map(showPlain).join(" ");
  const wayOut = known.size === 0 ? "no story has tags" : `these tags are there: ${some}`;
  stderr.write(`storyproof: nothing has ${showPlain(expression)}; ${wayOut}\n`);
}

/** Before version 2, a comma was an or and ~ a not. Now both would be parts of a tag that nothing has. */
function refuseOldSyntax(expression: string): void {
  const now = expression
    .replace(/\s*,\s*(?=~?@)/g, " or ")
    .replace(/(^|[\s(])~\s*(?=@)/g, "$1not ");
  if (now === expression) return;
  throw new UsageError(
    `--tags: ${showPlain(expression)} is how cucumber wrote it long ago. Write "${showPlain(now)}".`,
  );
}
