// Web vitals as a journey asks for them: how its pages felt to whoever used them. How they are measured is the driver's.

/** Largest Contentful Paint, Interaction to Next Paint, Cumulative Layout Shift (https://web.dev/articles/vitals). */
export type Vital = "lcp" | "inp" | "cls";

/** `lcp` and `inp` in milliseconds, `cls` without unit. One that could not be had is left out: no interaction, no INP. */
export type Vitals = Readonly<Partial<Record<Vital, number>>>;

export interface VitalsPort {
  /**
   * Settles when the pages that nobody has touched have shown what they have to show, within some seconds: the first
   * input ends LCP, and people look before they act. At once where LCP was not wished for. Never rejects.
   */
  shown(): Promise<void>;
  /**
   * The worst of each over the session's pages so far, where they were wished for when it was opened. Throws when a page
   * is too busy to say its own.
   */
  vitals(): Promise<Vitals>;
}

/** The worst of each. */
export function worstVitals(all: readonly Vitals[]): Vitals {
  const worst: Partial<Record<Vital, number>> = {};
  for (const vitals of all) {
    for (const [vital, value] of Object.entries(vitals) as readonly (readonly [Vital, number])[]) {
      worst[vital] = Math.max(worst[vital] ?? 0, value);
    }
  }
  return worst;
}
