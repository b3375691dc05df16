// As much of a page's own objects as our code touches inside the page. The compiler's full DOM types would
// make `name`, `event` and the like global in every file of ours.

export interface DomElement {
  readonly tagName: string;
  readonly type?: string;
  readonly value?: string;
  readonly checked?: boolean;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly alt?: string;
  readonly isContentEditable?: boolean;
  readonly innerText?: string;
  readonly textContent: string | null;
  readonly labels?: ArrayLike<DomElement> | null;
  readonly control?: DomElement | null;
  readonly selectedOptions?: ArrayLike<DomElement>;
  readonly options?: ArrayLike<DomElement>;
  readonly parentElement: DomElement | null;
  readonly children: ArrayLike<DomElement>;
  readonly colSpan?: number;
  readonly href?: unknown;
  readonly complete?: boolean;
  readonly naturalWidth?: number;
  readonly validationMessage?: string;
  readonly validity?: { readonly valid: boolean };
  readonly shadowRoot?: DomRoot | null;
  /** Of a frame of the same origin. */
  readonly contentDocument?: DomDocument | null;
  readonly ownerDocument: DomDocument;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  focus(): void;
  matches(selector: string): boolean;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): ArrayLike<DomElement>;
  contains(other: DomElement): boolean;
  compareDocumentPosition(other: DomElement): number;
  getClientRects(): ArrayLike<unknown>;
}

/** A document or a shadow tree. */
export interface DomRoot extends DomEventTarget {
  readonly styleSheets: ArrayLike<DomStyleSheet>;
  readonly adoptedStyleSheets?: readonly DomStyleSheet[];
  querySelectorAll(selector: string): ArrayLike<DomElement>;
}

interface DomStyleSheet {
  readonly disabled: boolean;
  /** Throws for sheets of other origins. */
  readonly cssRules: ArrayLike<unknown>;
}

interface DomAnimation {
  readonly playState: string;
  readonly effect: { getComputedTiming(): { readonly endTime?: unknown } } | null;
}

interface DomEventTarget {
  addEventListener(type: string, listener: () => void, capture: boolean): void;
  removeEventListener(type: string, listener: () => void, capture: boolean): void;
}

export interface DomDocument extends Omit<DomElement, "ownerDocument">, DomRoot {
  readonly readyState: string;
  readonly activeElement: DomElement | null;
  readonly body: DomElement | null;
  getElementById(id: string): DomElement | null;
  getAnimations?(): readonly DomAnimation[];
}

export interface DomObserver {
  observe(target: DomRoot, options: Readonly<Record<string, boolean>>): void;
  disconnect(): void;
}

/** The page's global object. */
export interface DomWindow extends DomEventTarget {
  readonly document: DomDocument;
  readonly location: { readonly origin: string };
  getComputedStyle(element: DomElement): { getPropertyValue(name: string): string };
  readonly MutationObserver: new (changed: () => void) => DomObserver;
  setTimeout(code: () => void, delayMs: number): number;
  clearTimeout(timer: number): void;
  readonly performance: { now(): number };
}
