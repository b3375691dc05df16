/** Thrown by what is performed when the page is not ready for it; the message is what to say at the deadline. */
export class NotYet extends Error {}
