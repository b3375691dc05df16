// Ctrl-C and SIGTERM for the scripts of this repository: one AbortSignal that everything they started listens to,
// and the exit code that the shell expects afterwards. Plain Node: it runs before anything is installed.

const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/**
 * Runs `work` and leaves its result as the exit code of this process; after a signal the code of that signal.
 * @param {(signal: AbortSignal) => Promise<number>} work must end soon after the signal is aborted; the reason is
 *   the name of the signal that the process got
 */
export async function runScript(work) {
  const controller = new AbortController();
  let interrupted;
  for (const [name, code] of Object.entries(codes)) {
    process.on(name, () => {
      interrupted ??= code;
      controller.abort(name);
    });
  }
  let code;
  try {
    code = await work(controller.signal);
  } catch (error) {
    code = error instanceof SetUpProblem ? 3 : 1;
    // After an interruption, an error is only its echo.
    if (interrupted === undefined) console.error(code === 3 ? error.message : error);
  }
  process.exitCode = interrupted ?? code;
}

/** A problem that the person at the keyboard can do something about: shown without a stack. Exit code 3. */
export class SetUpProblem extends Error {}
