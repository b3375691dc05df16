// A value whose fingerprint is made when it is first asked for: most commands ask for none, and there are many.

interface HasHash {
  readonly contentHash: string;
}

class Hashed {
  // One function for all instances: with one each, every value would be a table of its own for V8.
  static readonly #property: PropertyDescriptor & ThisType<Hashed> = {
    enumerable: true,
    get() {
      return this.#read();
    },
  };

  readonly #make: (whole: never) => string;
  #hash: string | undefined;

  constructor(parts: object, make: (whole: never) => string) {
    this.#make = make;
    Object.assign(this, parts);
    Object.defineProperty(this, "contentHash", Hashed.#property);
  }

  #read(): string {
    this.#hash ??= this.#make(this as never);
    return this.#hash;
  }
}

/** The parts, and `contentHash` as an ordinary property that is computed once, at first use. */
export function addHash<T extends object>(
  parts: T,
  make: (whole: T & HasHash) => string,
): T & HasHash {
  return new Hashed(parts, make) as object as T & HasHash;
}
