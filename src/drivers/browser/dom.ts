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

export interface DomDocument extends Omit<DomElement, "ownerDocument"> {
  readonly readyState: string;
  readonly activeElement: DomElement | null;
  readonly body: DomElement | null;
  getElementById(id: string): DomElement | null;
}

export interface DomObserver {
  observe(target: DomDocument, options: Readonly<Record<string, boolean>>): void;
  disconnect(): void;
}

/** The page's global object. */
export interface DomWindow {
  readonly document: DomDocument;
  readonly location: { readonly origin: string };
  getComputedStyle(element: DomElement): { getPropertyValue(name: string): string };
  readonly MutationObserver: new (changed: () => void) => DomObserver;
  setTimeout(code: () => void, delayMs: number): number;
  clearTimeout(timer: number): void;
  addEventListener(type: string, listener: () => void, capture: boolean): void;
  removeEventListener(type: string, listener: () => void, capture: boolean): void;
}
