// What to type after `storyproof init`, in the words of the project's package manager.
import type { Language, Project, ProjectPackages } from "./init-project.ts";

const add: Readonly<Record<ProjectPackages, string>> = {
  npm: "npm install --save-dev",
  pnpm: "pnpm add --save-dev",
  yarn: "yarn add --dev",
  bun: "bun add --dev",
};

const create: Readonly<Record<ProjectPackages, string>> = {
  npm: "npm init --yes",
  pnpm: "pnpm init",
  yarn: "yarn init --yes",
  bun: "bun init --yes",
};

const start: Readonly<Record<ProjectPackages, string>> = {
  npm: "npx",
  pnpm: "pnpm exec",
  yarn: "yarn",
  bun: "bunx",
};

/** Lines for people: the packages still to add, how to run the stories, and what to do then. */
export function listNextSteps(
  project: Project,
  language: Language,
  nodeVersion: string,
): readonly string[] {
  const { manager } = project;
  const missing = listMissingPackages(project, language, nodeVersion);
  const run = start[manager];
  return [
    "Now type:",
    ...(project.hasPackageFile ? [] : [`  ${create[manager]}`]),
    ...(missing.length === 0 ? [] : [`  ${add[manager]} ${missing.join(" ")}`]),
    `  ${run} storyproof browser --install`,
    `  ${run} cucumber-js --tags @smoke`,
    "",
    "Then open reports/truth.html, put the address of your own product into the configuration,",
    "and write its stories into features/.",
  ];
}

function listMissingPackages(
  { packages }: Project,
  language: Language,
  nodeVersion: string,
): readonly string[] {
  // Its next major needs Node 22.
  const cucumber =
    Number.parseInt(nodeVersion, 10) < 22 ? "@cucumber/cucumber@12" : "@cucumber/cucumber";
  const always = ["storyproof", cucumber, "@playwright/test"];
  // ts-node uses the compiler's JavaScript interface, which TypeScript 7 no longer has.
  const typed = ["typescript@6", "ts-node", "@types/node"];
  const wanted = language === "typescript" ? [...always, ...typed] : always;
  return wanted.filter((name) => !packages.has(name.replace(/(?<=.)@.*$/, "")));
}
