// Whether a value out of JSON is an exchange, as attachments hold them.
import type { Exchange } from "../journey/exchange.ts";
import {
  areTexts,
  type Fields,
  isFields,
  isListOf,
  isOptionalText,
  isText,
} from "./json-shapes.ts";

export function isExchange(value: unknown): value is Exchange {
  if (!isFields(value) || !isFields(value["request"])) return false;
  const { request, response } = value;
  return (
    isText(value["actor"]) &&
    areTexts(request as Fields, ["method", "url"]) &&
    isHttpMessage(request) &&
    (response === undefined ||
      (isHttpMessage(response) && typeof response["status"] === "number")) &&
    isOptionalText(value["error"]) &&
    typeof value["startedAtMs"] === "number" &&
    typeof value["durationMs"] === "number"
  );
}

function isHttpMessage(value: unknown): value is Fields {
  return isFields(value) && isListOf(value["headers"], isHeader) && isOptionalText(value["body"]);
}

function isHeader(value: unknown): value is [string, string] {
  return isListOf(value, isText) && value.length === 2;
}
