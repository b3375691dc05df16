// An error's text goes to cucumber, and from there into every report and log: secrets end here.
import { redactError } from "../src/evidence/redact-error.ts";
import { StoryWorld } from "../src/journey/world.ts";
import { explainError } from "./explain-error.ts";

// biome-ignore lint/complexity/noBannedTypes: cucumber's own word for the code of a definition.
type Code = Function;

const guarded = Symbol("errors are redacted");

/** The same code; what it throws in a StoryWorld is redacted first. Applying it twice changes nothing more. */
export function redactingErrors<C extends Code>(code: C): C {
  if (guarded in code) return code;
  const wrapped = function (this: unknown, ...args: unknown[]): unknown {
    try {
      const result: unknown = code.apply(this, args);
      return isPromise(result) ? result.catch((error) => rethrow(this, error, args)) : result;
    } catch (error) {
      return rethrow(this, error, args);
    }
  };
  // cucumber reads a definition's length to tell callbacks and arguments apart.
  Object.defineProperties(wrapped, {
    length: { value: code.length },
    name: { value: code.name },
    [guarded]: { value: true },
  });
  return wrapped as unknown as C;
}

function rethrow(world: unknown, error: unknown, args: readonly unknown[]): never {
  if (!(world instanceof StoryWorld)) throw error;
  world.learnSecrets();
  throw withoutBareStack(redactError(explainError(world, error, args), world.secrets));
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
