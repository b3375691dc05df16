// The tests of the code as vitest runs them for coverage: Node counts only what it loads itself, so vitest's own
// module runner stays out; and vitest ends its forks by SIGTERM, which writes no counts unless the fork exits on it.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import usual from "../vitest.config.ts";

const hooks = ["typescript", "exit-on-sigterm"];
const native = {
  execArgv: hooks.map((name) => `--import=${new URL(`./${name}.mjs`, import.meta.url)}`),
  experimental: { viteModuleRunner: false, nodeLoader: false },
};

export default defineConfig({
  ...usual,
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    ...usual.test,
    projects: usual.test.projects.map((project) => ({
      ...project,
      test: { ...project.test, ...native },
    })),
  },
});
