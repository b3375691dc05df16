// What tells inside a page that it may look different now. The function is sent to the page as text: it uses nothing
// from outside itself, and it knows nothing of what somebody waits for.
import type { DomDocument, DomElement, DomRoot, DomWindow } from "./dom.ts";
import type { PageClock } from "./real-clock.ts";

export interface ChangeLimits {
  readonly atMostMs: number;
  /** How often is looked at what nothing tells of: what is entered, style rules, movements. */
  readonly eachMs: number;
  /** Of a page that has more, the rest is not looked at so closely. */
  readonly mostElements: number;
  readonly mostFields: number;
  /** Under which name a page keeps its clock when a story has taken that in hand. */
  readonly realClock: string;
}

/**
 * Runs in the page. Settles as soon as the document, a shadow tree or a frame of the same origin changes, an event tells
 * of a change, or something differs that neither tells of; and in any case after `atMostMs`.
 */
export function changeInPage(limits: ChangeLimits): Promise<void> {
  const page = globalThis as unknown as DomWindow;
  const documents: DomDocument[] = [];
  const roots: DomRoot[] = [];
  const collectRoots = (root: DomRoot) => {
    roots.push(root);
    const elements = root.querySelectorAll("*");
    const count = Math.min(elements.length, limits.mostElements);
    for (let at = 0; at < count; at += 1) {
      const { shadowRoot, contentDocument } = elements[at] ?? {};
      if (shadowRoot) collectRoots(shadowRoot);
      if (contentDocument) collectDocument(contentDocument);
    }
  };
  const collectDocument = (document: DomDocument) => {
    documents.push(document);
    collectRoots(document);
  };
  collectDocument(page.document);
  const fields: DomElement[] = [];
  for (const root of roots) {
    const left = limits.mostFields - fields.length;
    fields.push(...Array.from(root.querySelectorAll("input, textarea, select")).slice(0, left));
  }

  // Values that scripts enter, and rules that they add, change no node and cause no event.
  const enteredIn = (field: DomElement) => {
    const chosen = Array.from(field.selectedOptions ?? [], (option) => option.value).join();
    return `${field.value} ${field.checked} ${field.validity?.valid} ${chosen}`;
  };
  const rulesOf = (sheet: {
    readonly disabled: boolean;
    readonly cssRules: ArrayLike<unknown>;
  }) => {
    try {
      return `${sheet.disabled} ${sheet.cssRules.length}`;
    } catch {
      // Of another origin.
      return `${sheet.disabled}`;
    }
  };
  const sheetsOf = (root: DomRoot) =>
    [...Array.from(root.styleSheets), ...(root.adoptedStyleSheets ?? [])].map(rulesOf).join();
  const untold = () => `${fields.map(enteredIn).join("\n")}\n${roots.map(sheetsOf).join("\n")}`;
  // What turns for ever, as spinners do, says nothing about what somebody waits for.
  const isMoving = () =>
    documents.some((document) =>
      (document.getAnimations?.() ?? []).some(
        ({ playState, effect }) =>
          playState === "running" && Number.isFinite(effect?.getComputedTiming().endTime),
      ),
    );

  const told =
    "input change focusin focusout load error toggle scroll transitionend animationend".split(" ");
  const toldToWindow = "load popstate hashchange resize".split(" ");
  const kept = (page as unknown as Readonly<Record<string, PageClock | undefined>>)[
    limits.realClock
  ];
  const clock = kept ?? {
    setTimeout: page.setTimeout.bind(page),
    clearTimeout: page.clearTimeout.bind(page),
    now: () => page.performance.now(),
  };
  return new Promise((resolve) => {
    const startMs = clock.now();
    const before = untold();
    let timer = 0;
    const listen = (does: "addEventListener" | "removeEventListener") => {
      for (const root of roots) for (const event of told) root[does](event, done, true);
      for (const event of toldToWindow) page[does](event, done, true);
    };
    const done = () => {
      observer.disconnect();
      clock.clearTimeout(timer);
      listen("removeEventListener");
      resolve();
    };
    const look = () => {
      const isOver = clock.now() - startMs >= limits.atMostMs;
      if (isOver || isMoving() || untold() !== before) done();
      else timer = clock.setTimeout(look, limits.eachMs);
    };
    const observer = new page.MutationObserver(done);
    const everything = { subtree: true, childList: true, attributes: true, characterData: true };
    for (const root of roots) observer.observe(root, everything);
    listen("addEventListener");
    timer = clock.setTimeout(look, limits.eachMs);
  });
}
