// Settings as ordinary cucumber profiles. It knows cucumber's option names and where our own parts lie.
import { fileURLToPath } from "node:url";
import type { IConfiguration } from "@cucumber/cucumber/api";
import type { StoryproofOptions } from "./options.ts";
import type { Settings } from "./settings.ts";

export type Profile = Partial<IConfiguration>;

/** The tiers as cucumber profiles; a tier includes the tiers inside it. */
export interface Profiles {
  readonly [name: string]: Profile;
  readonly default: Profile;
  readonly smoke: Profile;
  readonly regression: Profile;
  readonly full: Profile;
}

/** What is planned is not built yet, so no profile runs it. */
const built = "not @planned";

export function profilesFrom(options: StoryproofOptions, settings: Settings): Profiles {
  const tier = (name: NonNullable<Settings["tier"]>, expression: string): Profile =>
    profile(options, { ...settings, tier: name }, expression);
  return {
    default: profile(options, settings, built),
    smoke: tier("smoke", `@smoke and ${built}`),
    regression: tier("regression", `(@smoke or @regression) and ${built}`),
    full: tier("full", built),
  };
}

function profile(options: StoryproofOptions, settings: Settings, tags: string): Profile {
  const {
    import: imports = [],
    format = [],
    formatOptions,
    worldParameters,
    loader = [],
    tags: ownTags,
    ...runtime
  } = options.cucumber ?? {};
  return {
    ...runtime,
    // Left to cucumber's own default otherwise: it adds paths of the command line to those given here.
    ...(options.features && { paths: [...options.features] }),
    import: [...ourSupport(settings), ...ownSupport(options), ...imports],
    loader: [...loader],
    format: [...reportFormats(settings), ...format] as NonNullable<Profile["format"]>,
    formatOptions: json({
      snippetSyntax: ourModule(`src/coordinator/${snippetLanguage(options)}-snippet`),
      ...formatOptions,
      storyproof: { reports: settings.reports },
    }),
    plugin: [ourModule("src/coordinator/plugin")],
    pluginOptions: json({ storyproof: settings }),
    worldParameters: json({ ...worldParameters, storyproof: settings }),
    tags: ownTags === undefined ? tags : `(${tags}) and (${ownTags})`,
  };
}

function ourSupport({ packs }: Settings): string[] {
  // Packs bring the parameter types along; without a pack nothing of ours speaks of actors or checks.
  return ["support", ...packs].map((name) => escapeGlob(fileURLToPath(ourModule(`steps/${name}`))));
}

function ownSupport({ steps, cucumber }: StoryproofOptions): readonly string[] {
  if (steps?.own !== undefined) return steps.own;
  const typescript = (cucumber?.loader ?? []).length > 0 ? ["features/**/!(*.d).{ts,mts}"] : [];
  return ["features/**/*.{js,mjs,cjs}", ...typescript];
}

/** What a step of the team's own would be written in. */
function snippetLanguage(options: StoryproofOptions): "typescript" | "javascript" {
  return ownSupport(options).some((glob) => /[.,{]m?ts\b/.test(glob)) ? "typescript" : "javascript";
}

function reportFormats({ reports }: Settings): [string, string][] {
  const { folder, json, html, markdown, messages } = reports;
  const formats: [string, string][] = [];
  if (messages !== false) formats.push(["message", `${folder}/${messages}`]);
  if (json !== false) formats.push([ourModule("reporters/truth"), `${folder}/${json}`]);
  else {
    if (html !== false) formats.push([ourModule("reporters/truth-html"), `${folder}/${html}`]);
    if (markdown !== false)
      formats.push([ourModule("reporters/truth-markdown"), `${folder}/${markdown}`]);
  }
  return formats;
}

/** The address of a module of ours, beside this one: TypeScript in this repository, JavaScript once packed. */
function ourModule(path: string): string {
  const extension = import.meta.url.endsWith(".ts") ? ".ts" : ".js";
  return new URL(`../../${path}${extension}`, import.meta.url).href;
}

/** cucumber treats every import path as a glob; ours are names, whatever folder they lie in. */
function escapeGlob(path: string): string {
  return path.replace(/[[\]{}()*?!+@]/g, (character) =>
    character === "@" ? "@" : `[${character}]`,
  );
}

/** Settings are plain data; cucumber's types only know them as JSON once they have been through it. */
function json<T extends object>(value: T): NonNullable<Profile["worldParameters"]> {
  return JSON.parse(JSON.stringify(value)) as NonNullable<Profile["worldParameters"]>;
}
