import { defineConfig } from "vitest/config";

const shared = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // A browser on a machine that is busy with something else may miss a deadline; twice in a row is a defect.
  retry: process.env["CI"] === undefined ? 0 : 1,
};

export default defineConfig({
  test: {
    // Two cores: more workers than that only make each other's browsers slow.
    maxWorkers: 2,
    projects: [
      { test: { ...shared, name: "unit", include: ["test/unit/**/*.test.ts"] } },
      {
        // These run the package as it is shipped, so it is compiled first.
        test: {
          ...shared,
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/build.ts"],
        },
      },
    ],
  },
});
