// Writes the schemas whose source is code: of the configuration, its policy, and tags.
import { writeFileSync } from "node:fs";
import "./typescript.mjs";

const { configSchema } = await import("../src/config/schema.ts");
writeFileSync("schemas/config.schema.json", `${JSON.stringify(configSchema, null, 2)}\n`);
const { tagSchema } = await import("../src/tags/tag-schema.ts");
writeFileSync("schemas/tags.schema.json", `${JSON.stringify(tagSchema, null, 2)}\n`);
const { policySchema } = await import("../src/config/policy-schema.ts");
writeFileSync("schemas/policy.schema.json", `${JSON.stringify(policySchema, null, 2)}\n`);
