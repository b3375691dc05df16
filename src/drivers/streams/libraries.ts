// The libraries of streams, loaded when the first is opened.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

export function loadWs(): typeof import("ws") {
  return require("ws");
}

export function loadEventSourceParser(): typeof import("eventsource-parser") {
  return require("eventsource-parser");
}
