// The values of tags for machines. `schemas/tags.schema.json` is written from it (npm run fix); a test keeps that
// file, the type TagValue and the parser together.
import { flags, manyLinks, singleLinks, tiers } from "./known-keys.ts";
import { limits } from "./limits.ts";

const number = { type: "number" } as const;
const integer = { type: "integer" } as const;
const text = { type: "string", minLength: 1 } as const;
/** Without what joins the parts of ids. */
const name = { type: "string", pattern: "^[^/#@~]+$" } as const;

function value(
  kind: string | readonly string[],
  properties: Readonly<Record<string, object>>,
): object {
  const kinds = typeof kind === "string" ? { const: kind } : { enum: kind };
  return {
    type: "object",
    additionalProperties: false,
    required: ["kind", ...Object.keys(properties)],
    properties: { kind: kinds, ...properties },
  };
}

function boundOf(range: object, description: string): object {
  return {
    type: "object",
    additionalProperties: false,
    required: ["limit", "isInclusive"],
    properties: {
      limit: { ...number, ...range, description },
      isInclusive: { type: "boolean", description: "Whether the limit itself is still within: <=" },
    },
  };
}

const quantile = {
  description: "The share of samples that must keep the bound; max means all of them.",
  anyOf: [{ const: "max" }, { ...number, ...limits.quantile }],
} as const;

const time = boundOf(limits.durationMs, "Milliseconds.");

const textLinks = [...singleLinks, ...manyLinks].filter((key) => key !== "story");

export const tagSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "urn:storyproof:schema:tags",
  title: "storyproof tag value",
  description: "What one tag of a Story Spec says; docs/tags.md tells how it is written.",
  oneOf: [
    value("tier", { tier: { enum: tiers } }),
    value(["latency", "lcp", "inp"], { quantile, bound: time }),
    value("cls", { quantile, bound: boundOf(limits.shift, "A layout shift, without unit.") }),
    value("rpm", { perMinute: { ...integer, ...limits.perMinute } }),
    value("errors", { bound: boundOf(limits.errorShare, "A share from 0 to 1.") }),
    value("availability", { share: { ...number, ...limits.availableShare } }),
    value("hold", { durationMs: { ...number, ...limits.durationMs } }),
    value("samples", { count: { ...integer, ...limits.samples } }),
    value("warmup", { count: { ...integer, ...limits.warmup } }),
    value("runs", { count: { ...integer, ...limits.runs } }),
    value("seed", { seed: { ...integer, ...limits.seed } }),
    value(flags, {}),
    value("id", { id: name }),
    value("link", { key: { const: "story" }, value: name }),
    value("link", { key: { enum: textLinks }, value: text }),
  ],
} as const;
