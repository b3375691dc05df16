import { readFileSync } from "node:fs";
import { Ajv2020 as Ajv } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import { readTagText } from "../../../src/tags/read-tag-text.ts";
import { tagSchema } from "../../../src/tags/tag-schema.ts";
import { readGoldenFiles } from "./golden.ts";
import { anyTagValue, printTag } from "./print-tag.ts";

const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(tagSchema);

it("is published as it is in the code", () => {
  const published = readFileSync(
    new URL("../../../schemas/tags.schema.json", import.meta.url),
    "utf8",
  );
  expect(JSON.parse(published)).toEqual(tagSchema);
});

it("accepts what every right golden tag says", () => {
  const readings = readGoldenFiles().flatMap(({ tags }) => tags.map(readTagText));
  const values = readings.flatMap((one) => (one.kind === "known" ? [one.value] : []));
  expect(new Set(values.map(({ kind }) => kind)).size).toBeGreaterThan(18);
  for (const value of values) expect(validate(value), JSON.stringify(value)).toBe(true);
});

it("accepts every value of the type, and the parser reads it back from how it is written", () => {
  fc.assert(
    fc.property(anyTagValue, (value) => {
      expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
      expect(readTagText(printTag(value))).toEqual({ kind: "known", value });
    }),
    { numRuns: 2_000 },
  );
});

const outside: readonly object[] = [
  { kind: "latency", quantile: 1, bound: { limit: 1, isInclusive: true } },
  { kind: "latency", quantile: 0.95, bound: { limit: 0, isInclusive: true } },
  { kind: "latency", quantile: 0.95, bound: { limit: 5 } },
  { kind: "rpm", perMinute: 0 },
  { kind: "samples", count: 1.5 },
  { kind: "availability", share: 0 },
  { kind: "link", key: "colour", value: "red" },
  { kind: "story", value: "" },
  { kind: "smoke" },
];

it.each(outside)("refuses %j", (value) => {
  expect(validate(value)).toBe(false);
});

/** Tags with a slip of the finger, and some that are anything. */
const anyTag = fc.oneof(
  fc
    .tuple(anyTagValue, fc.nat(), fc.constantFrom("", "x", "<", ">", "%", "0", ",", "ｍ", ":"))
    .map(([value, place, sign]) => {
      const tag = printTag(value);
      const at = 1 + (place % tag.length);
      return tag.slice(0, at) + sign + tag.slice(at + 1);
    }),
  fc.string({ unit: "grapheme", maxLength: 30 }).map((text) => `@${text}`),
);

it("reads any text as a value that the schema accepts, as the author's own, or with a way out that is right", () => {
  fc.assert(
    fc.property(anyTag, (tag) => {
      const reading = readTagText(tag);
      if (reading.kind === "known") expect(validate(reading.value)).toBe(true);
      if (reading.kind !== "malformed") return;
      for (const { start, length, wayOut } of reading.mistakes) {
        expect(start + length).toBeLessThanOrEqual(tag.length);
        const offered = /@[^\s]+?(?=[.,;]?(?:\s|$))/.exec(wayOut)?.[0] ?? "";
        expect(readTagText(offered).kind, `${tag} → ${wayOut}`).toBe("known");
      }
    }),
    { numRuns: 5_000 },
  );
});
