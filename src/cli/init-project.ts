// What `storyproof init` must know of the project that it writes into. It only reads.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Language = "typescript" | "javascript";
export type ProjectPackages = "npm" | "pnpm" | "yarn" | "bun";

export interface Project {
  /** Whether `.js` files are ES modules here. */
  readonly isModule: boolean;
  readonly hasPackageFile: boolean;
  /** What the project itself is written in, as far as one can see. */
  readonly language: Language;
  readonly manager: ProjectPackages;
  /** Names of the packages that package.json lists. */
  readonly packages: ReadonlySet<string>;
}

interface PackageFile {
  readonly type?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Reads a folder; a package.json that cannot be read counts as none. */
export function readProject(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): Project {
  const has = (name: string) => existsSync(join(folder, name));
  const file = readPackageFile(join(folder, "package.json"));
  const packages = new Set(Object.keys({ ...file?.dependencies, ...file?.devDependencies }));
  const typescript = has("tsconfig.json") || packages.has("typescript");
  return {
    isModule: file?.type === "module",
    hasPackageFile: file !== undefined,
    language: typescript ? "typescript" : "javascript",
    manager: findManager(has, env["npm_config_user_agent"]),
    packages,
  };
}

function readPackageFile(path: string): PackageFile | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

const lockFiles: readonly (readonly [string, ProjectPackages])[] = [
  ["pnpm-lock.yaml", "pnpm"],
  ["yarn.lock", "yarn"],
  ["bun.lock", "bun"],
  ["bun.lockb", "bun"],
  ["package-lock.json", "npm"],
];

/** By the project's lock file; without one, by who started us: `pnpm dlx storyproof init`. */
function findManager(
  has: (name: string) => boolean,
  userAgent: string | undefined,
): ProjectPackages {
  const locked = lockFiles.find(([file]) => has(file));
  if (locked !== undefined) return locked[1];
  const caller = /^(pnpm|yarn|bun)\//.exec(userAgent ?? "")?.[1];
  return caller === "pnpm" || caller === "yarn" || caller === "bun" ? caller : "npm";
}
