// The policy of the project's configuration: rules as data, as code, and from modules of the team's own.
import { existsSync, readFileSync } from "node:fs";
import { register } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { ConfigError } from "../config/errors.ts";
import type { StoryproofOptions } from "../config/options.ts";
import type { PolicyCode, PolicyOptions, WaiverOptions } from "../config/policy-options.ts";
import type { ConfigProblem } from "../config/validate.ts";
import { kindNames } from "../policy/kinds.ts";
import type { Policy } from "../policy/policy.ts";
import type { PolicyHome } from "../policy/policy-finding.ts";
import { type PlacedRule, type PolicyReading, readPolicy } from "../policy/read-policy.ts";
import type { ProjectConfig } from "./project-config.ts";

/**
 * Reads the policy; an empty one where there is none.
 * @throws ConfigError with everything that is wrong in it
 */
export async function readProjectPolicy(cwd: string, config: ProjectConfig): Promise<Policy> {
  if (config.kind !== "read") return { rules: [], waivers: [] };
  const { policy, problems } = await readWritten(cwd, config.options, config.options.policy ?? {});
  if (problems.length > 0) throw new ConfigError(problems);
  return policy;
}

/** What words mean wrongly in those rules and waivers of which nothing is told yet. */
export async function findPolicyProblems(
  cwd: string,
  options: StoryproofOptions,
  told: readonly ConfigProblem[],
): Promise<readonly ConfigProblem[]> {
  const { rules, waivers } = Object(options.policy) as PolicyOptions;
  const isSound = (path: string) =>
    !told.some((one) => one.path === path || one.path.startsWith(`${path}.`));
  const keep = <T>(key: string, list: readonly T[] | undefined) =>
    (Array.isArray(list) ? list : []).map((one: T, index) =>
      isSound(`policy.${key}[${index}]`) ? one : undefined,
    );
  const sound = { rules: keep("rules", rules), waivers: keep("waivers", waivers) };
  const { problems } = await readWritten(cwd, options, sound);
  // A rule of which something is told is there all the same.
  const isWhole = Array.isArray(rules ?? []) && !sound.rules.includes(undefined);
  return problems.filter(({ path }) => isWhole || !/^policy\.waivers\[\d+\]\.rule$/.test(path));
}

/** As options have it; what is left out is undefined, so that places stay what they are. */
interface WrittenPolicy {
  readonly rules?: readonly (NonNullable<PolicyOptions["rules"]>[number] | undefined)[];
  readonly waivers?: readonly (WaiverOptions | undefined)[];
}

async function readWritten(
  cwd: string,
  options: StoryproofOptions,
  { rules = [], waivers = [] }: WrittenPolicy,
): Promise<PolicyReading> {
  const placed: PlacedRule[] = [];
  const problems: ConfigProblem[] = [];
  if (rules.some((rule) => typeof rule === "string")) registerLoaders(cwd, options);
  for (const [index, rule] of rules.entries()) {
    const path = `policy.rules[${index}]`;
    if (rule === undefined) continue;
    if (typeof rule !== "string") placed.push({ path, rule });
    else {
      const loaded = await loadRules(cwd, path, rule);
      placed.push(...loaded.rules);
      problems.push(...loaded.problems);
    }
  }
  const reading = readPolicy(placed, waivers, { known: kindNames });
  return { policy: reading.policy, problems: [...problems, ...reading.problems] };
}

/** What the configuration lets cucumber load, such as TypeScript, these modules may be too. */
function registerLoaders(cwd: string, { cucumber }: StoryproofOptions): void {
  for (const loader of cucumber?.loader ?? []) {
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
      rules: rules.map(([name, rule]) => ({ path: `${path}.${name}`, rule, module: file })),
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

/** Anything with an id and a check is meant as a rule; what else it lacks, readPolicy says. */
function isCode(value: unknown): value is PolicyCode {
  const { id, check } = Object(value) as Readonly<Record<keyof PolicyCode, unknown>>;
  return id !== undefined && typeof check === "function";
}

/**
 * The line of the configuration that has the first of the texts as a string, and the others within the same braces: two
 * waivers may be about one story, or end on one day. Where the first is nowhere, the next one counts.
 */
export function makePolicyHome(cwd: string, config: ProjectConfig): PolicyHome {
  if (config.kind !== "read") return () => ({ uri: "cucumber.js", line: 1 });
  const uri = config.file.replaceAll("\\", "/");
  const content = readConfigText(resolve(cwd, config.file));
  // A rule that was imported has its id elsewhere; then its list counts.
  const listed = Math.max(0, content.search(/\brules\s*:\s*\[/));
  const placesOf = remember((text: string) => findQuoted(content, text));
  const bracesAround = remember((at: number) => findBraces(content, at));
  return (...texts) => {
    const [places = [], ...others] = texts.map(placesOf).filter((found) => found.length > 0);
    let best = listed;
    let most = -1;
    for (const at of places) {
      const braces = bracesAround(at);
      const beside = others.filter((found) => isWithin(found, braces)).length;
      if (beside <= most) continue;
      most = beside;
      best = at;
    }
    return { uri, line: content.slice(0, best).split("\n").length };
  };
}

/** Rules and waivers say much alike. */
function remember<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? find(key);
    known.set(key, value);
    return value;
  };
}

/** Where a text stands in quotes, in rising order. */
function findQuoted(content: string, text: string): readonly number[] {
  const found: number[] = [];
  for (const quote of ['"', "'", "`"]) {
    const wanted = quote + text + quote;
    for (let at = content.indexOf(wanted); at >= 0; at = content.indexOf(wanted, at + 1)) {
      found.push(at);
    }
  }
  return found.sort((a, b) => a - b);
}

interface Braces {
  readonly from: number;
  readonly to: number;
}

/** An object of the configuration is hardly longer than this. */
const farthest = 5_000;

/** The object around a place, as far as braces tell: one in a text may mislead, and costs no more than a line. */
function findBraces(content: string, at: number): Braces {
  const last = Math.min(content.length, at + farthest);
  let [from, to] = [at, at];
  for (let depth = 0; from > 0 && at - from < farthest && depth < 1; from -= 1) {
    const sign = content[from - 1];
    depth += sign === "{" ? 1 : sign === "}" ? -1 : 0;
  }
  for (let depth = 0; to < last && depth < 1; to += 1) {
    depth += content[to] === "}" ? 1 : content[to] === "{" ? -1 : 0;
  }
  return { from, to };
}

/** @param places in rising order */
function isWithin(places: readonly number[], { from, to }: Braces): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return (places[low] ?? to) < to;
}

function readConfigText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
