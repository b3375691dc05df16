// Generated values that the story does not speak of: a `such that` sorted them out. No failure, and no run either.

/** Thrown by the step whose condition does not hold. Known by its name, since errors are copied where they are redacted. */
export class DiscardedValues extends Error {
  override readonly name = "DiscardedValues";

  constructor(message: string) {
    super(message);
    this.stack = `${this.name}: ${message}`;
  }
}

export function isDiscarded(error: Error): boolean {
  return error.name === "DiscardedValues";
}
