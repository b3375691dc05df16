// What the step library must know while it is being loaded, before cucumber hands the settings to a World.
// The coordinator's plugin leaves it in the environment, which every worker inherits.

import type { LocatorSettings } from "../src/config/settings.ts";

export interface Loading {
  readonly prefix: string;
  readonly stepMs: number;
  /** A team's own nouns for things on its pages. */
  readonly locators: LocatorSettings;
}

const loadingVariable = "STORYPROOF_LOADING";

export const loading: Loading = readLoading(process.env[loadingVariable]);

function readLoading(text: string | undefined): Loading {
  const loaded = JSON.parse(text ?? "{}") as Partial<Loading>;
  const { prefix = "", stepMs = 30_000, locators = {} } = loaded;
  return { prefix, stepMs, locators };
}
