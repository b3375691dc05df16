// Scrolling, inside the page. The functions are sent to the page as text: they use nothing from outside themselves.
import type { ScrollTo } from "../../journey/browser/hand-port.ts";

interface ScrollBox {
  readonly scrollHeight: number;
  readonly clientHeight: number;
  readonly scrollWidth: number;
  readonly clientWidth: number;
  readonly parentElement: ScrollBox | null;
  scrollBy(options: object): void;
  scrollTo(options: object): void;
  getBoundingClientRect(): {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
}

interface ScrollWindow {
  readonly innerHeight: number;
  readonly innerWidth: number;
  readonly document: { readonly scrollingElement: ScrollBox | null };
  getComputedStyle(element: ScrollBox): { readonly overflowY: string; readonly overflowX: string };
}

/** Runs in the page: scrolls the element, or the nearest around it that scrolls. */
export function scrollInPage(element: unknown, to: ScrollTo): void {
  const page = globalThis as unknown as ScrollWindow;
  const scrolls = (box: ScrollBox): boolean => {
    const { overflowX, overflowY } = page.getComputedStyle(box);
    const isTall = box.scrollHeight > box.clientHeight && /auto|scroll/.test(overflowY);
    return isTall || (box.scrollWidth > box.clientWidth && /auto|scroll/.test(overflowX));
  };
  let box: ScrollBox | null = element as ScrollBox;
  while (box !== null && !scrolls(box)) box = box.parentElement;
  const scrolled = box ?? page.document.scrollingElement;
  if (scrolled === null) return;
  const behavior = "instant";
  if (to.kind === "edge") {
    scrolled.scrollTo({ top: to.edge === "top" ? 0 : scrolled.scrollHeight, behavior });
  } else if (to.kind === "by") {
    scrolled.scrollBy({ left: to.x, top: to.y, behavior });
  } else {
    const sign = to.direction === "up" ? -1 : 1;
    scrolled.scrollBy({ top: sign * scrolled.clientHeight * 0.9, behavior });
  }
}

/** Runs in the page: "in" when some of the element is within the window, else where it is as seen from the window. */
export function placeInWindow(element: unknown): "in" | "above" | "below" | "beside" {
  const page = globalThis as unknown as ScrollWindow;
  const { top, bottom, left, right } = (element as ScrollBox).getBoundingClientRect();
  if (bottom <= 0) return "above";
  if (top >= page.innerHeight) return "below";
  return right <= 0 || left >= page.innerWidth ? "beside" : "in";
}
