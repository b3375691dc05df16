// Options with every default filled in.
import { ConfigError } from "./errors.ts";
import { type StoryproofOptions, stepPacks } from "./options.ts";
import {
  defaultBrowser,
  defaultLint,
  defaultMail,
  defaultTimeouts,
  type LocatorSettings,
  type ReportSettings,
  type Settings,
} from "./settings.ts";

/** Which environment variables choose something. */
export type ConfigEnvironment = Readonly<Record<string, string | undefined>>;

/** Fills in the defaults. Throws ConfigError when `STORYPROOF_ENV` names an environment that is not there. */
export function settingsFrom(options: StoryproofOptions, env: ConfigEnvironment): Settings {
  const environments = options.environments ?? { local: {} };
  const environmentName = chooseEnvironment(options, Object.keys(environments), env);
  return {
    environmentName,
    environment: environments[environmentName] ?? {},
    packs: options.steps?.packs ?? stepPacks,
    prefix: options.steps?.prefix ?? "",
    browser: { ...defaultBrowser, ...options.browser },
    timeouts: { ...defaultTimeouts, ...options.timeouts },
    mail: { ...defaultMail, ...options.mail },
    secrets: { names: [], environment: [], patterns: [], ...options.secrets },
    invariants: { counterexamples: "counterexamples", ...options.invariants },
    reports: reportsFrom(options),
    locators: locatorsFrom(options),
    pages: options.pages ?? {},
    signIn: options.signIn ?? {},
    preflight: options.preflight ?? true,
    lint: { ...defaultLint, ...options.lint },
    dryRun: options.cucumber?.dryRun ?? false,
  };
}

function chooseEnvironment(
  { environment }: StoryproofOptions,
  known: readonly string[],
  env: ConfigEnvironment,
): string {
  const wanted = env["STORYPROOF_ENV"] || environment || known[0] || "local";
  if (known.includes(wanted)) return wanted;
  throw new ConfigError([
    {
      path: "environment",
      found: `${JSON.stringify(wanted)}, from the environment variable STORYPROOF_ENV`,
      allowed: `one of ${known.map((name) => JSON.stringify(name)).join(", ")} (the names below environments)`,
    },
  ]);
}

function locatorsFrom({ locators = {} }: StoryproofOptions): LocatorSettings {
  const entries = Object.entries(locators).map(([name, how]) => {
    return [name, typeof how === "string" ? { css: how.replace(/^css=/, "") } : how] as const;
  });
  return Object.fromEntries(entries);
}

function reportsFrom({ reports = {} }: StoryproofOptions): ReportSettings {
  return {
    folder: "reports",
    html: "truth.html",
    json: "truth.json",
    markdown: "truth.md",
    messages: "messages.ndjson",
    ...reports,
  };
}
