import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const shared = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // A browser on a machine that is busy with something else may miss a deadline; twice in a row is a defect.
  retry: process.env["CI"] === undefined ? 0 : 1,
};

/** What takes longest, so that no worker begins with it when the others are done. */
const longest = [
  "docs-examples-hold",
  "package-proves-in-an-empty-project",
  "phrase-examples-hold",
  "real-products-are-proven",
  "browser-surprises",
  "browser-session",
  "browser-locate",
  "steps-command-shows-what-a-run-knows",
  "an-interrupted-run-reports-truthfully",
  "init-gives-a-project-that-proves",
  "steps/browser",
  "in-a-browser",
  "reporters/truth",
  "steps/api",
  "steps-are-known-to-editors",
  "own-steps-stand-beside-ours",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((name) => moduleId.includes(name));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}

export default defineConfig({
  test: {
    // One more than two cores: most tests wait for programs that they started. More make each other's browsers slow.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        // Files share their modules, so that those are read once a worker and not once a file: nothing in them is changed.
        test: { ...shared, name: "unit", isolate: false, include: ["test/unit/**/*.test.ts"] },
      },
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
