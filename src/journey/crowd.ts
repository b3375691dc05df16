// Members that come and go all the time, in no order. It knows nothing of what they are.
//
// No Map or Set: where entries come and go, their tables are made anew again and again, and each old table points at the
// one after it. One that has outlived its collection keeps all later ones alive until the next full collection, and with
// them whatever their entries held: thousands of Worlds that have ended, copied by each small collection.

export interface Member {
  /** Where it stands; of the crowd's own concern. */
  place: number;
}

export class Crowd<M extends Member> {
  readonly #members: M[] = [];

  get size(): number {
    return this.#members.length;
  }

  /** Those that are there now. */
  get all(): readonly M[] {
    return [...this.#members];
  }

  add(member: M): void {
    member.place = this.#members.length;
    this.#members.push(member);
  }

  /** False for one that was not there any more. */
  remove(member: M): boolean {
    const { place } = member;
    const last = this.#members.at(-1);
    if (last === undefined || this.#members[place] !== member) return false;
    // The last one takes its place, so that nobody has to move up.
    this.#members[place] = last;
    last.place = place;
    this.#members.pop();
    return true;
  }
}
