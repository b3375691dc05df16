// The public names of storyproof, one by one.
export type { Check } from "./checks/check.ts";
export { defineConfig, type StoryproofConfig } from "./config/define-config.ts";
export { ConfigError } from "./config/errors.ts";
export type {
  GapsExceptionOptions,
  GapsOptions,
  GapsSignalOptions,
  GuaranteeKind,
  SignalPlace,
} from "./config/gaps-options.ts";
export type {
  BrowserEngine,
  BrowserOptions,
  CapturePolicy,
  CucumberOptions,
  EnvironmentOptions,
  InvariantOptions,
  ReportOptions,
  SecretOptions,
  SignInOptions,
  SignInRequest,
  StepPack,
  StepsOptions,
  StoryproofOptions,
  TimeoutOptions,
  TlsOptions,
} from "./config/options.ts";
export type {
  PolicyCode,
  PolicyLimits,
  PolicyOptions,
  PolicyProhibitions,
  PolicyRequirements,
  PolicyRuleOptions,
  PolicySeverity,
  PolicySubject,
  WaiverOptions,
} from "./config/policy-options.ts";
export type { Profile, Profiles } from "./config/profiles.ts";
export type { ReportSettings, Settings } from "./config/settings.ts";
export type { ConfigProblem } from "./config/validate.ts";
export { findGaps, type GapsChoice } from "./gaps/find-gaps.ts";
export type { GapCount, GapReport, KindState, StoryGaps } from "./gaps/gap-report.ts";
export type { KindMark } from "./gaps/kind-mark.ts";
export type { Actor } from "./journey/actor.ts";
export type {
  ApiRequest,
  ApiResponse,
  ApiSession,
  Authorisation,
  MultipartPart,
  PollOptions,
  RequestBody,
  RequestOptions,
} from "./journey/api-port.ts";
export type { BrowserSession, Judge, PageFailure } from "./journey/browser-port.ts";
export type { Cookie } from "./journey/cookie.ts";
export type { Exchange, HeaderList } from "./journey/exchange.ts";
export type { Memory } from "./journey/memory.ts";
export type { OwnCheck } from "./journey/own-check.ts";
export { StoryError } from "./journey/story-error.ts";
export type { Target, TargetKind } from "./journey/target.ts";
export {
  defineArbitrary,
  defineCheck,
  defineSignIn,
  type SignIn,
  type SignInValidity,
} from "./journey/team-definitions.ts";
export { type StoryParameters, StoryWorld } from "./journey/world.ts";
export {
  definePolicy,
  type PolicyCheck,
  type PolicyDefinition,
  type PolicyProject,
  type PolicyViolation,
} from "./policy/define-policy.ts";
export { type DuplicateId, findDuplicateIds, type IdPlace } from "./story/duplicate-ids.ts";
export type { FeatureReading, ReadingProblem } from "./story/feature-reading.ts";
export type { Dialect, Gherkin, ParseOptions } from "./story/gherkin.ts";
export { loadGherkin } from "./story/load-gherkin.ts";
export { printStory } from "./story/print-story.ts";
export { type FeatureFile, readFeature } from "./story/read-feature.ts";
export type {
  Background,
  Case,
  Comment,
  DocString,
  Examples,
  Intent,
  Rule,
  Scenario,
  Step,
  StepArgument,
  StepKind,
  Story,
  Tag,
  TagLevel,
} from "./story/story.ts";
export type { GateKind, Tier } from "./tags/known-keys.ts";
export type { GateTag, Links, TagReading } from "./tags/read-tags.ts";
