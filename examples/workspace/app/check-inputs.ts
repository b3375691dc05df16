/** Makes a scope of routes check what is sent with the product's own words for what is wrong. */
import type { FastifyInstance } from "fastify";
import { type InputCheck, refuseInput } from "./domain/input-check.ts";

export function checkInputs(app: FastifyInstance, inputs: InputCheck): void {
  app.setValidatorCompiler<object>(({ schema, httpPart }) => {
    // An id that looks wrong is an id that does not exist: the handlers answer 404 to it.
    if (httpPart !== "body" && httpPart !== "querystring") return (value: unknown) => ({ value });
    return (value: unknown) => {
      const errors = inputs.errors(schema, value, httpPart === "body" ? "body" : "address");
      return errors.length === 0 ? { value } : { error: refuseInput(errors) };
    };
  });
}
