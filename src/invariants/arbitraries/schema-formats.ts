// Texts of the formats that JSON Schema names.
import type { Arbitrary } from "fast-check";
import type { FastCheck } from "../fast-check.ts";

/** From year 1000 on, since years of fewer digits are written in other ways. */
const between = {
  min: new Date("1970-01-01T00:00:00Z"),
  max: new Date("2099-12-31T00:00:00Z"),
  noInvalidDate: true,
};

/** Undefined for a format that is not known. */
export function formatValues(fc: FastCheck, format: string): Arbitrary<string> | undefined {
  const moments = () => fc.date(between).map((date) => `${date.toISOString().slice(0, 19)}Z`);
  const makers: Readonly<Record<string, () => Arbitrary<string>>> = {
    email: () => fc.emailAddress(),
    uuid: () => fc.uuid(),
    uri: () => fc.webUrl(),
    url: () => fc.webUrl(),
    "uri-reference": () => fc.webUrl(),
    hostname: () => fc.domain(),
    ipv4: () => fc.ipV4(),
    ipv6: () => fc.ipV6(),
    date: () => moments().map((moment) => moment.slice(0, 10)),
    time: () => moments().map((moment) => moment.slice(11)),
    "date-time": moments,
  };
  return Object.hasOwn(makers, format) ? makers[format]?.() : undefined;
}
