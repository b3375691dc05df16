// What the truth report of a project says of gates, and products with programmed answers.
import type { IncomingMessage, ServerResponse } from "node:http";
import { configFor, startProduct } from "./product.ts";
import { makeProject, type Project } from "./project.ts";

export interface ReportedGuarantee {
  readonly title: string;
  readonly kind: string;
  readonly text: string;
  readonly verdict: string;
  readonly reason?: { readonly kind: string; readonly text: string };
}

interface Report {
  readonly stories: readonly {
    readonly scenarios: readonly {
      readonly cases: readonly {
        readonly title: string;
        readonly guarantees: readonly Omit<ReportedGuarantee, "title">[];
      }[];
    }[];
  }[];
}

export function guaranteesOf(project: Project): readonly ReportedGuarantee[] {
  const { stories } = JSON.parse(project.read("reports/truth.json")) as Report;
  return stories
    .flatMap(({ scenarios }) => scenarios.flatMap(({ cases }) => cases))
    .flatMap(({ title, guarantees }) => guarantees.map((one) => ({ title, ...one })));
}

/** "A quick answer: proven", "A quick answer: latency:p95<300ms unproven" … */
export function verdictsOf(project: Project): readonly string[] {
  return guaranteesOf(project).map(({ title, kind, text, verdict }) =>
    kind === "gate" ? `${title}: ${text} ${verdict}` : `${title}: ${verdict}`,
  );
}

/** The only gate of a project's only scenario. */
export function theGate(project: Project): ReportedGuarantee {
  const [gate, ...more] = guaranteesOf(project).filter(({ kind }) => kind === "gate");
  if (gate === undefined || more.length > 0) throw new Error(verdictsOf(project).join("\n"));
  return gate;
}

/** What `application/vnd.storyproof.gates+json` attachments the messages carry, read. */
export function attachedGates(project: Project): readonly Readonly<Record<string, never>>[] {
  return project
    .read("reports/messages.ndjson")
    .split("\n")
    .filter((line) => line.includes("vnd.storyproof.gates+json"))
    .map((line) => JSON.parse(JSON.parse(line).attachment.body));
}

/**
 * A product that knows how often it was asked, preflight aside: `answer` does the rest. Its address is where the API is.
 */
export function countingProduct(
  answer: (response: ServerResponse, at: number, request: IncomingMessage) => void,
): Promise<string> {
  let asked = 0;
  return startProduct((request, response) => {
    if (request.url === "/") response.end("ok");
    else answer(response, asked++, request);
  });
}

/** One scenario that asks for `/orders` and demands 200, with these tags. */
export function ordersFeature(tags: string): string {
  return `Feature: Orders
  ${tags}
  Scenario: Orders are listed
    When I send a GET request to "/orders"
    Then the response status should be 200
`;
}

export function apiProject(
  url: string,
  feature: string,
  more: { readonly options?: object; readonly files?: Readonly<Record<string, string>> } = {},
): Project {
  return makeProject({
    "cucumber.js": configFor(url, { steps: { packs: ["api"] }, ...more.options }),
    "features/orders.feature": feature,
    ...more.files,
  });
}
