// Values that are any text: names of stories, owners, incidents.
import type { ManyLink, SingleLink } from "./known-keys.ts";
import { type Piece, right, wrong } from "./mistake.ts";
import { exampleValue } from "./tag-example.ts";
import { readWhole, type ValueReading } from "./value-reading.ts";

/** text = sign , { sign } ; */
export function readText(key: ManyLink | SingleLink | "id", text: string): ValueReading {
  return readWhole(key, text, readPlain(text, exampleValue(key)), (value) =>
    key === "id" ? { kind: "id", id: value } : { kind: "link", key, value },
  );
}

function readPlain(text: string, example: string): Piece<string> {
  if (text === "") return wrong("the value is missing", example);
  return right(text, text);
}
