// Makes the tables of docs/measuring.md: how often a decision is wrong, and how many samples it takes. Needs no build:
//   node --import ./scripts/typescript.mjs test/bench/sequential-decisions.mjs [runs] [most samples] [first seed]
import { ReviewedTest } from "../../src/measure/reviewed-test.ts";
import { seededRandom } from "../../src/measure/seeded-random.ts";
import { SequentialTest } from "../../src/measure/sequential-test.ts";

const runs = Number(process.argv[2] ?? 1000);
const most = Number(process.argv[3] ?? 5_000);
const firstSeed = Number(process.argv[4] ?? 0);
const p95 = { allowedShare: 0.05, confidence: 0.95 };
/** Of the standard normal distribution: 5 % and 1 % are above. */
const z95 = 1.6448536;
const z99 = 2.3263479;

function normals(random) {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Lognormal samples around 100 ms whose neighbours correlate by phi. */
function autoregressive(phi) {
  return (random) => {
    const normal = normals(random);
    let z = normal();
    return () => {
      const value = 100 * Math.exp(0.5 * z);
      z = phi * z + Math.sqrt(1 - phi * phi) * normal();
      return value;
    };
  };
}

/** Independent, times a factor that depends on the number of the sample. */
function modulated(factorAt) {
  return (random) => {
    const next = autoregressive(0)(random);
    // Where in a period one begins is a matter of chance.
    const phase = random();
    let index = 0;
    return () => next() * factorAt(index++, phase);
  };
}

const limitAt = (z) => 100 * Math.exp(0.5 * z);
const pause = (period, length) => (index, phase) =>
  (index + Math.floor(phase * period)) % period < length ? 1000 : 0.1;

const dependent = [
  // [name, what is true of the claim, samples, limit]
  ["independent", "at the limit", autoregressive(0), limitAt(z95)],
  ["correlated by 0.3", "at the limit", autoregressive(0.3), limitAt(z95)],
  ["correlated by 0.6", "at the limit", autoregressive(0.6), limitAt(z95)],
  ["correlated by 0.9", "at the limit", autoregressive(0.9), limitAt(z95)],
  ["correlated by 0.99", "at the limit", autoregressive(0.99), limitAt(z95)],
  ["pause of 2 in 40", "at the limit", modulated(pause(40, 2)), 1000],
  ["pause of 5 in 100", "at the limit", modulated(pause(100, 5)), 1000],
  ["pause of 10 in 200", "at the limit", modulated(pause(200, 10)), 1000],
  ["pause of 50 in 1000", "at the limit", modulated(pause(1000, 50)), 1000],
  ["slower by 0.1 % each", "false soon", modulated((i) => 0.4 * 1.001 ** i), limitAt(z95)],
  ["slower by 1 % each", "false soon", modulated((i) => 0.2 * 1.01 ** i), limitAt(z95)],
  ["first 20 three times slower", "true", modulated((i) => (i < 20 ? 3 : 1)), limitAt(z99)],
  ["first 100 fade from 3 ×", "true", modulated((i) => 1 + 2 * Math.exp(-i / 30)), limitAt(z99)],
  ["independent, 1 % over", "true", autoregressive(0), limitAt(z99)],
  ["independent, 50 % over", "false", autoregressive(0), 100],
  ["correlated by 0.6, 1 % over", "true", autoregressive(0.6), limitAt(z99)],
  ["correlated by 0.6, 50 % over", "false", autoregressive(0.6), 100],
  ["all over", "false", autoregressive(0), 1],
];

function simulate(makeTest, samples, limit, isOver = isDecided) {
  const tally = { proven: 0, refuted: 0, doubtful: 0, undecided: 0, samples: [] };
  for (let run = 0; run < runs; run += 1) {
    const next = samples(seededRandom(firstSeed + run));
    const test = makeTest(limit);
    let count = 0;
    while (count < most && !isOver(test)) {
      const value = next();
      test.observe(value, value >= limit);
      count += 1;
    }
    // Who has not stopped at a decision asks for one on all that there is.
    tally[(isOver === isDecided ? test.decision : test.conclude()).kind] += 1;
    tally.samples.push(count);
  }
  return tally;
}

function isDecided({ decision }) {
  return decision.kind === "proven" || decision.kind === "refuted";
}

class Plain extends SequentialTest {
  observe(_value, isExcess) {
    return super.observe(isExcess);
  }
}

const percent = (count) => `${((100 * count) / runs).toFixed(1)} %`;
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const at = (values, share) => values.toSorted((a, b) => a - b)[Math.ceil(share * runs) - 1];

console.log(`\nIndependent samples, p95, ${runs} runs of at most ${most}\n`);
console.log("| over the bound | proven | refuted | mean samples | median | 95 % of runs within |");
console.log("|---|---|---|---|---|---|");
const shares = [
  0, 0.005, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 1,
];
for (const share of shares) {
  const uniform = (random) => () => 1 - random();
  const limit = share === 0 ? 2 : 1 - share;
  const { proven, refuted, samples } = simulate(() => new Plain(p95), uniform, limit);
  const cells = [`${Number((100 * share).toPrecision(2))} %`, percent(proven), percent(refuted)];
  console.log(
    `| ${[...cells, mean(samples).toFixed(1), at(samples, 0.5), at(samples, 0.95)].join(" | ")} |`,
  );
}

console.log(
  `\nSamples that depend, p95, ${runs} runs of at most ${most}: as if independent → reviewed`,
);
console.log("→ reviewed and with at least 200 samples\n");
console.log("| samples | the claim is | proven | refuted | doubtful | median samples |");
console.log("|---|---|---|---|---|---|");
for (const [name, truth, samples, limit] of dependent) {
  const tallies = [
    simulate(() => new Plain(p95), samples, limit),
    simulate((bound) => new ReviewedTest(p95, { limit: bound }), samples, limit),
    simulate((bound) => new ReviewedTest(p95, { limit: bound, leastSamples: 200 }), samples, limit),
  ];
  const each = (cell) => tallies.map(cell).join(" → ");
  const cells = [
    each(({ proven }) => percent(proven)),
    each(({ refuted }) => percent(refuted)),
    each(({ doubtful }) => percent(doubtful)),
    each((tally) => at(tally.samples, 0.5)),
  ];
  console.log(`| ${[name, truth, ...cells].join(" | ")} |`);
}

console.log(
  `\nReviewed, with at least 200 samples, not stopped before ${most}: what all of them say\n`,
);
console.log("| samples | the claim is | proven | refuted |");
console.log("|---|---|---|---|");
for (const [name, truth, samples, limit] of dependent) {
  const make = (bound) => new ReviewedTest(p95, { limit: bound, leastSamples: 200 });
  const { proven, refuted } = simulate(make, samples, limit, () => false);
  console.log(`| ${[name, truth, percent(proven), percent(refuted)].join(" | ")} |`);
}
