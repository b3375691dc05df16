// The last exchanges of one session, as evidence. It knows not how they came about.
import type { Exchange } from "../../journey/exchange.ts";
import type { SecretKeeper } from "../../journey/secret-keeper.ts";

/** As many as help to understand a failure without filling the report. */
const most = 20;

/** What it was is made when somebody asks: most are never looked at. */
export interface Exchanged {
  readonly exchange: Exchange;
}

export class RecentExchanges {
  readonly #kept: Exchanged[] = [];
  #unlearnt = 0;

  add(exchanged: Exchanged): void {
    this.#kept.push(exchanged);
    if (this.#kept.length > most) this.#kept.shift();
    this.#unlearnt = Math.min(this.#unlearnt + 1, most);
  }

  /** Oldest first. */
  get all(): readonly Exchange[] {
    return this.#kept.map(({ exchange }) => exchange);
  }

  /** Tells the keeper of those that it has not been told of. */
  learnSecrets(secrets: SecretKeeper): void {
    if (this.#unlearnt === 0) return;
    for (const { exchange } of this.#kept.slice(-this.#unlearnt)) secrets.learnFrom(exchange);
    this.#unlearnt = 0;
  }
}
