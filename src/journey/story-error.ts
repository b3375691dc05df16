// A mistake of the story itself: it names what is not there, or asks for what cannot be.
// It says nothing about the product, so what it stops stays unproven.

/** Cucumber tells the name of this class, and reports go by it. The message says what is wrong and a way out. */
export class StoryError extends Error {
  override readonly name = "StoryError";

  constructor(message: string) {
    super(message);
    // Where our code noticed it helps nobody who wrote the sentence.
    this.stack = `${this.name}: ${message}`;
  }
}
