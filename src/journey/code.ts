// The code behind a definition, called as cucumber calls it: it may return a value or a promise, or take a callback.

export type Code = (this: unknown, ...args: unknown[]) => unknown;

export interface ExplainedCode {
  readonly run: Code;
  /** What is to be told of an error that it threw; without it, the error itself. */
  readonly explain?: (error: unknown, world: object, args: readonly unknown[]) => unknown;
}

export interface Callable extends ExplainedCode {
  /** True when the code takes a callback as its last parameter, as its length says. */
  readonly takesCallback: boolean;
  /** Milliseconds that its promise or callback may take; negative for no limit. */
  readonly timeoutMs: number;
}

/**
 * Calls it. A promise comes back only where there is something to wait for, and it is late by its own timeout alone when
 * that is shorter than `leftMs`: whoever calls watches over those. Throws, or rejects, what the code throws.
 */
export function callCode(
  { run, takesCallback, timeoutMs }: Callable,
  world: object,
  args: unknown[],
  leftMs: number,
): unknown {
  const result = takesCallback ? callWithCallback(run, world, args) : run.apply(world, args);
  if (!isThenable(result)) return result;
  return timeoutMs >= 0 && timeoutMs < leftMs
    ? withinTime(result, timeoutMs, takesCallback)
    : result;
}

export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    "then" in value &&
    typeof value.then === "function"
  );
}

/** What was thrown, as an error: code may throw anything. */
export function toError(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  const error = new Error(String(thrown));
  error.stack = `Error: ${error.message}`;
  return error;
}

function callWithCallback(run: Code, world: object, args: unknown[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const done = (error: unknown, result: unknown): void =>
      error === undefined || error === null ? resolve(result) : reject(error);
    run.apply(world, [...args, done]);
  });
}

async function withinTime(
  pending: PromiseLike<unknown>,
  timeoutMs: number,
  takesCallback: boolean,
): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    // The words of cucumber, which people know.
    const what = takesCallback ? "callback is executed" : "promise resolves";
    timer = setTimeout(
      () =>
        reject(
          new Error(`function timed out, ensure the ${what} within ${timeoutMs} milliseconds`),
        ),
      timeoutMs,
    );
  });
  try {
    return await Promise.race([pending, late]);
  } finally {
    clearTimeout(timer);
  }
}
