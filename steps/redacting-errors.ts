// An error's text goes to cucumber, and from there into every report and log: secrets end here.
import { redactError } from "../src/evidence/redact-error.ts";
import { StoryWorld } from "../src/journey/world.ts";
import { explainError } from "./explain-error.ts";

// biome-ignore lint/complexity/noBannedTypes: cucumber's own word for the code of a definition.
type Code = Function;

/** The field of redacting code that holds the code inside. */
const inside = Symbol("errors are redacted");

/** The same code; what it throws in a StoryWorld is redacted first. Applying it twice changes nothing more. */
export function redactingErrors<C extends Code>(code: C): C {
  if (inside in code) return code;
  const wrapped = function (this: unknown, ...args: unknown[]): unknown {
    try {
      const result: unknown = code.apply(this, args);
      return isPromise(result) ? result.catch((error) => rethrow(error, this, args)) : result;
    } catch (error) {
      return rethrow(error, this, args);
    }
  };
  // cucumber reads a definition's length to tell callbacks and arguments apart.
  Object.defineProperties(wrapped, {
    length: { value: code.length },
    name: { value: code.name },
    [inside]: { value: code },
  });
  return wrapped as unknown as C;
}

/** The code that such code was made of; any other as it is. */
export function withoutRedacting<C extends Code>(code: C): C {
  return inside in code ? (code[inside] as C) : code;
}

function rethrow(error: unknown, world: unknown, args: readonly unknown[]): never {
  throw redactThrown(error, world, args);
}

/** What stands for an error that code threw when it was called with that World and these arguments. */
export function redactThrown(error: unknown, world: unknown, args: readonly unknown[]): unknown {
  if (!(world instanceof StoryWorld)) return error;
  world.learnSecrets();
  return withoutBareStack(redactError(explainError(world, error, args), world.secrets));
}

/**
 * A stack that names no line of code only repeats the message, and error-stack-parser, with which cucumber reads it, takes
 * seconds for a line of some kilobytes, such as a JSON body. An empty one is not read.
 */
function withoutBareStack(error: unknown): unknown {
  if (
    error instanceof Error &&
    !Object.isFrozen(error) &&
    !/^\s+at .*:\d/m.test(error.stack ?? "")
  ) {
    error.stack = "";
  }
  return error;
}

function isPromise(value: unknown): value is Promise<unknown> {
  return value instanceof Promise;
}
