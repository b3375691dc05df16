import { expect, test } from "vitest";
import { findNumber, readAmount } from "../../../src/checks/amount.ts";
import { partMatching } from "../../../src/checks/matching-part.ts";

test.each([
  ["1,234.50", "en-GB", { number: 1234.5 }],
  ["£1,234.50", "en-GB", { number: 1234.5, currency: "GBP" }],
  ["-£3", "en-GB", { number: -3, currency: "GBP" }],
  ["1.234,50 €", "de-DE", { number: 1234.5, currency: "EUR" }],
  ["1234,5 EUR", "de-DE", { number: 1234.5, currency: "EUR" }],
  ["1.234", "de-DE", { number: 1234 }],
  ["1 234,50 €", "fr-FR", { number: 1234.5, currency: "EUR" }],
  ["1\u202F234,50\u00A0€", "fr-FR", { number: 1234.5, currency: "EUR" }],
  ["CHF 1'234.50", "de-CH", { number: 1234.5, currency: "CHF" }],
  ["1 234,50 zł", "pl-PL", { number: 1234.5, currency: "PLN" }],
  ["−5 €", "de-DE", { number: -5, currency: "EUR" }],
  ["US$7", "en-US", { number: 7, currency: "USD" }],
])("%s is an amount in %s", (text, locale, amount) => {
  expect(readAmount(text, locale)).toEqual(amount);
});

test.each([
  ["1.234,50", "en-GB"],
  ["12,34", "en-GB"],
  ["1,23,456", "en-GB"],
  ["1.2.3", "en-GB"],
  ["€5€", "en-GB"],
  ["five", "en-GB"],
  ["", "en-GB"],
  ["5 apples", "en-GB"],
  ["1".repeat(200), "en-GB"],
])("%s is none in %s", (text, locale) => {
  expect(readAmount(text, locale)).toBeUndefined();
});

test("the first number is found as the locale writes it", () => {
  expect(findNumber("Total: £1,234.50 (3 books)", "en-GB")).toBe(1234.5);
  expect(findNumber("Summe: 1.234,50 €, davon 3", "de-DE")).toBe(1234.5);
  expect(findNumber("it is -4.5°C.", "en-GB")).toBe(-4.5);
  expect(findNumber("none", "en-GB")).toBeUndefined();
});

test("the part that matches is the first group, or the whole find", () => {
  expect(partMatching("code AB-12", "/[A-Z]+-\\d+/")).toEqual({ kind: "found", text: "AB-12" });
  expect(partMatching("code AB-12", "/code (\\w+)/")).toEqual({ kind: "found", text: "AB" });
  expect(partMatching("code", "/\\d/")).toMatchObject({ kind: "none" });
  expect(partMatching("code", "/(/")).toMatchObject({ kind: "mistake" });
  expect(partMatching(`${"a".repeat(64)}!`, "/^(a+)+$/")).toMatchObject({ kind: "mistake" });
});
