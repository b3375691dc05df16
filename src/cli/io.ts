// What a command may touch of the outside world, passed in so that a test can pass its own.

/** Text goes out here; Node's streams fit. */
export interface TextSink {
  write(text: string): unknown;
  /** True when a person reads along. */
  readonly isTTY?: boolean;
  /** How wide that person's terminal is. */
  readonly columns?: number;
}

export interface CommandIo {
  /** Absolute path that relative paths of arguments start from. */
  readonly cwd: string;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the user or the system asks the command to stop. */
  readonly signal: AbortSignal;
}
