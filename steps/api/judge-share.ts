// Whether a share of many answers to one request is in time, in words for the one who reads the failure.
// It holds no phrases, and sends nothing itself.
import { type Comparison, compare } from "../../src/checks/order.ts";
import { showShare, showTime, whole } from "../../src/gates/quantity.ts";
import type { ApiResponse, ApiSession } from "../../src/journey/api-port.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { machineClock } from "../../src/measure/clock.ts";
import { percentile } from "../../src/measure/percentile.ts";
import type { Samples } from "../../src/measure/samples.ts";
import { type AnswerSample, sampleAnswers } from "./answer-sample.ts";
import { lastAsker } from "./polling.ts";
import type { ManyAnswers } from "./share-parameters.ts";

export interface WantedShare extends ManyAnswers {
  readonly comparison: Comparison;
  readonly limitMs: number;
}

/** More are load: a gate holds a rate, says what it cost, and decides before. */
const most = { count: 10_000, atOnce: 1_000, durationMs: 600_000 };

/** Sends the last request again as often as is wanted; throws when the share was not in time. */
export async function judgeShare(world: StoryWorld, wanted: WantedShare): Promise<void> {
  const { api } = lastAsker(world);
  const problem = findProblem(wanted);
  if (problem !== undefined) throw new StoryError(problem);
  const { status } = api.lastResponse;
  // Only the last exchanges are kept: what the earlier ones carried is learnt now.
  world.learnSecrets();
  const sample = await takeSample(world, api, status, wanted);
  const asked = `${api.lastRequest.method} ${api.lastResponse.url}`;
  const failure = tellFailure(sample, wanted);
  const numbers = tellNumbers(sample, wanted, asked);
  if (failure !== undefined) throw new Error([failure, ...numbers, hintAtGate(wanted)].join("\n"));
  const { count, noun } = wanted;
  const within = `${whole(sample.within)} of ${whole(count)} ${noun} were ${tellLimit(wanted)}.`;
  world.log([within, ...numbers].join("\n"));
}

function takeSample(
  world: StoryWorld,
  api: ApiSession,
  firstStatus: number,
  { count, atOnce = 1, limitMs, comparison, share }: WantedShare,
): Promise<AnswerSample> {
  const { requestMs, stepMs } = world.settings.timeouts;
  const request = api.lastRequest;
  const allAtTheLimitMs = Math.ceil(count / atOnce) * limitMs;
  const oneMoreMs = request.timeoutMs ?? requestMs;
  return sampleAnswers({
    count,
    atOnce,
    mayMiss: count - leastWithin(share, count),
    isWithin: (tookMs) => compare(tookMs, comparison, limitMs),
    refuse: (response) => refuse(response, firstStatus),
    // Beside the story: what follows still speaks of the answer that came before.
    send: (signal) => api.peek({ ...request, signal }),
    mostMs: Math.max(stepMs, allAtTheLimitMs + oneMoreMs),
    clock: machineClock,
  });
}

/** 0.95 × 60 is 57 and not the next after it. */
function leastWithin(share: number, count: number): number {
  return Math.ceil(share * count - 1e-9);
}

/** A quick "too many requests" is no answer. What the story has asked for and got, such as a 404, is one. */
function refuse({ status }: ApiResponse, first: number): string | undefined {
  const isFine = status < 400 || (status < 500 && status === first);
  return isFine ? undefined : `status ${status}`;
}

function findProblem({ share, count, noun, atOnce = 1, limitMs }: WantedShare): string | undefined {
  if (share <= 0 || share > 1)
    return `${showShare(share)} of them is no share that can be demanded: write a number above 0 and at most 100, such as 95%.`;
  if (count < 1)
    return `0 ${noun} say nothing: write how many to send, such as 95% of 200 ${noun}.`;
  if (atOnce < 1) return "0 at once are none: leave it out to send one after the other.";
  if (count > most.count || atOnce > most.atOnce)
    return `That is load: one step sends at most ${whole(most.count)} requests, ${whole(most.atOnce)} at once.\n${sayGate}`;
  const mayTakeMs = Math.ceil(count / atOnce) * limitMs;
  if (mayTakeMs <= most.durationMs) return undefined;
  return `${whole(count)} ${noun} may take ${showTime(limitMs)} each, which is longer than the ${showTime(most.durationMs)} that one step has for them.\nSend fewer, or several at once: "…, 10 at once".\n${sayGate}`;
}

const sayGate = "For a rate, use tags: @rpm:600 @latency:p95<300ms.";

function tellFailure(sample: AnswerSample, wanted: WantedShare): string | undefined {
  const { end, answered, elapsedMs } = sample;
  const { share, count, noun } = wanted;
  const least = leastWithin(share, count);
  if (end === "complete" && sample.within >= least) return undefined;
  const expected = `expected ${tellShare(share)} of ${whole(count)} ${noun} ${tellLimit(wanted)}`;
  const within = `${whole(sample.within)} of the ${whole(answered)} that ended were ${tellLimit(wanted)}`;
  const until =
    end === "time" ? `time was up after ${showTime(elapsedMs)}` : "that is out of reach";
  return `${expected}, but ${until}: ${within}, and ${whole(least)} must be.`;
}

const tellShare = (share: number) => (share === 1 ? "all" : showShare(share));

function tellLimit({ comparison, limitMs }: WantedShare): string {
  return `${comparison === "<" ? "in less than" : "within"} ${showTime(limitMs)}`;
}

function tellNumbers(
  { times, failures, failed }: AnswerSample,
  { share }: WantedShare,
  asked: string,
): readonly string[] {
  const reasons = [...failures].map(([reason, count]) => `${reason} (${whole(count)} ×)`);
  return [
    ...(times.count === 0 ? [] : [`${asked}: ${tellTimes(times, share)}`]),
    ...(failed === 0 ? [] : [`${whole(failed)} failed: ${reasons.join(", ")}`]),
  ];
}

function tellTimes(times: Samples, share: number): string {
  const shares = [...new Set([0.5, 0.95, share])].sort((a, b) => a - b).filter((one) => one < 1);
  const parts = [...shares, 1].map((one) => {
    const name = one === 1 ? "max" : `p${Number((one * 100).toFixed(6))}`;
    return `${name} ${showTime(percentile(times, one) ?? 0)}`;
  });
  return parts.join(", ");
}

function hintAtGate({ share, limitMs, comparison }: WantedShare): string {
  const quantile = share === 1 ? "p99" : `p${Number((share * 100).toFixed(6))}`;
  return (
    "So many answers are one sample of fixed size, with its luck: a tag such as " +
    `@latency:${quantile}${comparison}${limitMs}ms measures as many as the verdict needs.`
  );
}
