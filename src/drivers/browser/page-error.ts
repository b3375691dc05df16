/** Something on the page was not as the step needs it. The text says what to look at; a stack would add nothing. */
export class PageError extends Error {
  override readonly name = "PageError";

  constructor(message: string) {
    super(message);
    this.stack = `${this.name}: ${message}`;
  }
}
