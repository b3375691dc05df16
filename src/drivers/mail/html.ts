// What the HTML of a mail says to a person, and where its links lead. No browser is needed for that:
// mails are read by the thousand, and their HTML runs no scripts.
import type { MailLink } from "../../journey/mail-port.ts";

/** What is in these is not said to a person. */
const silent = new Set(["head", "style", "script", "title"]);
const blocks = /^\/(?:p|div|tr|li|h[1-6]|table|blockquote)$|^br$/;

/** The text with single spaces, line breaks where blocks end, hidden parts left out. */
export function htmlToText(html: string): string {
  return decodeEntities(saidBy(html))
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Goes over the source once: patterns that look for the end of each tag could be made to look for ever. */
function saidBy(html: string): string {
  const small = html.toLowerCase();
  let said = "";
  let at = 0;
  while (at < html.length) {
    const tag = html.indexOf("<", at);
    said += html.slice(at, tag === -1 ? html.length : tag).replace(/\s+/g, " ");
    if (tag === -1) break;
    const isComment = html.startsWith("<!--", tag);
    const end = html.indexOf(isComment ? "-->" : ">", tag);
    if (end === -1) break;
    const [name = ""] = small.slice(tag + 1, Math.min(end, tag + 20)).split(/[\s>]|\/$/, 1);
    if (blocks.test(name)) said += "\n";
    const close = silent.has(name) ? small.indexOf(`</${name}`, end) : end;
    if (close === -1) break;
    at = isComment ? end + 3 : silent.has(name) ? close : end + 1;
  }
  return said;
}

/** Every `<a href>` with its text, or the description of the image that stands in its place. */
export function linksOfHtml(html: string): readonly MailLink[] {
  // Cut at each beginning: an unclosed link then costs its own piece, not the rest of the mail again and again.
  return html.split(/<a(?=\s)/i).flatMap((piece, at) => {
    const end = piece.indexOf(">");
    if (at === 0 || end === -1) return [];
    const url = attributeOf(piece.slice(0, end), "href");
    if (url === undefined || url === "") return [];
    const [inside = ""] = piece.slice(end + 1).split(/<\/a\s*>/i, 1);
    return { text: textOfLink(inside), url };
  });
}

function textOfLink(inside: string): string {
  const text = htmlToText(inside).replace(/\s+/g, " ");
  const [image] = /<img\b[^>]*>/i.exec(inside) ?? [];
  return text === "" && image !== undefined ? (attributeOf(image, "alt") ?? "") : text;
}

function attributeOf(tag: string, name: string): string | undefined {
  const [, double, single, bare] =
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(tag) ?? [];
  const value = double ?? single ?? bare;
  return value === undefined ? undefined : decodeEntities(value).trim();
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  euro: "€",
  copy: "©",
  ndash: "–",
  mdash: "—",
  hellip: "…",
};

/** Only what is in the list itself: an object has a `constructor` too. */
function namedEntity(name: string): string | undefined {
  return Object.hasOwn(named, name) ? named[name] : undefined;
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (all, hex, decimal, name) => {
    if (name !== undefined) return namedEntity(String(name).toLowerCase()) ?? all;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
