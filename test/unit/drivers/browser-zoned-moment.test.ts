import { expect, test } from "vitest";
import { momentIn } from "../../../src/drivers/browser/zoned-moment.ts";

const iso = (text: string, zone?: string) => {
  const epochMs = momentIn(text, zone);
  return epochMs === undefined ? undefined : new Date(epochMs).toISOString();
};

test("a moment without an offset is one of the time zone", () => {
  expect(iso("2026-03-01 10:00", "Europe/Berlin")).toBe("2026-03-01T09:00:00.000Z");
  expect(iso("2026-07-01T10:00:30", "Europe/Berlin")).toBe("2026-07-01T08:00:30.000Z");
  expect(iso("2026-07-01", "America/New_York")).toBe("2026-07-01T04:00:00.000Z");
  expect(iso("2026-03-01 10:00", "Asia/Kolkata")).toBe("2026-03-01T04:30:00.000Z");
});

test("on the days when clocks change, the offset is that of the moment itself", () => {
  // Berlin: 2026-03-29 02:00 → 03:00, and 2026-10-25 03:00 → 02:00.
  expect(iso("2026-03-29 01:59", "Europe/Berlin")).toBe("2026-03-29T00:59:00.000Z");
  expect(iso("2026-03-29 03:00", "Europe/Berlin")).toBe("2026-03-29T01:00:00.000Z");
  expect(iso("2026-10-25 04:00", "Europe/Berlin")).toBe("2026-10-25T03:00:00.000Z");
  expect(iso("2026-10-25 01:59", "Europe/Berlin")).toBe("2026-10-24T23:59:00.000Z");
});

test("an offset of its own counts, whatever the time zone", () => {
  expect(iso("2026-03-01T10:00:00Z", "Europe/Berlin")).toBe("2026-03-01T10:00:00.000Z");
  expect(iso("2026-03-01T10:00+02:00", "Europe/Berlin")).toBe("2026-03-01T08:00:00.000Z");
  expect(momentIn("2026-03-01 10:00", undefined)).toBe(new Date(2026, 2, 1, 10).getTime());
  expect(momentIn("2026-03-01", undefined)).toBe(new Date(2026, 2, 1).getTime());
});

test.each(["tomorrow", "10:00", "2026-13-01", "2026-03-01 25:00", "", "1.3.2026"])(
  "%s is no moment",
  (text) => expect(momentIn(text, "Europe/Berlin")).toBeUndefined(),
);
