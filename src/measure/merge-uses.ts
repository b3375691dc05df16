// What several threads of one process were doing meanwhile, as if it had been one: the worst of them counts.
import type { GeneratorUse } from "./generator-watch.ts";

/**
 * The longest delays and the fullest loop. Each thread saw the processor time of the whole process, so `processorShare`
 * is that of one thread in the mean: beside the fullest loop it tells whether the threads had the machine.
 */
export function mergeUses(first: GeneratorUse, ...others: readonly GeneratorUse[]): GeneratorUse {
  const all = [first, ...others];
  const worst = (read: (use: GeneratorUse) => number) => Math.max(...all.map(read));
  return {
    wallMs: worst(({ wallMs }) => wallMs),
    loopDelay: {
      p50Ms: worst(({ loopDelay }) => loopDelay.p50Ms),
      p99Ms: worst(({ loopDelay }) => loopDelay.p99Ms),
      maxMs: worst(({ loopDelay }) => loopDelay.maxMs),
    },
    processorShare: worst(({ processorShare }) => processorShare) / all.length,
    loopShare: worst(({ loopShare }) => loopShare),
  };
}
