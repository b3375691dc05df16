// The kinds of guarantee that a story can have, in the order they are shown. What tells that one is there, signals.ts
// says.
import type { GuaranteeKind } from "../config/gaps-options.ts";

export type { GuaranteeKind } from "../config/gaps-options.ts";

export interface KindOfGuarantee {
  readonly id: GuaranteeKind;
  /** As people say it: "not signed in". */
  readonly title: string;
  /** The question that a scenario of this kind answers. */
  readonly question: string;
  /** A scenario of this kind shows the product refusing or lacking something. */
  readonly isUnhappy?: true;
}

export const guaranteeKinds: readonly KindOfGuarantee[] = [
  {
    id: "happy-path",
    title: "happy path",
    question: "Does it do what it is for?",
  },
  {
    id: "unhappy-path",
    title: "unhappy path",
    question: "What happens when it cannot, or will not, do what was asked?",
  },
  {
    id: "invalid-input",
    title: "invalid input",
    question: "What happens when somebody enters or sends something wrong?",
    isUnhappy: true,
  },
  {
    id: "missing-field",
    title: "missing field",
    question: "What happens when something needed was left out?",
    isUnhappy: true,
  },
  {
    id: "unexpected-data",
    title: "unexpected outside data",
    question:
      "What happens with data that nobody thought of: markup, emoji, fields and answers unknown?",
  },
  {
    id: "boundary",
    title: "boundary",
    question: "Where exactly is the limit, and what happens on either side of it?",
  },
  {
    id: "signed-in",
    title: "signed in",
    question: "May somebody who is signed in, and has the right, do it?",
  },
  {
    id: "not-signed-in",
    title: "not signed in",
    question: "What do people get who are not signed in?",
  },
  {
    id: "wrong-role",
    title: "wrong role",
    question: "What do people get who are signed in and have no right to it?",
    isUnhappy: true,
  },
  {
    id: "repetition",
    title: "retry and repetition",
    question: "What happens when the same thing is done a second time?",
  },
  {
    id: "dependency-down",
    title: "dependency down",
    question: "What happens while something that it needs does not answer?",
    isUnhappy: true,
  },
  {
    id: "expiry",
    title: "expiry",
    question: "What happens when time has passed?",
  },
  {
    id: "concurrency",
    title: "concurrency",
    question: "What happens when two do it at the same time?",
  },
  { id: "latency", title: "latency", question: "How long may it take?" },
  { id: "load", title: "load", question: "How many may use it at once?" },
  { id: "availability", title: "availability", question: "How often may it fail?" },
  { id: "invariant", title: "invariant", question: "What holds for every input?" },
  { id: "smoke", title: "smoke", question: "Is it proven in every run?" },
  {
    id: "production-safe",
    title: "production-safe",
    question: "Can it be proven in production?",
  },
  {
    id: "incident",
    title: "incident regression",
    question: "Is there a scenario that keeps an incident from coming back?",
  },
];

export const kindIds: readonly GuaranteeKind[] = guaranteeKinds.map(({ id }) => id);

export function titleOf(kind: GuaranteeKind): string {
  return guaranteeKinds.find(({ id }) => id === kind)?.title ?? kind;
}

const unhappyKinds: ReadonlySet<GuaranteeKind> = new Set(
  guaranteeKinds.filter((kind) => kind.isUnhappy === true).map(({ id }) => id),
);

/** Whether a scenario of this kind is an unhappy path as well. */
export function isUnhappy(kind: GuaranteeKind): boolean {
  return unhappyKinds.has(kind);
}

/** Names for several kinds at once: `unhappy` is every refusal, `permission` what people may do. */
export const kindGroups: ReadonlyMap<string, readonly GuaranteeKind[]> = new Map([
  ["unhappy", ["unhappy-path", ...kindIds.filter(isUnhappy)]],
  ["permission", ["signed-in", "not-signed-in", "wrong-role"]],
]);
