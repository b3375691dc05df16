// This repository's own profiles: the stories of the example product in examples/workspace,
// proven by the sources as they stand. A team's cucumber.js imports from "storyproof" and needs no loader for it.
import "./scripts/typescript.mjs";

// Parallel workers are processes of their own and must read TypeScript too.
process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} --import ${new URL("./scripts/typescript.mjs", import.meta.url)}`;

const { defineConfig } = await import("./src/config/define-config.ts");

export default defineConfig({
  environments: {
    // `npm start` and `npm test` start the product on a free port and say here where.
    local: { baseUrl: process.env.WORKSPACE_URL ?? "http://127.0.0.1:4173" },
  },
  steps: { own: ["features/**/*.ts"] },
});
