// The HTTP libraries, loaded when the first request is made: together they take longer to load than all else of ours.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

export function loadUndici(): typeof import("undici") {
  return require("undici");
}

export function loadToughCookie(): typeof import("tough-cookie") {
  return require("tough-cookie");
}
