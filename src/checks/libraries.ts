// Libraries that few stories need, loaded when the first one does: the packs of steps must load fast.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

export function loadXmldom(): typeof import("@xmldom/xmldom") {
  return require("@xmldom/xmldom");
}

/** As much of the library as is used: its own types want those of a browser. */
export interface XPathLibrary {
  parse(expression: string): { evaluate(options: object): XPathResult };
}

export interface XPathResult {
  toString(): string;
  /** Of nodes only. */
  toArray?(): readonly { readonly textContent: string | null }[];
  numberValue(): number;
  booleanValue(): boolean;
}

export function loadXPath(): XPathLibrary & {
  readonly XNumber: unknown;
  readonly XBoolean: unknown;
} {
  return require("xpath");
}

export function loadCsvParse(): typeof import("csv-parse/sync") {
  return require("csv-parse/sync");
}

export function loadYaml(): typeof import("yaml") {
  return require("yaml");
}

export function loadJsonPath(): typeof import("jsonpath-rfc9535") {
  return require("jsonpath-rfc9535");
}

export function loadAjv(): typeof import("ajv") {
  return require("ajv");
}

export function loadAjv2019(): typeof import("ajv/dist/2019.js") {
  return require("ajv/dist/2019.js");
}

export function loadAjv2020(): typeof import("ajv/dist/2020.js") {
  return require("ajv/dist/2020.js");
}

export function loadAjvFormats(): typeof import("ajv-formats") {
  return require("ajv-formats");
}
