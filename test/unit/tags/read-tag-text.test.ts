import { describe, expect, it } from "vitest";
import { readTagText } from "../../../src/tags/read-tag-text.ts";
import { readGoldenFiles, renderGolden } from "./golden.ts";

describe("golden tags: the value, or the exact error with its pointer", () => {
  it.each(readGoldenFiles())("$name", ({ text, tags }) => {
    expect(renderGolden(tags)).toBe(text);
  });
});

const mistaken = readGoldenFiles()
  .flatMap(({ tags }) => tags)
  .flatMap((tag) => {
    const reading = readTagText(tag);
    return reading.kind === "malformed" ? [{ tag, mistakes: reading.mistakes }] : [];
  });

it("points into the tag", () => {
  for (const { tag, mistakes } of mistaken) {
    for (const { start, length } of mistakes) {
      expect(start, tag).toBeGreaterThanOrEqual(0);
      expect(length, tag).toBeGreaterThanOrEqual(1);
      expect(start + length, tag).toBeLessThanOrEqual(tag.length);
    }
  }
});

it("offers a way out that is right itself", () => {
  for (const { tag, mistakes } of mistaken) {
    for (const { wayOut } of mistakes) {
      const offered = wayOut.match(/@[^\s@]+/g) ?? [];
      expect(offered.length, `${tag}: ${wayOut}`).toBeGreaterThan(0);
      for (const one of offered) {
        const right = one.replace(/[.,;]$/, "");
        expect(readTagText(right).kind, `${tag}: ${wayOut}`).toBe("known");
      }
    }
  }
});

it("survives a tag of any length, and cuts what it shows of it", () => {
  const long = "9".repeat(5_000);
  expect(readTagText(`@latency:p95<${long}ms`)).toMatchObject({
    kind: "malformed",
    mistakes: [
      { start: 13, length: 5_000, message: `"${"9".repeat(40)}…" is larger than any number` },
    ],
  });
  expect(readTagText(`@${"x".repeat(5_000)}`)).toEqual({ kind: "other" });
  expect(readTagText(`@rpm:${"<".repeat(5_000)}`).kind).toBe("malformed");
});
