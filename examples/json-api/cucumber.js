import { defineConfig } from "storyproof";

export default defineConfig({
  // prove.mjs starts the product and says here where it runs.
  environments: { local: { baseUrl: process.env.API_URL ?? "http://127.0.0.1:3000" } },
  // Without the browser's steps nothing of Playwright is needed.
  steps: { packs: ["api", "data"] },
});
