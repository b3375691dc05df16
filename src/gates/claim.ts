// What gates claim, in the words of measuring: which quantity, which bound, and what share of journeys may break it.
// It knows no samples and no tier.
import type { GateKind } from "../tags/known-keys.ts";
import type { GateTag, GateValue } from "../tags/read-tags.ts";
import type { Bound, Quantile, WebVital } from "../tags/tag-value.ts";

interface ClaimBase {
  /** The tag without its `@`, such as `latency:p95<300ms`. */
  readonly text: string;
  readonly kind: GateKind;
  /** Nobody wrote it: errors below 1 % belong to every gate. It can be refuted, and no proof is waited for. */
  readonly isImplied: boolean;
}

/** That of all journeys that succeed at most a share has a value beyond the bound. */
export interface ValueClaim extends ClaimBase {
  readonly kind: "latency" | WebVital;
  readonly quantile: Quantile;
  readonly bound: Bound;
  /** 0 for `max`. */
  readonly allowedShare: number;
}

/** That of all journeys at most a share fails. */
export interface FailureClaim extends ClaimBase {
  readonly kind: "errors" | "availability";
  /** 0 where every journey must succeed. */
  readonly allowedShare: number;
}

/** That journeys may be started so often, and behave meanwhile. */
export interface RateClaim extends ClaimBase {
  readonly kind: "rpm";
  readonly perMinute: number;
}

/** A tag that says nothing a gate can say: it stays unproven. */
export interface UnreadableClaim extends ClaimBase {
  readonly isUnreadable: true;
}

export type ShareBasedClaim = ValueClaim | FailureClaim;
export type Claim = ShareBasedClaim | RateClaim | UnreadableClaim;

/** One claim for each gate, and errors below 1 % where no gate is about failures. No gates, no claims. */
export function claimsFrom(gates: readonly GateTag[]): readonly Claim[] {
  if (gates.length === 0) return [];
  const claims = gates.map(toClaim);
  return claims.some(isFailureClaim) ? claims : [...claims, impliedErrors];
}

export function isFailureClaim(claim: Claim): claim is FailureClaim {
  return !("isUnreadable" in claim) && (claim.kind === "errors" || claim.kind === "availability");
}

export function isRateClaim(claim: Claim): claim is RateClaim {
  return "perMinute" in claim;
}

export function isShareBased(claim: Claim): claim is ShareBasedClaim {
  return "allowedShare" in claim;
}

const impliedErrors: FailureClaim = {
  kind: "errors",
  text: "errors:<1%",
  isImplied: true,
  allowedShare: 0.01,
};

function toClaim({ kind, text, value }: GateTag): Claim {
  if (value === undefined) return { kind, text, isImplied: false, isUnreadable: true };
  return readClaim({ text, isImplied: false }, value);
}

function readClaim(base: { readonly text: string; readonly isImplied: boolean }, value: GateValue) {
  switch (value.kind) {
    case "rpm":
      return { ...base, ...value };
    case "errors":
      return { ...base, kind: value.kind, allowedShare: possible(value.bound.limit) };
    case "availability":
      return { ...base, kind: value.kind, allowedShare: possible(1 - value.share) };
    default: {
      const { quantile } = value;
      const allowedShare = quantile === "max" ? 0 : possible(1 - quantile);
      return { ...base, ...value, allowedShare };
    }
  }
}

/** 1 − 0.95 is 0.05 and a little; and `<100%` demands one success, which no likelihood at a share of 1 can say. */
function possible(share: number): number {
  return Math.min(0.999_999, Number(share.toFixed(12)));
}
