// Where on the page an element stands, in the words by which a sentence could say so.
// The function is sent to the page as text: it uses nothing from outside itself.
import type { DomElement } from "./dom.ts";

export interface Place {
  /** What the element itself says or is called. */
  readonly name: string;
  /** As in "in the row "Ada"" or "under the heading "Users""; "" where nothing near has a name. */
  readonly place: string;
  /** True when a sentence can name the place: it begins with "in the". */
  readonly nameable: boolean;
}

/** Runs in the page: the places of the first `limit` elements. */
export function describePlaces(elements: readonly DomElement[], limit: number): readonly Place[] {
  const longest = 60;
  const tidy = (text: string | null | undefined) => {
    const tidied = (text ?? "").replace(/\s+/g, " ").trim();
    return tidied.length > longest ? `${tidied.slice(0, longest - 1)}…` : tidied;
  };
  const textOf = (element: DomElement | null | undefined) =>
    // biome-ignore lint/performance/useDomNodeTextContent: what a person reads, hidden parts left out.
    tidy(element?.innerText ?? element?.textContent);
  const nameOf = (element: DomElement): string => {
    const labelledBy = element.getAttribute("aria-labelledby") ?? "";
    const label = element.ownerDocument.getElementById(labelledBy.split(" ")[0] ?? "");
    return tidy(element.getAttribute("aria-label")) || textOf(label);
  };
  const ownName = (element: DomElement): string =>
    nameOf(element) ||
    textOf(element.labels?.[0]) ||
    textOf(element) ||
    tidy(element.alt) ||
    tidy(element.getAttribute("placeholder")) ||
    (/^(submit|button|reset)$/.test(element.type ?? "") ? tidy(element.value) : "") ||
    tidy(element.getAttribute("name")) ||
    element.tagName.toLowerCase();
  const titleOf = (element: DomElement): string =>
    nameOf(element) ||
    textOf(element.querySelector("h1, h2, h3, h4, h5, h6, [role=heading], legend, caption"));
  const partBeside = (outer: DomElement, inner: DomElement, parts: string): string => {
    const others = Array.from(outer.querySelectorAll(parts)).filter((one) => !one.contains(inner));
    return others.map(textOf).find((text) => text !== "") ?? "";
  };
  const kinds: readonly (readonly [selector: string, noun: string])[] = [
    ["dialog, [role=dialog], [role=alertdialog]", "dialog"],
    ["table, [role=table], [role=grid]", "table"],
    ["form, [role=form]", "form"],
    ["nav, [role=navigation]", "navigation"],
    ["header, [role=banner]", "header"],
    ["footer, [role=contentinfo]", "footer"],
    ["aside, [role=complementary]", "sidebar"],
    ["section, article, fieldset, details, [role=region], [role=group]", "region"],
  ];
  const enclosing = (element: DomElement): string => {
    for (let outer = element.parentElement; outer !== null; outer = outer.parentElement) {
      if (outer.matches("tr, [role=row]")) {
        const row = partBeside(
          outer,
          element,
          "td, th, [role=cell], [role=gridcell], [role=rowheader]",
        );
        if (row !== "") return `in the row "${row}"`;
      }
      if (outer.matches("li, [role=listitem]")) {
        const item = partBeside(outer, element, "*") || textOf(outer);
        if (item !== "" && item !== textOf(element)) return `in the item "${item}"`;
      }
      const kind = kinds.find(([selector]) => outer.matches(selector));
      const title = kind === undefined ? "" : titleOf(outer);
      if (kind !== undefined && title !== "") return `in the ${kind[1]} "${title}"`;
      if (kind !== undefined && /^(navigation|header|footer|sidebar)$/.test(kind[1])) {
        return `in the ${kind[1]}`;
      }
    }
    return "";
  };
  const before = 2;
  const above = (element: DomElement): string => {
    const headings = Array.from(
      element.ownerDocument.querySelectorAll("h1, h2, h3, h4, h5, h6, [role=heading]"),
    );
    const last = headings
      .filter((one) => element.compareDocumentPosition(one) === before)
      .map(textOf)
      .filter((text) => text !== "")
      .pop();
    return last === undefined ? "" : `under the heading "${last}"`;
  };
  return elements.slice(0, limit).map((element) => {
    const region = enclosing(element);
    return { name: ownName(element), place: region || above(element), nameable: region !== "" };
  });
}
