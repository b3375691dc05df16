import { defineConfig } from "storyproof";

export default defineConfig({
  // prove.mjs starts the product and says here where it runs.
  environments: { local: { baseUrl: process.env.REGISTRY_URL ?? "http://127.0.0.1:4873" } },
  // A registry for one house needs nobody else: pages that reach out are refuted by what is missing on them.
  browser: { allowedHosts: [] },
});
