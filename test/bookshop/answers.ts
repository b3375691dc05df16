// What the routes of the bookshop are made of.
import type { IncomingMessage, ServerResponse } from "node:http";

export interface Book {
  readonly id: number;
  readonly title: string;
  readonly author: string;
  readonly price: number;
  readonly tags: readonly string[];
}

export const books: readonly Book[] = [
  { id: 1, title: "Middlemarch", author: "George Eliot", price: 9.5, tags: ["novel", "classic"] },
  { id: 2, title: "Emma", author: "Jane Austen", price: 7, tags: ["novel"] },
  { id: 3, title: "The Odyssey", author: "Homer", price: 12, tags: ["epic"] },
];

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly html?: string;
  /** Sent as it is, under the content type of `headers`. */
  readonly content?: string | Buffer;
  /** Writes the body itself, after the head. */
  readonly stream?: (response: ServerResponse) => void;
}

export interface Asked {
  readonly url: URL;
  readonly request: IncomingMessage;
  readonly body: Buffer;
  readonly shop: Shop;
}

/** `part` is what the path's group matched. */
export type Handler = (asked: Asked, part: string) => Answer | Promise<Answer>;
/** "GET /api/books/(\\d+)" and who answers. */
export type Route = readonly [string, Handler];

export interface Order {
  readonly id: string;
  readonly book: number;
  readonly quantity: number;
  seen: number;
}

export interface Shop {
  readonly orders: Map<string, Order>;
  readonly customers: Map<string, string>;
}

export function readForm(body: Buffer): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(String(body)));
}
