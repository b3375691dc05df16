// Words of a sentence that mean the same in every scenario are read once: a journey that runs again asks for them again.
// It knows nothing of what they mean.
import type { StoryWorld } from "../src/journey/world.ts";

/** The same reading; what came of words without a template is kept. There are no more of those than the features have. */
export function readingOnce<T>(
  read: (world: StoryWorld, text: string) => T,
): (world: StoryWorld, text: string) => T {
  const known = new Map<string, T>();
  return (world, text) => {
    if (text.includes("{{")) return read(world, text);
    const value = known.get(text) ?? read(world, text);
    known.set(text, value);
    return value;
  };
}
