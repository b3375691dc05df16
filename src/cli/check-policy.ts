// The policy of the project's configuration: rules as data, as code, and from modules of the team's own.
import { existsSync, readFileSync } from "node:fs";
import { register } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { ConfigError } from "../config/errors.ts";
import type { PolicyCode } from "../config/policy-options.ts";
import type { ConfigProblem } from "../config/validate.ts";
import { kindNames } from "../policy/kinds.ts";
import type { Policy } from "../policy/policy.ts";
import type { PolicyHome } from "../policy/policy-finding.ts";
import { type PlacedRule, readPolicy } from "../policy/read-policy.ts";
import type { ProjectConfig } from "./project-config.ts";

/**
 * Reads the policy; an empty one where there is none.
 * @throws ConfigError with everything that is wrong in it
 */
export async function readProjectPolicy(cwd: string, config: ProjectConfig): Promise<Policy> {
  if (config.kind !== "read") return { rules: [], waivers: [] };
  const { rules = [], waivers = [] } = config.options.policy ?? {};
  const placed: PlacedRule[] = [];
  const problems: ConfigProblem[] = [];
  if (rules.some((rule) => typeof rule === "string")) registerLoaders(cwd, config);
  for (const [index, rule] of rules.entries()) {
    const path = `policy.rules[${index}]`;
    if (typeof rule !== "string") placed.push({ path, rule });
    else {
      const loaded = await loadRules(cwd, path, rule);
      placed.push(...loaded.rules);
      problems.push(...loaded.problems);
    }
  }
  const reading = readPolicy(placed, waivers, { known: kindNames });
  const all = [...problems, ...reading.problems];
  if (all.length > 0) throw new ConfigError(all);
  return reading.policy;
}

/** What the configuration lets cucumber load, such as TypeScript, these modules may be too. */
function registerLoaders(cwd: string, { options }: Extract<ProjectConfig, { kind: "read" }>): void {
  for (const loader of options.cucumber?.loader ?? []) {
    register(loader, pathToFileURL(join(cwd, "package.json")));
  }
}

interface LoadedRules {
  readonly rules: readonly PlacedRule[];
  readonly problems: readonly ConfigProblem[];
}

async function loadRules(cwd: string, path: string, file: string): Promise<LoadedRules> {
  const refuse = (found: string, allowed: string): LoadedRules => ({
    rules: [],
    problems: [{ path, found: `${JSON.stringify(file)}, ${found}`, allowed }],
  });
  const from = resolve(cwd, file);
  if (!existsSync(from))
    return refuse("a file that is not there", "a path from the project's folder");
  try {
    const rules = listCode(await import(pathToFileURL(from).href));
    if (rules.length === 0) {
      return refuse("which exports no rule", "a module that exports what definePolicy gives");
    }
    return {
      problems: [],
      rules: rules.map(([name, rule]) => ({ path: `${path}.${name}`, rule })),
    };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== "ERR_UNKNOWN_FILE_EXTENSION") {
      return refuse(`which cannot be loaded: ${String(message).split("\n")[0]}`, "a module");
    }
    const wayOut =
      "a module that this Node can load: JavaScript, or TypeScript with Node 22.18 or cucumber.loader";
    return refuse("which this Node cannot load by itself", wayOut);
  }
}

/** Exports that are rules as definePolicy gives them, or lists of such. */
function listCode(module: object): readonly (readonly [string, PolicyCode])[] {
  return Object.entries(module).flatMap(([name, value]) => {
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    return list.flatMap((one, index) => {
      const key = Array.isArray(value) ? `${name}[${index}]` : name;
      return isCode(one) ? [[key, one] as const] : [];
    });
  });
}

function isCode(value: unknown): value is PolicyCode {
  const { id, reason, check } = Object(value) as Readonly<Record<keyof PolicyCode, unknown>>;
  return typeof id === "string" && typeof reason === "string" && typeof check === "function";
}

/** The line of the configuration that has the texts as strings: the first of them counts more than all others. */
export function makePolicyHome(cwd: string, config: ProjectConfig): PolicyHome {
  if (config.kind !== "read") return () => ({ uri: "cucumber.js", line: 1 });
  const uri = config.file.replaceAll("\\", "/");
  const lines = readLines(resolve(cwd, config.file));
  return (...texts) => {
    const weights = lines.map((line) => weigh(line, texts));
    return { uri, line: Math.max(1, weights.indexOf(Math.max(1, ...weights)) + 1) };
  };
}

function weigh(line: string, texts: readonly string[]): number {
  const has = (text: string) =>
    ['"', "'", "`"].some((quote) => line.includes(quote + text + quote));
  return texts.reduce((sum, text, index) => sum + (has(text) ? 2 ** (texts.length - index) : 0), 0);
}

function readLines(path: string): readonly string[] {
  try {
    return readFileSync(path, "utf8").split("\n");
  } catch {
    return [];
  }
}
