/** Files on their way in and out, for API and pages. */
import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { MAX_FILE_BYTES, type StoredFile, type Upload } from "./domain/files.ts";
import { Refusal, refuseField } from "./domain/refusal.ts";

export async function acceptUploads(app: FastifyInstance): Promise<void> {
  await app.register(multipart, { limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 10 } });
}

/** The file in the multipart field `file`. */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) {
    throw new Refusal("unsupported-media-type", "Send multipart/form-data.");
  }
  const part = await request.file().catch(refuseMalformed);
  // A form whose file was left empty still sends a part, without a name.
  if (part === undefined || part.fieldname !== "file" || part.filename === "") {
    throw refuseField("file", "Choose a file.");
  }
  const content = await part.toBuffer().catch((error: unknown) => {
    if (part.file.truncated) {
      throw refuseField("file", "This file is larger than 2 MB.", "too-large");
    }
    return refuseMalformed(error);
  });
  // A file that is cut within its last chunk is not noticed by toBuffer itself.
  if (part.file.truncated) throw refuseField("file", "This file is larger than 2 MB.", "too-large");
  return { name: part.filename, type: part.mimetype, content };
}

/** The parser throws plain errors at multipart that it cannot read, and only then. */
function refuseMalformed(error: unknown): never {
  if (error instanceof Error && !("code" in error)) {
    throw new Refusal("malformed", "This is no complete multipart message.");
  }
  throw error;
}

/** As an attachment and never as a page: what customers upload must not run in our origin. */
export function sendFile(
  reply: FastifyReply,
  [file, content]: readonly [StoredFile, Buffer],
): FastifyReply {
  return reply
    .headers({
      "content-disposition": `attachment; filename*=UTF-8''${encodeName(file.name)}`,
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-cache",
    })
    .type(file.type)
    .send(content);
}

/** RFC 8187 allows fewer characters than encodeURIComponent leaves alone. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
