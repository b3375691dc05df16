// What measures web vitals inside a page. The function is sent to the page as text: it uses nothing from outside itself.
import type { Vital } from "../../journey/browser/vitals.ts";

/** The latest value of one vital of one page load. */
export interface SeenVital {
  readonly id: string;
  readonly vital: Vital;
  readonly value: number;
}

interface Metric {
  readonly id: string;
  readonly name: string;
  readonly value: number;
}

type Observe = (told: (metric: Metric) => void, options: object) => void;

/** As much of the web-vitals package as is used here. */
export interface VitalsLibrary {
  readonly onLCP: Observe;
  readonly onINP: Observe;
  readonly onCLS: Observe;
}

export interface VitalsRequest {
  readonly wanted: readonly Vital[];
  /** The function of the page that takes each value as it comes. */
  readonly tell: string;
  /** The function of the page that is told of the first real input. */
  readonly touched: string;
  /** The function of the page that answers all values, once those that are on their way have come. */
  readonly settle: string;
}

type Listen = (
  type: string,
  listener: (event: { readonly isTrusted: boolean }) => void,
  options: object,
) => void;

interface PageWithVitals {
  readonly addEventListener: Listen;
  readonly removeEventListener: Listen;
  readonly performance: { readonly interactionCount?: number };
  readonly requestAnimationFrame: (code: () => void) => unknown;
  readonly setTimeout: (code: () => void, delayMs: number) => unknown;
  readonly [name: string]: unknown;
}

/** Runs in the page, before any script of its own. */
export function measureVitals(library: VitalsLibrary, request: VitalsRequest): void {
  const page = globalThis as unknown as PageWithVitals;
  // A story may stop the page's clock later on.
  const nextFrame = page.requestAnimationFrame.bind(page);
  const later = page.setTimeout.bind(page);
  const seen = new Map<string, SeenVital>();
  const note = ({ id, name, value }: Metric) => {
    const one = { id, vital: name.toLowerCase() as Vital, value };
    seen.set(id, one);
    // What is told while the page is being left cannot be asked for afterwards.
    call(request.tell, one);
  };
  const observers = { lcp: library.onLCP, inp: library.onINP, cls: library.onCLS };
  // Event Timing tells of nothing shorter than 16 ms, but for the first interaction.
  const options = { reportAllChanges: true, durationThreshold: 16 };
  for (const vital of request.wanted) observers[vital](note, options);

  const call = (name: string, value?: unknown) => {
    const told = page[name] as ((value: unknown) => Promise<unknown>) | undefined;
    told?.(value).catch(() => {});
  };
  const input = ["pointerdown", "keydown", "wheel"];
  const touch = ({ isTrusted }: { readonly isTrusted: boolean }) => {
    if (!isTrusted) return;
    for (const type of input) page.removeEventListener(type, touch, passive);
    call(request.touched);
  };
  const passive = { capture: true, passive: true };
  for (const type of input) page.addEventListener(type, touch, passive);

  // A browser tells of a paint once it was shown, and of an interaction once its paint was; the library takes note a
  // little later.
  const settled = async () => {
    for (let frame = 0; frame < 3; frame += 1) {
      await new Promise<void>((resolve) => {
        nextFrame(() => resolve());
        later(resolve, 100);
      });
    }
    await new Promise<void>((resolve) => {
      later(resolve, 10);
    });
  };
  const isMissing = () =>
    request.wanted.includes("inp") &&
    (page.performance.interactionCount ?? 0) > 0 &&
    ![...seen.values()].some(({ vital }) => vital === "inp");
  const settle = async () => {
    await settled();
    for (let round = 0; round < 5 && isMissing(); round += 1) await settled();
    return [...seen.values()];
  };
  Object.defineProperty(page, request.settle, { value: settle });
}
