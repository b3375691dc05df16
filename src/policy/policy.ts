// A policy that was read: rules with their expressions parsed and their bounds in numbers. It knows no story.
import type { PolicySeverity, PolicySubject, WaiverOptions } from "../config/policy-options.ts";
import type { Severity } from "../lint/finding.ts";
import type { GateKind } from "../tags/known-keys.ts";
import type { PolicyCheck } from "./define-policy.ts";
import type { TagExpression } from "./tag-expression.ts";
import type { TagPattern } from "./tag-pattern.ts";

interface RuleHead {
  readonly id: string;
  readonly reason: string;
  readonly severity: PolicySeverity;
}

export interface CodeRule extends RuleHead {
  readonly kind: "code";
  readonly check: PolicyCheck;
  /** As `rules` names the module that it is from; absent: it stands there itself. */
  readonly module?: string;
}

export interface DataRule extends RuleHead {
  readonly kind: "data";
  readonly subject: PolicySubject;
  /** Given for rules over tags. */
  readonly tag?: TagPattern;
  readonly where?: TagExpression;
  readonly having?: TagExpression;
  readonly planned: boolean;
  readonly demands: readonly Demand[];
  readonly unknown: Severity;
}

export type PolicyRule = CodeRule | DataRule;

/** A gate that states more than this breaks the rule. */
export interface GateLimit {
  readonly kinds: readonly GateKind[];
  /** In the unit of the kind's own value. */
  readonly most: number;
  /** As written. */
  readonly text: string;
}

/** One thing that a subject must keep. */
export type Demand =
  | { readonly kind: "tag"; readonly pattern: TagPattern }
  | { readonly kind: "gate"; readonly gate: GateKind }
  | { readonly kind: "guarantee"; readonly name: string; readonly least: number }
  | { readonly kind: "scenarios"; readonly where: TagExpression; readonly least: number }
  | { readonly kind: "intent" }
  | { readonly kind: "no-tag"; readonly pattern: TagPattern }
  | { readonly kind: "no-gate"; readonly gate: GateKind }
  | { readonly kind: "no-guarantee"; readonly name: string }
  | { readonly kind: "gate-limit"; readonly limit: GateLimit }
  | { readonly kind: "scenario-limit"; readonly most: number }
  | { readonly kind: "time-limit"; readonly mostMs: number; readonly text: string };

export interface Policy {
  readonly rules: readonly PolicyRule[];
  readonly waivers: readonly WaiverOptions[];
}
