// What an architect states over stories, as it is written in the configuration.

/** What a rule is about; each of them must keep it. */
export type PolicySubject = "stories" | "rules" | "scenarios" | "tags" | "project";

/** What a broken rule weighs: only errors make `storyproof check` fail by themselves. */
export type PolicySeverity = "error" | "warning";

/** What must be there. Tags are exact, or end with `:` or `:*` for any value. */
export interface PolicyRequirements {
  /** Each of these. Example: `["@compliance:*"]`. */
  readonly tags?: readonly string[];
  /** A gate of each of these kinds. Example: `["latency"]`. */
  readonly gates?: readonly string[];
  /** At least so many scenarios of a kind of guarantee; `unhappy` is every kind that is not the happy path. Example: `{ unhappy: 2 }`. */
  readonly guarantees?: Readonly<Record<string, number>>;
  /** At least so many scenarios that a tag expression chooses. Example: `{ "@smoke or @regression": 1 }`. */
  readonly scenarios?: Readonly<Record<string, number>>;
  /** Role, wish and benefit; for stories. */
  readonly intent?: true;
}

/** What must not be there. */
export interface PolicyProhibitions {
  /** Example: `["@wip"]`. */
  readonly tags?: readonly string[];
  /** Example: `["rpm"]`. */
  readonly gates?: readonly string[];
  /** Kinds of guarantee. Example: `["load"]`. */
  readonly guarantees?: readonly string[];
}

/** How much there may be. */
export interface PolicyLimits {
  /** The highest bound that a gate may state, by its kind; `time` is latency, lcp and inp. Example: `{ time: "2s" }`. */
  readonly gates?: Readonly<Record<string, string | number>>;
  /** The most scenarios; an outline counts once. Example: `40`. */
  readonly scenarios?: number;
  /** All scenarios one after the other, as saved evidence has them, and what measuring adds. Example: `"5min"`. */
  readonly runningTime?: string;
}

/** A rule as data. What it is about must keep all of `require`, `forbid` and `limit`. */
export interface PolicyRuleOptions {
  /** Small letters, digits and hyphens; findings are named `policy/<id>`. */
  readonly id: string;
  /** Why the rule is there, for the person who broke it. */
  readonly reason: string;
  /** Default: `"error"`. */
  readonly severity?: PolicySeverity;
  readonly for: PolicySubject;
  /** With `for: "tags"`: which; each tag is judged with all scenarios that carry it. Example: `"@incident:*"`. */
  readonly tag?: string;
  /** A tag expression; `@key:*` is any value. Default: all. */
  readonly where?: string;
  /** For stories and rules: only those with a scenario that this tag expression chooses. */
  readonly having?: string;
  /** Look at planned scenarios too. Default: `false`. */
  readonly planned?: boolean;
  readonly require?: PolicyRequirements;
  readonly forbid?: PolicyProhibitions;
  readonly limit?: PolicyLimits;
  /** What it weighs that a running time is not known. Default: `"warning"`. */
  readonly unknown?: "error" | "warning" | "note";
}

/** A rule as code; made with definePolicy. */
export interface PolicyCode {
  readonly id: string;
  readonly reason: string;
  readonly severity?: PolicySeverity;
  readonly check: (project: never) => unknown;
}

/** Excuses one place from one rule, for a while. */
export interface WaiverOptions {
  /** The rule's id. */
  readonly rule: string;
  /** The story's id. */
  readonly story?: string;
  /** The id of a scenario of that story; absent: all of the story. */
  readonly scenario?: string;
  /** Instead of a story, for a rule over tags. */
  readonly tag?: string;
  /** Who takes the risk. */
  readonly who: string;
  readonly why: string;
  /** The last day on which it holds, in UTC. Example: `"2027-03-01"`. */
  readonly until: string;
}

export interface PolicyOptions {
  /** Rules as data, as code made with definePolicy, or paths of modules that export such code. Default: `[]`. */
  readonly rules?: readonly (PolicyRuleOptions | PolicyCode | string)[];
  /** Default: `[]`. */
  readonly waivers?: readonly WaiverOptions[];
}
