// Measured gates as evidence: real measurements of products with known times, in virtual time.
import { type GatesEvidence, gatesAttachment } from "../../../src/evidence/gates-attachment.ts";
import type { MeasuredGates } from "../../../src/evidence/measured-gates.ts";
import { createSecretKeeper } from "../../../src/evidence/redaction.ts";
import type { GatesReport } from "../../../src/gates/gate-result.ts";
import { seededRandom } from "../../../src/measure/seeded-random.ts";
import { completed, failed, measure } from "../gates/products.ts";

export const command = "STORYPROOF_TIER=regression npx cucumber-js features/shop.feature:3";

export function toEvidence({ tier, results, ...measurement }: GatesReport): GatesEvidence {
  return { tier, results, command, measurement };
}

/** As it stands in the messages. */
export function attach(evidence: GatesEvidence) {
  const { mediaType, data } = gatesAttachment(evidence, createSecretKeeper());
  return { mediaType, body: data, value: JSON.parse(data) as MeasuredGates };
}

/** A search that takes some 100 ms, with one stall in the middle; two of its gates hold and one does not. */
export async function measureSearch(more: Parameters<typeof measure>[2] = {}) {
  const random = seededRandom(7);
  const { report } = await measure(
    ["@latency:p95<300ms", "@latency:p50<80ms", "@errors:<5%"],
    (at) => {
      if (at % 61 === 40) return failed(`no answer for order ${10_000 + at}`, 500);
      const stall = at === 155 ? 900 : 0;
      return search(60 + 60 * random() + 40 * random() ** 8 + stall, at);
    },
    { limits: { seed: 42 }, ...more },
  );
  return report;
}

function search(tookMs: number, at: number) {
  const exchange = (method: string, url: string, durationMs: number) => ({
    actor: "I",
    request: { method, url, headers: [] },
    response: { status: 200, headers: [] },
    startedAtMs: 0,
    durationMs,
  });
  return {
    ...completed(tookMs),
    steps: [
      { text: "a customer is signed in", durationMs: 12 + (at % 5) },
      { text: 'I search for "tea"', durationMs: tookMs * 0.9 },
      { text: "I should see 12 results", durationMs: tookMs * 0.1 },
    ],
    exchanges: [
      exchange("POST", "http://shop.test/api/sessions", 11),
      exchange("GET", `http://shop.test/api/search/${1_000_000 + at}?q=tea`, tookMs * 0.85),
    ],
  };
}
