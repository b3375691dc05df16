/**
 * The product tells the truth unless a test told it to lie. Each lie breaks one promise in the
 * way a real defect would, so that Story Specs can be shown to notice. Knows nothing of how a
 * lie is switched on (see test-controls/).
 */
export const LIES = [
  "accept-short-passwords",
  "show-foreign-projects",
  "forget-lockout",
  "claim-success-without-saving",
  "let-guests-edit",
] as const;

export type Lie = (typeof LIES)[number];

export interface Honesty {
  tells(lie: Lie): boolean;
}

export const honest: Honesty = { tells: () => false };
