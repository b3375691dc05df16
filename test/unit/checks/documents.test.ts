import { expect, test } from "vitest";
import { readCsv } from "../../../src/checks/csv-table.ts";
import { findDisorder, findDuplicates } from "../../../src/checks/rows.ts";
import { queryXml, readXml } from "../../../src/checks/xml-document.ts";

const shop = readXml(
  '<?xml version="1.0"?><shop xmlns="urn:shop" xmlns:m="urn:money"><book id="1"><m:price>7</m:price></book><book id="2"/></shop>',
);

test.each([
  ["/shop/book[1]/@id", "1"],
  ["//book/@id", ["1", "2"]],
  ["//m:price", "7"],
  ["count(//book)", 2],
  ["//book/@id = '2'", true],
  ["string(//m:price)", "7"],
])("the XPath %s finds %j", (path, value) => {
  const found = queryXml(shop, path);
  expect(found.kind === "found" && found.value).toEqual(value);
});

test("an XPath that finds nothing, is none, or takes for ever says so", () => {
  expect(queryXml(shop, "//author")).toEqual({ kind: "absent" });
  expect(queryXml(shop, "//book[")).toMatchObject({ kind: "error" });
  const many = readXml(`<a>${"<b/>".repeat(3_000)}</a>`);
  const slow = queryXml(many, "//b[count(//b[count(//b) > 1]) > 1]");
  expect(slow.kind === "error" && slow.message).toContain("was stopped");
});

test("XML that is none, grows by entities, or is too large is not read", () => {
  expect(() => readXml("<a><b></a>")).toThrow("This is not XML");
  expect(() => readXml("plain")).toThrow("This is not XML");
  expect(() => readXml('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')).toThrow(
    "entities",
  );
  expect(() => readXml(" ".repeat(11 * 1024 * 1024))).toThrow("larger than 10 MB");
});

test("CSV is read by its first line, whatever separates", () => {
  expect(readCsv('\ufeffid;title\n1;"a;b"\n\n2\n')).toEqual({
    columns: ["id", "title"],
    rows: [
      { id: "1", title: "a;b" },
      { id: "2", title: "" },
    ],
  });
  expect(readCsv("")).toEqual({ columns: [], rows: [] });
  expect(() => readCsv('a,b\n"1,2')).toThrow("This is not CSV");
});

test("an order may be people's or a database's, and breaks at a place", () => {
  expect(findDisorder([1, 2, 2, 10], "ascending")).toBeUndefined();
  expect(findDisorder(["Room 9", "Room 10"], "ascending")).toBeUndefined();
  expect(findDisorder(["Zoe", "ada"], "ascending")).toBeUndefined();
  expect(findDisorder([1, 3, 2], "ascending")).toBe("[1] is 3 and [2] is 2");
  expect(findDisorder([1, 2], "descending")).toBe("[0] is 1 and [1] is 2");
  expect(findDisorder([1, "a"], "ascending")).toBe('1 and "a" cannot be ordered');
});

test("what is there twice is told with its places", () => {
  expect(findDuplicates([1, "1", { a: 1, b: 2 }, { b: 2, a: 1 }])).toEqual([
    '{"a":1,"b":2} at [2], [3]',
  ]);
  expect(findDuplicates([1, 2])).toEqual([]);
});
