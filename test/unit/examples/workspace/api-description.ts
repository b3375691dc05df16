/** The product's OpenAPI document as a judge: is this answer one that the document promises? */
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Answer } from "./running-workspace.ts";

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, ResponseDescription>>;
}

interface ResponseDescription {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}

export class ApiDescription {
  /** Which status of which operation the tests have seen. */
  readonly seen = new Set<string>();
  readonly document: Readonly<Record<string, unknown>>;
  readonly #ajv = new Ajv2020({ strict: false });

  constructor(document: unknown) {
    this.document = Object(document);
    addFormats.default(this.#ajv);
    this.#ajv.addSchema(this.document, "openapi");
  }

  get paths(): Readonly<Record<string, Readonly<Record<string, Operation>>>> {
    return Object(this.document["paths"]);
  }

  /** Throws when the document does not promise this answer. */
  check(method: string, address: string, answer: Answer): void {
    const found = this.#find(method, address);
    if (found === null) {
      if (answer.status === 404) return;
      throw new Error(`${method} ${address} is not in the OpenAPI document`);
    }
    const [path, operation] = found;
    const where = `${operation.operationId} ${answer.status}`;
    const response = operation.responses[answer.status];
    if (response === undefined)
      throw new Error(`${where} is not in the OpenAPI document: ${answer.text}`);
    this.seen.add(where);
    this.#checkBody(
      where,
      ["paths", path, method.toLowerCase(), "responses", String(answer.status)],
      response,
      answer,
    );
  }

  #checkBody(
    where: string,
    at: readonly string[],
    { content = {} }: ResponseDescription,
    answer: Answer,
  ): void {
    const type = (answer.headers.get("content-type") ?? "").split(";")[0] ?? "";
    if ("*/*" in content || (type === "" && Object.keys(content).length === 0)) return;
    if (!(type in content))
      throw new Error(`${where} has the type ${type}, which is not in the OpenAPI document`);
    const pointer = [...at, "content", type, "schema"].map(toPointer).join("/");
    const validate = this.#ajv.getSchema(`openapi#/${pointer}`);
    if (validate === undefined) throw new Error(`${where} has no schema`);
    if (!validate(answer.json))
      throw new Error(`${where}: ${this.#ajv.errorsText(validate.errors)}`);
  }

  #find(method: string, address: string): readonly [string, Operation] | null {
    const pathname = address.split("?")[0] ?? "";
    const matching = Object.entries(this.paths).filter(([path]) => toPattern(path).test(pathname));
    // The most literal path wins, as in the router: /sessions/current before /sessions/{id}.
    const [best] = matching.sort(([a], [b]) => a.split("{").length - b.split("{").length);
    const operation = best?.[1][method.toLowerCase()];
    return best === undefined || operation === undefined ? null : [best[0], operation];
  }
}

function toPattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{[^}]+\}/g, "[^/]+")}$`);
}

function toPointer(part: string): string {
  return encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));
}
