import { expect, test } from "vitest";
import { judgePlace } from "../../../steps/browser/place.ts";

test.each([
  ["http://a/x", "/x", "http://a", true],
  ["http://a/x/", "/x", "http://a", true],
  ["http://a/", "/", "http://a", true],
  ["http://a/x?q=1#f", "/x", "http://a", true],
  ["http://a/x?q=1", "/x?q=1", "http://a", true],
  ["http://a/x?q=2", "/x?q=1", "http://a", false],
  ["http://a/x#f", "/x#g", "http://a", false],
  ["http://a/xy", "/x", "http://a", false],
  ["http://a/shop/x", "/x", "http://a/shop/", true],
  ["http://a/x", "/x", "http://a/shop", false],
  ["http://a/x", "x", "http://a", true],
  ["http://a/x", "http://a/x", undefined, true],
  ["http://b/x", "http://a/x", "http://a", false],
  ["http://a/caf%C3%A9", "/café", "http://a", true],
  ["http://a/x", "/x", undefined, true],
] as const)("%s is on %s below %s: %s", (address, place, baseUrl, expected) => {
  expect(judgePlace(address, place, false, baseUrl) === undefined).toBe(expected);
  expect(judgePlace(address, place, true, baseUrl) === undefined).toBe(!expected);
});

test("the failure says where the page is", () => {
  expect(judgePlace("http://a/y", "/x", false, "http://a")).toBe(
    `expected to be on "/x", but the page is http://a/y`,
  );
  expect(judgePlace("http://a/x", "/x", true, "http://a")).toBe(
    `expected not to be on "/x", but that is where the page is`,
  );
});
