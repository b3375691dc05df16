// The one place of configuration: options in, ordinary cucumber profiles out.
import { ConfigError } from "./errors.ts";
import type { StoryproofOptions } from "./options.ts";
import { areSurelyRight } from "./precompiled.ts";
import type { Profiles } from "./profiles.ts";
import type { Settings } from "./settings.ts";

/** What cucumber.js exports: cucumber calls it for its profiles. `settings()` is for tools. */
export interface StoryproofConfig {
  (): Promise<Profiles>;
  readonly options: StoryproofOptions;
  /** The options with every default filled in. Throws like the call itself. */
  settings(): Promise<Settings>;
}

/**
 * Turns options into cucumber profiles (`default`, `smoke`, `regression`, `full`).
 * Calling the result throws ConfigError with every problem at once when the options are wrong.
 *
 * @example
 * // cucumber.js
 * import { defineConfig } from "storyproof";
 * export default defineConfig({
 *   environments: { local: { baseUrl: "http://localhost:3000" } },
 * });
 */
export function defineConfig(options: StoryproofOptions = {}): StoryproofConfig {
  const settings = async (): Promise<Settings> => {
    if (!areSurelyRight(options)) {
      // Loaded here because every import of the package would pay for the validator otherwise.
      const { findConfigProblems } = await import("./validate.ts");
      const problems = findConfigProblems(options);
      if (problems.length > 0) throw new ConfigError(problems);
    }
    const { settingsFrom } = await import("./settings-from.ts");
    return settingsFrom(options, process.env);
  };
  const profiles = async (): Promise<Profiles> => {
    const { profilesFrom } = await import("./profiles.ts");
    return profilesFrom(options, await settings());
  };
  return Object.assign(profiles, { options, settings });
}
