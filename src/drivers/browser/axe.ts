// The library that judges accessibility: an optional package, loaded when a story first asks for it.
import type { AxeBuilder } from "@axe-core/playwright";
import { StoryError } from "../../journey/story-error.ts";

/** `load` is the `require` of our own module. Throws a StoryError that says how to get the package when it is missing. */
export function loadAxe(load: (name: string) => unknown): typeof AxeBuilder {
  try {
    return (load("@axe-core/playwright") as { AxeBuilder: typeof AxeBuilder }).AxeBuilder;
  } catch (error) {
    const isMissing =
      error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND";
    if (!isMissing) throw error;
    throw new StoryError(
      "Accessibility is judged by axe, which is not installed: npm install --save-dev @axe-core/playwright",
    );
  }
}
