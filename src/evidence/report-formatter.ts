// A cucumber formatter that gathers the run's messages and writes the report when the run ends, however it ends.
// It never throws into cucumber: a report that fails must not change what the run found.
import { fstatSync } from "node:fs";
import { relative, resolve } from "node:path";
import type * as messages from "@cucumber/messages";
import {
  discardReportFile,
  replaceOpenFile,
  type WriteFailure,
  writeReportFile,
} from "./report-output.ts";
import { RunCollector } from "./run-collector.ts";
import { summariseCounts } from "./summary.ts";
import type { TruthReport } from "./truth-report.ts";

export type Render = (report: TruthReport) => string;

/** Where the configuration wants reports: file names below a folder, which is relative to the working directory. */
export interface ReportTargets {
  readonly folder?: string;
  readonly html?: string | false;
  readonly markdown?: string | false;
}

/** The part of cucumber's formatter context that is used; the same in cucumber 12.9 and 13. */
export interface FormatterContext {
  on(key: "message", handler: (envelope: messages.Envelope) => void): void;
  readonly options: { readonly storyproof?: { readonly reports?: ReportTargets } };
  readonly logger: { info(message: string): void; error(message: string): void };
  readonly stream: NodeJS.WritableStream;
  write(text: string): void;
}

export interface FormatterPlugin {
  readonly type: "formatter";
  formatter(context: FormatterContext): () => void;
}

export interface FileReport {
  readonly target: "html" | "markdown";
  readonly render: Render;
}

export interface ReportFormatterOptions {
  /** What goes to the formatter's own stream. */
  readonly render: Render;
  /** What is also written to the files that the settings name. */
  readonly files: readonly FileReport[];
  /** Whether to print one line with the verdict and the report's place. */
  readonly printsSummary: boolean;
}

/** The formatter as cucumber wants it. `process` is where signals and the exit are listened to. */
export function createReportFormatter(
  formatterOptions: ReportFormatterOptions,
  process: NodeJS.Process,
): FormatterPlugin {
  return {
    type: "formatter",
    formatter(context) {
      const report = new LiveReport(formatterOptions, context, process.cwd(), process.stdout);
      report.discardOld();
      context.on("message", (envelope) => report.add(envelope));
      beforeEnd(context.stream, () => report.write());
      const stopListening = onUntimelyEnd(process, (isLast) => {
        report.write();
        if (isLast) report.tell();
      });
      return () => {
        stopListening();
        report.write();
        report.tell();
      };
    },
  };
}

/** After a syntax error cucumber ends the stream before it tells its formatters that the run is over. */
function beforeEnd(stream: NodeJS.WritableStream, act: () => void): void {
  const end = stream.end.bind(stream);
  stream.end = ((...args: Parameters<typeof end>) => {
    act();
    return end(...args);
  }) as typeof stream.end;
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Acts when the process is about to end without cucumber's telling: a signal, or `process.exit` after a failed
 * BeforeAll hook. Ending the process is left to whoever else listens to the signal (our coordinator does);
 * when nobody does, the signal takes its usual course.
 */
function onUntimelyEnd(process: NodeJS.Process, act: (isLast: boolean) => void): () => void {
  const writeStoryproofReport = (signal: NodeJS.Signals) => {
    // Several of our formatters must not wait for each other.
    const isOurs = ({ name }: { name: string }) => name === writeStoryproofReport.name;
    const isLast = process.listeners(signal).every(isOurs);
    // Where somebody else ends the process, what is still under way may tell more until then.
    act(isLast);
    if (!isLast) return;
    process.off(signal, writeStoryproofReport);
    process.kill(process.pid, signal);
  };
  for (const signal of signals) process.on(signal, writeStoryproofReport);
  const actForLast = () => act(true);
  process.on("exit", actForLast);
  return () => {
    for (const signal of signals) process.off(signal, writeStoryproofReport);
    process.off("exit", actForLast);
  };
}

const stands =
  "What the run found stands; `storyproof report` makes the report again from saved messages.";

class LiveReport {
  readonly #collector = new RunCollector();
  readonly #options: ReportFormatterOptions;
  readonly #context: FormatterContext;
  readonly #cwd: string;
  readonly #stdout: NodeJS.WritableStream;
  /** Whether anything came in since the report was written. */
  #isWritten = false;
  #isStreamed = false;
  /** What is to be printed, and has not been. */
  #summary: string | undefined;

  constructor(
    options: ReportFormatterOptions,
    context: FormatterContext,
    cwd: string,
    stdout: NodeJS.WritableStream,
  ) {
    this.#options = options;
    this.#context = context;
    this.#cwd = cwd;
    this.#stdout = stdout;
  }

  add(envelope: messages.Envelope): void {
    this.#isWritten = false;
    try {
      this.#collector.add(envelope);
    } catch (error) {
      const text = `A message of the run could not be read: ${String(error)}`;
      this.#collector.addProblem({ kind: "unreadable", text });
    }
  }

  /** Takes away the reports of an earlier run: if this one is killed, they would pass for its own. */
  discardOld(): void {
    for (const { path } of this.#listFiles()) discardReportFile(path);
  }

  /** Writes all reports; once, unless more has come in since. */
  write(): void {
    if (this.#isWritten) return;
    this.#isWritten = true;
    try {
      this.#writeAll(this.#collector.finish());
    } catch (error) {
      const stack = error instanceof Error ? error.stack : String(error);
      this.#context.logger.error(`storyproof: the report could not be made. ${stack}`);
    }
  }

  #writeAll(report: TruthReport): void {
    const { logger } = this.#context;
    const files = this.#listFiles();
    const failures = [
      this.#writeStream(this.#options.render(report)),
      ...files.map(({ path, render }) => writeReportFile(path, render(report))),
    ].filter((failure) => failure !== undefined);
    for (const failure of failures) logger.error(`storyproof: ${failure}\n  ${stands}`);
    if (!this.#options.printsSummary) return;
    const place = failures.length > 0 ? undefined : files[0]?.path;
    const where = place === undefined ? "" : ` · ${relative(this.#cwd, place) || place}`;
    this.#summary = `storyproof: ${summariseCounts(report.counts)}${where}`;
  }

  /** Prints the verdict as it was written last; once, so that nobody reads two. */
  tell(): void {
    if (this.#summary !== undefined) this.#context.logger.info(this.#summary);
    this.#summary = undefined;
  }

  #listFiles(): readonly { readonly path: string; readonly render: Render }[] {
    const settings = this.#context.options.storyproof?.reports ?? {};
    return this.#options.files.flatMap(({ target, render }) => {
      const name = settings[target];
      if (typeof name !== "string") return [];
      return [{ path: resolve(this.#cwd, settings.folder ?? ".", name), render }];
    });
  }

  #writeStream(text: string): WriteFailure {
    const { stream } = this.#context;
    const fileDescriptor = stream === this.#stdout ? undefined : findOpenFile(stream);
    if (fileDescriptor !== undefined) return replaceOpenFile(fileDescriptor, text);
    if (!this.#isStreamed && stream.writable) this.#context.write(text);
    this.#isStreamed = true;
    return undefined;
  }
}

/**
 * The descriptor of a stream into a regular file that is still open; written directly, it is complete when the
 * process dies. Pipes and devices know no positions, so they get their text as a stream.
 */
function findOpenFile(stream: NodeJS.WritableStream): number | undefined {
  const { fd, destroyed } = stream as { fd?: unknown; destroyed?: boolean };
  return typeof fd === "number" && destroyed !== true && fstatSync(fd).isFile() ? fd : undefined;
}
