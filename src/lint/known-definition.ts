// A step definition of the project, as rules need it. Which steps it takes, its cucumber says.

export interface KnownDefinition {
  /** A cucumber expression, or a regular expression between slashes. */
  readonly pattern: string;
  /** As a person would write it: `I fill in "Email" with "ada@example.com"`. */
  readonly reading: string;
  /** Seen from the project, with forward slashes. */
  readonly uri: string;
  readonly line: number;
  /** Written by the team, and not in a package. */
  readonly isOwn: boolean;
  readonly takes: (step: string) => boolean;
}
