// Values of which a part is made when it is first asked for: fingerprints, and the ids of rows that are made of them. Most
// commands ask for none, and there are many.

interface HasHash {
  readonly contentHash: string;
}

class Lazy {
  // One function for all instances: with one each, every value would be a table of its own for V8.
  static readonly #contentHash: PropertyDescriptor & ThisType<Lazy> = {
    enumerable: true,
    get() {
      return this.#readHash();
    },
  };
  static readonly #id: PropertyDescriptor & ThisType<Lazy> = {
    enumerable: true,
    get() {
      return this.#makeId?.();
    },
  };

  readonly #makeHash: (whole: never) => string;
  readonly #makeId: (() => string) | undefined;
  #hash: string | undefined;

  constructor(parts: object, makeHash: (whole: never) => string, makeId?: () => string) {
    this.#makeHash = makeHash;
    this.#makeId = makeId;
    if (makeId !== undefined) Object.defineProperty(this, "id", Lazy.#id);
    Object.assign(this, parts);
    Object.defineProperty(this, "contentHash", Lazy.#contentHash);
  }

  #readHash(): string {
    this.#hash ??= this.#makeHash(this as never);
    return this.#hash;
  }
}

/** The parts, and `contentHash` as an ordinary property that is computed once, at first use. */
export function addHash<T extends object>(
  parts: T,
  makeHash: (whole: T & HasHash) => string,
): T & HasHash {
  return new Lazy(parts, makeHash) as object as T & HasHash;
}

/** The same with an `id`, which is asked of `makeId` at each use. */
export function addIdAndHash<T extends object>(
  parts: T,
  makeId: () => string,
  makeHash: (whole: T & HasHash & { readonly id: string }) => string,
): T & HasHash & { readonly id: string } {
  return new Lazy(parts, makeHash, makeId) as object as T & HasHash & { readonly id: string };
}
