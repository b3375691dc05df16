// Values that are any text: names of stories, owners, incidents.
import type { ManyLink, SingleLink } from "./known-keys.ts";
import { type Piece, right, show, wrong } from "./mistake.ts";
import { exampleValue } from "./tag-example.ts";
import { readWhole, type ValueReading } from "./value-reading.ts";

/** text = sign , { sign } ; */
export function readText(key: ManyLink | SingleLink | "id", text: string): ValueReading {
  const example = exampleValue(key);
  const isName = key === "id" || key === "story";
  const piece = isName ? readName(text, example) : readPlain(text, example);
  return readWhole(key, text, piece, (value) =>
    key === "id" ? { kind: "id", id: value } : { kind: "link", key, value },
  );
}

function readPlain(text: string, example: string): Piece<string> {
  if (text === "") return wrong("the value is missing", example);
  return right(text, text);
}

/** What joins the parts of ids: with it in a name, two things would have one id and neither would tell. */
const joint = /[/#@~]+/;

/** name = letter , { letter } ; */
function readName(text: string, example: string): Piece<string> {
  const found = joint.exec(text);
  if (found === null) return readPlain(text, example);
  const [sign] = found;
  const plain = text.replace(/[/#@~]+/g, "-").replace(/^-|-$/g, "");
  const span = { start: found.index, length: sign.length };
  return wrong(`${show(sign)} joins the parts of an id, so none holds it`, plain || example, span);
}
