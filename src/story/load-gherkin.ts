// Finds the gherkin that the project's own cucumber uses, so that what is read is what cucumber would run.
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Gherkin } from "./gherkin.ts";
import { type GherkinLibrary, makeParser } from "./gherkin-parser.ts";

/**
 * Loads the gherkin of the cucumber that `cwd` finds, else of the one beside storyproof.
 * @param cwd absolute path of the project's folder
 * @throws when there is no @cucumber/cucumber at all
 */
export async function loadGherkin(cwd: string): Promise<Gherkin> {
  const requireGherkin = createRequire(findCucumber(cwd));
  const library = await importGherkin(requireGherkin);
  const { version } = requireGherkin("@cucumber/gherkin/package.json");
  return { version, dialects: library.dialects, parse: makeParser(library) };
}

/** Asked for as CommonJS where it is that: importing it would have Node read all of it once more, for its names. */
async function importGherkin(requireGherkin: NodeJS.Require): Promise<GherkinLibrary> {
  try {
    return requireGherkin("@cucumber/gherkin");
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (!code.startsWith("ERR_REQUIRE_")) throw error;
    return await import(pathToFileURL(requireGherkin.resolve("@cucumber/gherkin")).href);
  }
}

/** The package.json of the cucumber that the folder finds, else of the one beside storyproof. */
export function findCucumber(cwd: string): string {
  const name = "@cucumber/cucumber/package.json";
  try {
    return createRequire(join(cwd, "package.json")).resolve(name);
  } catch {
    return createRequire(import.meta.url).resolve(name);
  }
}
