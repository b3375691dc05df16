// A request's body as the wire wants it.
import { File } from "node:buffer";
import type { FormData } from "undici";
import type { MultipartPart, RequestBody } from "../../journey/api-port.ts";
import { loadUndici } from "./libraries.ts";

export interface EncodedBody {
  readonly payload: string | Uint8Array | FormData;
  /** Undefined where the client names it itself (multipart carries its boundary). */
  readonly contentType: string | undefined;
  /** What evidence shows; binary content is described, not copied. */
  readonly shown: string;
}

export function encodeBody(body: RequestBody): EncodedBody {
  switch (body.kind) {
    case "json": {
      const payload = JSON.stringify(body.value);
      return { payload, contentType: "application/json", shown: payload };
    }
    case "form": {
      const payload = new URLSearchParams(
        body.fields.map(([name, value]): [string, string] => [name, value]),
      ).toString();
      return { payload, contentType: "application/x-www-form-urlencoded", shown: payload };
    }
    case "multipart":
      return {
        payload: formData(body.parts),
        contentType: undefined,
        shown: body.parts.map(describePart).join("\n"),
      };
    case "raw":
      return {
        payload: body.content,
        contentType: body.mediaType,
        shown: typeof body.content === "string" ? body.content : `(${body.content.length} bytes)`,
      };
  }
}

function formData(parts: readonly MultipartPart[]): FormData {
  const form = new (loadUndici().FormData)();
  for (const part of parts) {
    if (part.kind === "field") form.append(part.name, part.value);
    else form.append(part.name, new File([part.content], part.fileName, { type: part.mediaType }));
  }
  return form;
}

function describePart(part: MultipartPart): string {
  return part.kind === "field"
    ? `${encodeURIComponent(part.name)}=${encodeURIComponent(part.value)}`
    : `${part.name}: file ${part.fileName} (${part.mediaType}, ${part.content.length} bytes)`;
}
