// The bookshop's answers in other formats than JSON, GraphQL, caching, slowness.
import { gzipSync } from "node:zlib";
import { type Answer, type Asked, books, type Route, readForm } from "./answers.ts";

const xml = `<?xml version="1.0"?>
<shop xmlns:m="urn:money">${books
  .map(
    ({ id, title, price }) =>
      `<book id="${id}"><title>${title}</title><m:price>${price}</m:price></book>`,
  )
  .join("")}</shop>`;

const csv = `id,title,price\n${books.map(({ id, title, price }) => `${id},"${title}",${price}`).join("\n")}\n`;

/** A GraphQL server that knows two operations, told apart by a word in the query. */
function answerGraphql({ body }: Asked): Answer {
  const {
    query,
    variables = {},
    operationName,
  } = JSON.parse(String(body)) as {
    query: string;
    variables?: { id?: number };
    operationName?: string;
  };
  if (query.includes("mutation"))
    return { json: { data: { order: { id: "o-1", by: operationName } } } };
  const book = books.find(({ id }) => id === Number(variables.id ?? 1));
  if (book !== undefined) return { json: { data: { book } } };
  return { json: { data: { book: null }, errors: [{ message: "There is no such book" }] } };
}

/** Knows its answer by an ETag, and says so for an hour. */
function showPrices({ request }: Asked): Answer {
  const etag = '"prices-1"';
  const headers = { etag, "cache-control": "public, max-age=3600" };
  if (request.headers["if-none-match"] === etag) return { status: 304, headers };
  return { headers, json: books.map(({ id, price }) => ({ id, price })) };
}

function showWishList({ request }: Asked): Answer {
  const wish = /wish=([^;]*)/.exec(request.headers.cookie ?? "")?.[1];
  const key = request.headers["x-shop-key"];
  return {
    json: { wish: wish ?? null, key: key ?? null, authorised: "authorization" in request.headers },
  };
}

function setTheme(): Answer {
  const theme = "theme=dark; Path=/; Max-Age=3600; HttpOnly; Secure; SameSite=Lax";
  return { headers: { "set-cookie": theme }, json: { theme: "dark" } };
}

const description = {
  openapi: "3.1.0",
  info: { title: "Bookshop", version: "1" },
  paths: {
    "/api/books/{id}": {
      get: {
        responses: {
          200: {
            content: { "application/json": { schema: { $ref: "#/components/schemas/Book" } } },
          },
          404: { content: { "application/json": { schema: { required: ["problem"] } } } },
        },
      },
    },
  },
  components: {
    schemas: {
      Book: {
        type: "object",
        required: ["id", "title", "price"],
        properties: {
          id: { type: "integer" },
          title: { type: "string" },
          price: { type: "number" },
        },
      },
    },
  },
};

export const formatRoutes: readonly Route[] = [
  ["POST /graphql", answerGraphql],
  ["POST /api/graphql", answerGraphql],
  ["GET /api/prices", showPrices],
  ["GET /api/wishes", showWishList],
  ["GET /api/theme", setTheme],
  ["GET /api/openapi.json", () => ({ json: description })],
  ["GET /openapi.json", () => ({ json: description })],
  ["GET /api/where", ({ request }) => ({ json: { url: `http://${request.headers.host}` } })],
  [
    "POST /api/echo",
    ({ body, request }) => ({
      json: { text: String(body), type: request.headers["content-type"] },
    }),
  ],
  ["POST /api/forms", ({ body }) => ({ status: 201, json: readForm(body) })],
  ["GET /api/books.xml", () => ({ content: xml, headers: { "content-type": "application/xml" } })],
  [
    "GET /api/books.csv",
    () => ({ content: csv, headers: { "content-type": "text/csv; charset=utf-8" } }),
  ],
  [
    "GET /api/motto",
    () => ({
      content: "Read more.\nWrite less.\n",
      headers: { "content-type": "text/plain; charset=utf-8" },
    }),
  ],
  [
    "GET /api/packed",
    () => ({
      content: gzipSync(JSON.stringify({ packed: true })),
      headers: { "content-type": "application/json", "content-encoding": "gzip" },
    }),
  ],
  ["GET /api/moved", () => ({ status: 302, headers: { location: "/api/books" } })],
];
