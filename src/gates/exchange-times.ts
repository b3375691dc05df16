// How long each request of a journey took, from some of many journeys: it shows where time goes and decides nothing.
import { SampleRecorder } from "../measure/sample-recorder.ts";
import type { Samples } from "../measure/samples.ts";
import type { JourneyRun } from "./journey-run.ts";

export interface ExchangeTimes {
  /** Method and path, what looks like an id left out: `GET /api/orders/…`. */
  readonly request: string;
  readonly times: Samples;
}

export interface ExchangesReport {
  /** How many journeys were looked at: all of few, every n-th of many. */
  readonly journeys: number;
  /** In the order in which they first came. */
  readonly requests: readonly ExchangeTimes[];
}

/** Reading the exchanges of a journey makes them, so of many journeys at most so many are kept. */
const mostJourneys = 1_000;
/** A journey makes a handful; what makes a hundred different ones has addresses that this cannot tell from ids. */
const mostRequests = 50;
const others = "other requests";

/**
 * Keeps every n-th journey; when it has a thousand, it forgets every other one and doubles n. So they are spread evenly
 * over all, whenever it ends, and reading them costs less and less.
 */
export class ExchangeTimesRecorder {
  readonly #requests: string[] = [];
  readonly #indexes = new Map<string, number>();
  #kept: Float64Array[] = [];
  #each = 1;
  #seen = 0;

  take(run: JourneyRun): void {
    if (run.hasExchangesLeftOut === true) return;
    this.#seen += 1;
    if ((this.#seen - 1) % this.#each !== 0) return;
    this.#kept.push(this.#read(run.exchanges));
    if (this.#kept.length < mostJourneys) return;
    this.#kept = this.#kept.filter((_, at) => at % 2 === 0);
    this.#each *= 2;
  }

  snapshot(): ExchangesReport {
    const recorders = this.#requests.map(() => new SampleRecorder("ms"));
    for (const journey of this.#kept) {
      for (let at = 0; at < journey.length; at += 2)
        recorders[journey[at] ?? 0]?.record(journey[at + 1] ?? 0);
    }
    const requests = this.#requests.flatMap((request, at) => {
      const times = recorders[at]?.snapshot();
      return times === undefined || times.count === 0 ? [] : [{ request, times }];
    });
    return { journeys: this.#kept.length, requests };
  }

  /** Pairs of request and duration. */
  #read(exchanges: JourneyRun["exchanges"]): Float64Array {
    const pairs = new Float64Array(exchanges.length * 2);
    exchanges.forEach(({ request, durationMs }, at) => {
      pairs[2 * at] = this.#indexOf(`${request.method} ${pathOf(request.url)}`);
      pairs[2 * at + 1] = Math.max(0, durationMs);
    });
    return pairs;
  }

  #indexOf(request: string): number {
    const known = this.#indexes.get(request);
    if (known !== undefined) return known;
    if (this.#requests.length >= mostRequests && request !== others) return this.#indexOf(others);
    const index = this.#requests.push(request) - 1;
    this.#indexes.set(request, index);
    return index;
  }
}

/** Without host, query, and what is another one in each journey. */
function pathOf(url: string): string {
  const path = url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, "").replace(/[?#].*$/s, "");
  return path.split("/").map(withoutId).join("/") || "/";
}

function withoutId(part: string): string {
  const isId = /^\d+$|^(?=.*\d)[\w.~-]{12,}$|@|%40/i.test(part);
  return isId ? "…" : part.slice(0, 100);
}
