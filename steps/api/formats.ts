// Whether a body is of the format that a sentence names.
import { readCsv } from "../../src/checks/csv-table.ts";
import { readXml } from "../../src/checks/xml-document.ts";
import type { ApiResponse } from "../../src/journey/api-port.ts";
import { withBody } from "./response-values.ts";

/** JSON, XML and CSV are read, whatever their content type says; the others are known by their content type. */
export function demandFormat(response: ApiResponse, format: string, negated: boolean): void {
  const problem = findProblem(response, format);
  if ((problem === undefined) !== negated) return;
  const failure = problem ?? `expected the response not to be ${format}, but it is`;
  throw new Error(withBody(failure, response));
}

function findProblem(response: ApiResponse, format: string): string | undefined {
  switch (format) {
    case "JSON":
      return tryToRead(() => response.json());
    case "XML":
      return tryToRead(() => readXml(response.text()));
    case "CSV":
      return ofType(response, format, /csv/i) ?? tryToRead(() => readCsv(response.text()));
    case "plain text":
      return ofType(response, format, /^text\/plain\b/i);
    default:
      return ofType(response, format, new RegExp(`\\b${format}\\b`, "i"));
  }
}

function tryToRead(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function ofType(response: ApiResponse, format: string, type: RegExp): string | undefined {
  const told = response.header("content-type");
  if (told !== undefined && type.test(told)) return undefined;
  return `expected the response to be ${format}, but its content type is ${told ?? "not told"}`;
}
