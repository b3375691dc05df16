// A claim about a share, decided while samples arrive one by one. It keeps two counts and no samples.
import {
  type Counts,
  countNeeded,
  type Decision,
  isRefuted,
  type ShareClaim,
} from "./share-claim.ts";

/**
 * Decides as `decideShare` does, and stays with what it decided first, though counting goes on: ask `decideShare` what
 * counts of a later time say, as `ReviewedTest` does. A sample within costs a subtraction: evidence is
 * computed only at an excess, since nothing else can refute, and until then each sample within is one fewer needed.
 */
export class SequentialTest {
  readonly #claim: ShareClaim;
  #samples = 0;
  #excesses = 0;
  #decision: Decision;

  constructor(claim: ShareClaim) {
    this.#claim = claim;
    this.#decision = undecided(countNeeded(claim, { samples: 0, excesses: 0 }));
  }

  get counts(): Counts {
    return { samples: this.#samples, excesses: this.#excesses };
  }

  get decision(): Decision {
    return this.#decision;
  }

  observe(isExcess: boolean): Decision {
    this.#samples += 1;
    if (isExcess) this.#excesses += 1;
    if (this.#decision.kind === "undecided") {
      const { needed } = this.#decision;
      this.#decision = isExcess ? this.#decideAnew(needed) : oneFewer(needed);
    }
    return this.#decision;
  }

  #decideAnew(before: number | undefined): Decision {
    if (isRefuted(this.#claim, this.counts)) return { kind: "refuted" };
    // An excess takes evidence away, so more are needed than before it.
    const needed =
      before === undefined ? undefined : countNeeded(this.#claim, this.counts, before - 1);
    return undecided(needed);
  }
}

function oneFewer(needed: number | undefined): Decision {
  return undecided(needed === undefined ? undefined : needed - 1);
}

function undecided(needed: number | undefined): Decision {
  if (needed === 0) return { kind: "proven" };
  return { kind: "undecided", ...(needed !== undefined && { needed }) };
}
