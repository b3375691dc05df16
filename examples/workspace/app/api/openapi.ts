/** The OpenAPI 3.1 document at /openapi.json, made from the contracts that the API itself obeys. */
import swagger from "@fastify/swagger";
import type { FastifyInstance, FastifySchema } from "fastify";
import { SESSION_COOKIE } from "../signed-in.ts";
import { schemas } from "./schemas.ts";

const DESCRIPTION = `The JSON API of Workspace, a small product to keep projects in.

Sign in with \`POST /api/sessions\` and send the token as \`Authorization: Bearer …\`, or let the
cookie do it. Whatever is refused is refused as problem+json (RFC 9457).`;

/** To be called before the API's routes are registered, which it listens to. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  for (const schema of schemas) app.addSchema(schema);
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Workspace", version: "1.0.0", description: DESCRIPTION },
      components: {
        securitySchemes: {
          cookie: { type: "apiKey", in: "cookie", name: SESSION_COOKIE },
          bearer: { type: "http", scheme: "bearer" },
        },
      },
    },
    refResolver: {
      buildLocalReference: (json, _baseUri, _fragment, i) => String(json["$id"] ?? `schema-${i}`),
    },
    transform: ({ schema, url }) => ({ schema: isApi(url) ? withUpload(schema) : hidden, url }),
  });
  app.get("/openapi.json", () => app.swagger());
}

function isApi(url: string): boolean {
  return url.startsWith("/api/");
}

const hidden: FastifySchema = { hide: true };

/** Only described: what comes as multipart is checked where it is read. */
function withUpload(schema: FastifySchema): FastifySchema {
  if (schema.consumes?.includes("multipart/form-data") !== true) return schema;
  const file = { type: "string", format: "binary", description: "The file, at most 2 MB." };
  return { ...schema, body: { type: "object", required: ["file"], properties: { file } } };
}
