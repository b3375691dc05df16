// The grammar of tags. It reads one tag's text and knows neither where it stands nor what stands beside it.
//
//   tag          = "@" , ( bare | valued | own ) ;
//   bare         = "smoke" | "regression" | "full" | "invariant" | "always" | "explore" | "races" | "planned"
//                | "production-safe" ;
//   valued       = ( "latency" | "lcp" | "inp" ) , ":" , quantile , operator , duration
//                | "cls:" , quantile , operator , number
//                | "errors:" , operator , share
//                | "availability:" , share
//                | "rpm:" , count
//                | "hold:" , duration
//                | ( "samples" | "warmup" | "runs" ) , ":" , count
//                | "seed:" , [ "-" ] , count
//                | ( "id" | "story" ) , ":" , name
//                | ( "owner" | "repo" | "risk" | "incident" | "compliance" | "touches" ) , ":" , text ;
//   quantile     = "max" | "p" , number ;
//   operator     = "<" | "<=" ;
//   duration     = number , ( "ms" | "s" | "min" ) ;
//   share        = number , "%" ;
//   number       = count , [ "." , count ] ;
//   count        = digit , { digit } ;
//   text         = sign , { sign } ;   (* any but white space and "@" *)
//   name         = letter , { letter } ;   (* a sign but "/", "#" and "~" *)
//   own          = sign , { sign } ;   (* neither of these nor nearly one of their keys *)
//
// What is near a key is in nearness.ts, ranges are in limits.ts. Each reader takes a superset, so that it can say what is wrong and what would be right.
import { readAvailability, readCount, readHold, readRate } from "./amount.ts";
import { readErrorBound, readQuantileBound } from "./bound.ts";
import { type BareKey, bareKeys, isOneOf, tiers, type ValueKey, valueKeys } from "./known-keys.ts";
import { explainNearMiss } from "./near-miss.ts";
import { explainOddSigns } from "./odd-signs.ts";
import { exampleOf } from "./tag-example.ts";
import type { TagValue } from "./tag-value.ts";
import { readText } from "./text.ts";
import type { ValueReading } from "./value-reading.ts";

export type TextReading = ValueReading | { readonly kind: "other" };

/** What a tag says, written with its `@`. */
export function readTagText(tag: string): TextReading {
  const odd = explainOddSigns(tag, readTagText);
  if (odd.length > 0) return { kind: "malformed", mistakes: odd };
  const colon = tag.indexOf(":");
  const key = tag.slice(1, colon < 0 ? undefined : colon);
  if (colon < 0 && isOneOf(bareKeys, key)) return { kind: "known", value: toValue(key) };
  if (colon >= 0 && isOneOf(valueKeys, key)) return readValue(key, tag.slice(colon + 1));
  const mistakes = explainNearMiss(tag, readTagText);
  return mistakes.length === 0 ? { kind: "other" } : { kind: "malformed", mistakes };
}

function toValue(key: BareKey): TagValue {
  return isOneOf(tiers, key) ? { kind: "tier", tier: key } : { kind: key };
}

function readValue(key: ValueKey, text: string): ValueReading {
  return explainPlaceholder(key, text) ?? explainColons(key, text) ?? readKeyValue(key, text);
}

/** Rows of examples fill names and steps, and no tags. */
function explainPlaceholder(key: ValueKey, text: string): ValueReading | undefined {
  const match = text.includes(">") ? /<\p{L}[^<>]*>/u.exec(text) : null;
  if (match === null) return undefined;
  const start = key.length + 2 + match.index;
  const message = `cucumber fills no placeholder in a tag: ${match[0]} would stay as it is`;
  const wayOut = `Write the value, such as ${exampleOf(key)}; where rows differ, give each its own Examples and tag those.`;
  return { kind: "malformed", mistakes: [{ start, length: match[0].length, message, wayOut }] };
}

function explainColons(key: ValueKey, text: string): ValueReading | undefined {
  const colons = /^:+/.exec(text)?.[0].length ?? 0;
  if (colons === 0) return undefined;
  const rest = readValue(key, text.slice(colons));
  const [first] = rest.kind === "malformed" ? rest.mistakes : [];
  const wayOut = first?.wayOut ?? `Write @${key}:${text.slice(colons)}.`;
  const message = "one colon is enough";
  return {
    kind: "malformed",
    mistakes: [{ start: key.length + 2, length: colons, message, wayOut }],
  };
}

function readKeyValue(key: ValueKey, text: string): ValueReading {
  switch (key) {
    case "latency":
    case "lcp":
    case "inp":
    case "cls":
      return readQuantileBound(key, text);
    case "errors":
      return readErrorBound(text);
    case "availability":
      return readAvailability(text);
    case "rpm":
      return readRate(text);
    case "hold":
      return readHold(text);
    case "samples":
    case "warmup":
    case "runs":
    case "seed":
      return readCount(key, text);
    default:
      return readText(key, text);
  }
}
