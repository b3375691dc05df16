// The value of --tags: a tag expression as cucumber has it.
import { UsageError } from "./errors.ts";

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
