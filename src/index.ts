// The public names of storyproof, one by one.
export type { Check } from "./checks/check.ts";
export { defineConfig, type StoryproofConfig } from "./config/define-config.ts";
export { ConfigError } from "./config/errors.ts";
export type {
  BrowserEngine,
  BrowserOptions,
  CapturePolicy,
  CucumberOptions,
  EnvironmentOptions,
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
export type { Profile, Profiles } from "./config/profiles.ts";
export type { ReportSettings, Settings } from "./config/settings.ts";
export type { ConfigProblem } from "./config/validate.ts";
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
export { StoryError } from "./journey/story-error.ts";
export type { Target, TargetKind } from "./journey/target.ts";
export {
  defineCheck,
  defineSignIn,
  type OwnCheck,
  type SignIn,
  type SignInValidity,
} from "./journey/team-definitions.ts";
export { type StoryParameters, StoryWorld } from "./journey/world.ts";
