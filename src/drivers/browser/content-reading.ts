// What is read of tables, lists and single things inside the page. The functions are sent to the page as text:
// they use nothing from outside themselves.
import type { TableContent } from "../../journey/browser/content-port.ts";
import type { DomElement, DomWindow } from "./dom.ts";

/** Runs in the page: what each table holds, in rows and columns; a field in a cell says what is entered. */
export function readTables(tables: readonly DomElement[]): readonly TableContent[] {
  const tidy = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").trim();
  const isShown = (element: DomElement) => element.getClientRects().length > 0;
  const cellOf = (cell: DomElement): string => {
    // biome-ignore lint/performance/useDomNodeTextContent: what a person reads, hidden parts left out.
    const said = tidy(cell.innerText ?? cell.textContent);
    const field = said === "" ? cell.querySelector("input, textarea, select") : null;
    return said || tidy(field?.value);
  };
  const cells = "td, th, [role=cell], [role=gridcell], [role=columnheader], [role=rowheader]";
  return tables.map((table) => {
    const rows = Array.from(table.querySelectorAll("tr, [role=row]")).filter(isShown);
    const own = rows.filter((row) => {
      for (let outer = row.parentElement; outer !== null; outer = outer.parentElement) {
        if (outer === table) return true;
        if (outer.matches("table, [role=table], [role=grid], [role=treegrid]")) return false;
      }
      return false;
    });
    const cellsOf = (row: DomElement) =>
      Array.from(row.children).filter((cell) => cell.matches(cells) && isShown(cell));
    const isHead = (row: DomElement) =>
      row.matches("thead *") ||
      (cellsOf(row).length > 0 &&
        cellsOf(row).every((cell) => cell.matches("th:not([scope=row]), [role=columnheader]")));
    const wide = (row: DomElement) =>
      cellsOf(row).flatMap((cell) => [
        cellOf(cell),
        ...Array<string>(Math.max(0, (cell.colSpan ?? 1) - 1)).fill(""),
      ]);
    const heads = own.filter(isHead);
    const last = heads[heads.length - 1];
    return {
      columns: last === undefined ? [] : wide(last),
      rows: own.filter((row) => !isHead(row) && cellsOf(row).length > 0).map(wide),
    };
  });
}

/** Runs in the page: what each element says. */
export function readTexts(elements: readonly DomElement[]): readonly string[] {
  return elements.map((element) =>
    // biome-ignore lint/performance/useDomNodeTextContent: what a person reads, hidden parts left out.
    ((element.innerText || element.textContent) ?? "").replace(/\s+/g, " ").trim(),
  );
}

/** Runs in the page: what belongs to the element, null where it has none. */
export function readDetail(
  element: DomElement,
  { kind, property }: { readonly kind: string; readonly property: string },
): string | null {
  const tidy = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").trim();
  // biome-ignore lint/performance/useDomNodeTextContent: what a person reads, hidden parts left out.
  const said = (one: DomElement) => tidy(one.innerText);
  const page = globalThis as unknown as DomWindow;
  const subject = element.tagName === "LABEL" ? (element.control ?? element) : element;
  const referred = (attribute: string) =>
    (subject.getAttribute(attribute) ?? "")
      .split(/\s+/)
      .flatMap((id) => {
        const other = id === "" ? null : subject.ownerDocument.getElementById(id);
        return other !== null && other.getClientRects().length > 0 ? [said(other)] : [];
      })
      .join(" ");
  if (kind === "label") {
    const labels = Array.from(subject.labels ?? []).map(said);
    return labels.join(" ") || referred("aria-labelledby") || subject.getAttribute("aria-label");
  }
  if (kind === "error") {
    const isWrong = subject.getAttribute("aria-invalid") === "true";
    const told = referred("aria-errormessage") || (isWrong ? referred("aria-describedby") : "");
    return told || subject.validationMessage || null;
  }
  if (kind === "description") {
    const told = referred("aria-describedby") || subject.getAttribute("aria-description");
    return told || subject.getAttribute("title");
  }
  if (kind === "link") {
    const { href } = subject;
    if (typeof href !== "string" || href === "") return null;
    const { origin } = page.location;
    return href.startsWith(`${origin}/`) ? href.slice(origin.length) : href;
  }
  if (kind === "image") {
    const image = subject.tagName === "IMG" ? subject : subject.querySelector("img");
    if (image === null) return null;
    if (image.complete !== true) return "loading";
    return (image.naturalWidth ?? 0) > 0 ? "loaded" : "broken";
  }
  const value = page.getComputedStyle(subject).getPropertyValue(property).trim();
  return value === "" ? null : value;
}

/** Runs in the page. */
export function readPagePart(part: "language" | "description" | "progress"): string | null {
  const { document } = globalThis as unknown as DomWindow;
  if (part === "language") return document.querySelector("html")?.getAttribute("lang") ?? null;
  if (part === "progress") return document.readyState;
  return document.querySelector("meta[name=description i]")?.getAttribute("content") ?? null;
}
