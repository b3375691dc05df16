// XML as a document, and what an XPath (1.0) finds in it. It reads no entities but the five of XML, and nothing from
// elsewhere; its size and time are bounded.
import type { Document } from "@xmldom/xmldom";
import { runBounded } from "./bounded.ts";
import { loadXmldom, loadXPath, type XPathResult } from "./libraries.ts";

/** Twenty megabytes take seconds to parse; what people check is far smaller. */
const mostCharacters = 10 * 1024 * 1024;

export interface XmlDocument {
  readonly document: Document;
  /** The prefixes that it declares, wherever it does. */
  readonly namespaces: Readonly<Record<string, string>>;
}

export type XPathFound =
  /** A single node as its text, several as a list of texts, a number or boolean as such. */
  | { readonly kind: "found"; readonly value: unknown; readonly count: number }
  | { readonly kind: "absent" }
  | { readonly kind: "error"; readonly message: string };

/** Throws, with what is wrong, when the text is not well-formed XML. */
export function readXml(text: string): XmlDocument {
  if (text.length > mostCharacters)
    throw new Error("This XML is larger than 10 MB and is not read.");
  if (/<!ENTITY/i.test(text)) {
    throw new Error("This XML declares entities, which are not read: they can grow without end.");
  }
  const { DOMParser } = loadXmldom();
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== "warning") throw new Error(message);
    },
  });
  try {
    return { document: parser.parseFromString(text, "text/xml"), namespaces: namespacesIn(text) };
  } catch (cause) {
    throw new Error(`This is not XML: ${(cause as Error).message}`, { cause });
  }
}

function namespacesIn(text: string): Readonly<Record<string, string>> {
  const declared = text.matchAll(/\sxmlns:([\w.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g);
  return Object.fromEntries(
    [...declared].map(([, prefix, double, single]) => [prefix, double ?? single ?? ""]),
  );
}

/** What the expression finds. A name without a prefix means an element of any namespace. */
export function queryXml({ document, namespaces }: XmlDocument, expression: string): XPathFound {
  const library = loadXPath();
  const options = { node: document, namespaces, allowAnyNamespaceForNoPrefix: true };
  try {
    const parsed = library.parse(expression);
    const result = runBounded(() => toFound(parsed.evaluate(options)));
    if (result.kind === "done") return result.value;
    return {
      kind: "error",
      message: `The XPath ${expression} took more than ${result.limitMs} ms and was stopped.`,
    };
  } catch (error) {
    const { message } = error as Error;
    return {
      kind: "error",
      message: `This is not an XPath: ${expression}\n${message}. XPaths look like /shop/book[2]/title or //book/@id.`,
    };
  }
}

function toFound(result: XPathResult): XPathFound {
  if (result.toArray === undefined) return { kind: "found", value: readScalar(result), count: 1 };
  const texts = result.toArray().map(({ textContent }) => textContent ?? "");
  if (texts.length === 0) return { kind: "absent" };
  return { kind: "found", value: texts.length === 1 ? texts[0] : texts, count: texts.length };
}

function readScalar(result: XPathResult): unknown {
  const { XNumber, XBoolean } = loadXPath();
  if (result.constructor === XNumber) return result.numberValue();
  return result.constructor === XBoolean ? result.booleanValue() : result.toString();
}
