// What is read of a page for its accessibility. The functions are sent to the page as text: they use nothing from
// outside themselves.
import type { Heading } from "../../journey/browser/audit-port.ts";
import type { DomElement, DomWindow } from "./dom.ts";

/** Runs in the page: the visible headings in order. */
export function readHeadings(): readonly Heading[] {
  const { document } = globalThis as unknown as DomWindow;
  return Array.from(document.querySelectorAll("h1, h2, h3, h4, h5, h6, [role=heading]"))
    .filter((one) => one.getClientRects().length > 0)
    .map((one) => ({
      level: Number(one.getAttribute("aria-level") ?? (/^H(\d)$/.exec(one.tagName)?.[1] || 2)),
      // biome-ignore lint/performance/useDomNodeTextContent: what a person reads, hidden parts left out.
      text: (one.innerText ?? "").replace(/\s+/g, " ").trim(),
    }));
}

/** Runs in the page: what stands in for each visible image; null where nothing does. */
export function readImages(): readonly (string | null)[] {
  const { document } = globalThis as unknown as DomWindow;
  return Array.from(document.querySelectorAll("img, [role=img]"))
    .filter((one) => one.getClientRects().length > 0)
    .map((one) => {
      const isDecoration = /^(?:presentation|none)$/.test(one.getAttribute("role") ?? "");
      const label = one.getAttribute("aria-label") ?? one.getAttribute("aria-labelledby");
      return isDecoration ? "" : (label ?? one.getAttribute("alt") ?? one.getAttribute("title"));
    });
}

/** Runs in the page: the next press of Tab begins at the top. */
export function forgetFocus(): void {
  const { document } = globalThis as unknown as DomWindow;
  const { body } = document;
  if (body === null) return;
  // Only what takes the focus can be where it starts from.
  const before = body.getAttribute("tabindex");
  body.setAttribute("tabindex", "-1");
  body.focus();
  if (before === null) body.removeAttribute("tabindex");
  else body.setAttribute("tabindex", before);
}

/** Runs in the page: whether the focus is on the element or in it, and on what it is instead. */
export function readFocus(element: DomElement): {
  readonly isThere: boolean;
  readonly stop: string;
} {
  const { activeElement: active, body } = element.ownerDocument;
  if (active === null || active === body) return { isThere: false, stop: "" };
  // biome-ignore lint/performance/useDomNodeTextContent: what a person reads, hidden parts left out.
  const said = (one: DomElement | undefined) => one?.innerText ?? "";
  const name =
    active.getAttribute("aria-label") ||
    said(active.labels?.[0]) ||
    said(active) ||
    active.getAttribute("name") ||
    active.tagName.toLowerCase();
  const stop = `"${name.replace(/\s+/g, " ").trim().slice(0, 40)}"`;
  return { isThere: active === element || element.contains(active), stop };
}
