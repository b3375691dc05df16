// Ctrl-C and SIGTERM in the coordinating process: stop at once, leave nothing behind.
// It knows no reports; the truth formatter listens to the same signals and writes what is known.

/** Exit codes as shells know them: 128 and the number of the signal. */
const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
type Signal = keyof typeof exitCodes;

/** How long streams get to write what they hold. Short, because a person is waiting. */
const flushMs = 100;

export interface Interruption {
  /** Takes the listeners away again. */
  end(): void;
}

/** On a signal says so, lets listeners of the same signal finish, runs `cleanUp` as the last thing, and exits. */
export function onInterruption(
  process: NodeJS.Process,
  say: (line: string) => void,
  cleanUp: () => void,
): Interruption {
  let interrupted = false;
  const listener = (signal: Signal): void => {
    // Added now, so it runs after Playwright's own listener, which kills the browsers.
    if (!interrupted) process.once("exit", cleanUp);
    if (interrupted) process.exit(exitCodes[signal]);
    interrupted = true;
    say(`storyproof: stopped by ${signal}; what was not finished stays unproven.`);
    setTimeout(() => process.exit(exitCodes[signal]), flushMs);
  };
  const signals = Object.keys(exitCodes) as Signal[];
  for (const signal of signals) process.on(signal, listener);
  return {
    end: () => {
      for (const signal of signals) process.off(signal, listener);
    },
  };
}
