// One failure that names all that is wrong, where a sentence is about several things.

/** Does it to each, in a hurry once one has failed; throws what failed, all in one error. */
export async function everyFailure<T>(
  things: readonly T[],
  demand: (thing: T, hurry: boolean) => Promise<void>,
): Promise<void> {
  const errors: Error[] = [];
  for (const thing of things) {
    try {
      await demand(thing, errors.length > 0);
    } catch (error) {
      errors.push(error instanceof Error ? error : new Error(String(error)));
    }
  }
  const [first, ...others] = errors;
  if (first === undefined) return;
  if (others.length === 0) throw first;
  // The first one's class says whose mistake it is; of the others what they say matters.
  first.message = errors.map(({ message }) => firstLine(message)).join("\n");
  first.stack = `${first.name}: ${first.message}`;
  throw first;
}

function firstLine(message: string): string {
  return message.split("\n")[0] ?? "";
}
