// What was attached to a scenario or a run, ready to be shown: read from cucumber's attachment messages.
// What is too large to show is named with its size, never dropped.
import type * as messages from "@cucumber/messages";
import type { Exchange } from "../journey/exchange.ts";
import type { Environment, FileEvidence, PageEvidence } from "./attachment-kinds.ts";
import type { CheckedInvariant } from "./checked-invariant.ts";
import type { MeasuredGates } from "./measured-gates.ts";
import { readOwnAttachment } from "./read-own-attachment.ts";

/** Caps of what a report embeds, in characters and bytes: a report of hundreds of failures must still open in a browser. */
export interface EvidenceCaps {
  readonly textLength: number;
  readonly imageBytes: number;
  readonly totalBytes: number;
}

export const defaultCaps: EvidenceCaps = {
  textLength: 64 * 1024,
  imageBytes: 2 * 1024 * 1024,
  totalBytes: 48 * 1024 * 1024,
};

interface Attached {
  /** The step it was attached by: an index into the attempt's steps. */
  readonly step?: number;
  readonly name?: string;
}

export type Evidence = Attached &
  (
    | { readonly kind: "exchanges"; readonly exchanges: readonly Exchange[] }
    | { readonly kind: "page"; readonly page: PageEvidence }
    | { readonly kind: "file"; readonly file: FileEvidence }
    /** Of a try that does not count; the last one's stands at its case. */
    | { readonly kind: "gates"; readonly gates: MeasuredGates }
    | { readonly kind: "invariants"; readonly invariant: CheckedInvariant }
    | {
        readonly kind: "text";
        readonly mediaType: string;
        readonly text: string;
        readonly cut: boolean;
      }
    | {
        readonly kind: "image";
        readonly mediaType: string;
        readonly base64: string;
        readonly sizeBytes: number;
      }
    | { readonly kind: "link"; readonly mediaType: string; readonly url: string }
    | {
        readonly kind: "left-out";
        readonly mediaType: string;
        readonly sizeBytes: number;
        readonly why: "too large" | "binary" | "the report is full";
      }
  );

export type ReadAttachment =
  | { readonly kind: "environment"; readonly environment: Environment }
  | { readonly kind: "evidence"; readonly evidence: Evidence };

/** Reads attachments of one run, and keeps count of what the report holds already. */
export class EvidenceReader {
  readonly #caps: EvidenceCaps;
  #embeddedBytes = 0;

  constructor(caps: EvidenceCaps = defaultCaps) {
    this.#caps = caps;
  }

  /** `step` is the index of the step that attached it. */
  read(attachment: messages.Attachment, step: number | undefined): ReadAttachment {
    const attached: Attached = {
      ...(step === undefined ? {} : { step }),
      ...(attachment.fileName === undefined ? {} : { name: attachment.fileName }),
    };
    const own = readOwnAttachment(attachment.mediaType, attachment.body);
    if (own?.kind === "environment") return own;
    const evidence = own ?? this.#readForeign(attachment);
    this.#embeddedBytes += measureEmbedded(evidence);
    return { kind: "evidence", evidence: { ...attached, ...evidence } };
  }

  #readForeign({ mediaType, body, contentEncoding, url }: messages.Attachment): Evidence {
    if (url !== undefined && body === "") return { kind: "link", mediaType, url };
    const isBase64 = contentEncoding === "BASE64";
    const sizeBytes = isBase64 ? Math.floor((body.length * 3) / 4) : Buffer.byteLength(body);
    const leaveOut = (why: "too large" | "binary" | "the report is full"): Evidence => ({
      kind: "left-out",
      mediaType,
      sizeBytes,
      why,
    });
    const isImage = isBase64 && /^image\/[\w.+-]+$/.test(mediaType);
    if (isBase64 && !isImage && !isTextual(mediaType)) return leaveOut("binary");
    if (isImage && sizeBytes > this.#caps.imageBytes) return leaveOut("too large");
    if (this.#embeddedBytes + sizeBytes > this.#caps.totalBytes)
      return leaveOut("the report is full");
    if (isImage)
      return { kind: "image", mediaType, base64: body.replace(/[^\w+/=-]/g, ""), sizeBytes };
    const text = isBase64 ? Buffer.from(body, "base64").toString("utf8") : body;
    const kept = text.slice(0, this.#caps.textLength);
    return { kind: "text", mediaType, text: kept, cut: kept.length < text.length };
  }
}

function isTextual(mediaType: string): boolean {
  return /^text\/|[/+](?:json|xml)\b/.test(mediaType);
}

function measureEmbedded(evidence: Evidence): number {
  if (evidence.kind === "image") return evidence.sizeBytes;
  return evidence.kind === "text" ? evidence.text.length : 0;
}
