// What the machine that measures was doing meanwhile: how long its event loop was held up, and how much processor time
// the process had. It judges nothing.
import { monitorEventLoopDelay, performance } from "node:perf_hooks";

export interface GeneratorUse {
  readonly wallMs: number;
  /** By how much a timer of each 10 ms was late; what happened between two of them is in the next. */
  readonly loopDelay: {
    readonly p50Ms: number;
    readonly p99Ms: number;
    readonly maxMs: number;
  };
  /** Processor time of the whole process over time: 1 is one core all the time, more is several threads. */
  readonly processorShare: number;
  /** Of the time, how much the event loop was working and not waiting (Node's utilisation, 0 to 1). */
  readonly loopShare: number;
}

export interface GeneratorWatch {
  /** What was seen since the watch began. */
  readonly read: () => GeneratorUse;
  /** Reads for the last time and ends the watch. */
  readonly stop: () => GeneratorUse;
}

/** Node's own timer for it; finer ones cost more than they find. */
const resolutionMs = 10;

/** Begins to watch this thread's event loop, and this process' processor time. Costs below 0.1 % of a core. */
export function watchGenerator(): GeneratorWatch {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  const cpuBefore = process.cpuUsage();
  const loopBefore = performance.eventLoopUtilization();
  const beginMs = performance.now();
  delay.enable();
  const read = (): GeneratorUse => {
    const wallMs = performance.now() - beginMs;
    const { user, system } = process.cpuUsage(cpuBefore);
    return {
      wallMs,
      loopDelay: {
        p50Ms: lateness(delay.percentile(50)),
        p99Ms: lateness(delay.percentile(99)),
        maxMs: lateness(delay.max),
      },
      processorShare: wallMs > 0 ? (user + system) / 1000 / wallMs : 0,
      loopShare: performance.eventLoopUtilization(loopBefore).utilization,
    };
  };
  const stop = () => {
    const use = read();
    delay.disable();
    return use;
  };
  return { read, stop };
}

/** The histogram holds whole intervals in nanoseconds, and 0 before the first. */
function lateness(intervalNs: number): number {
  return Math.max(0, intervalNs / 1e6 - resolutionMs);
}
