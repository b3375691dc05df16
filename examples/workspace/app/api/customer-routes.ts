/** Registration and the own profile. */
import type { FastifyInstance } from "fastify";
import type { Registration } from "../domain/customers.ts";
import { codeInput, passwordInput, profileInput, registrationInput } from "../domain/inputs.ts";
import { customerOf } from "../signed-in.ts";
import type { Workspace } from "../workspace.ts";
import { customerAnswer } from "./answers.ts";
import { answer, contract, created, NOTHING } from "./contract.ts";
import { refTo } from "./schemas.ts";

export function customerRoutes(app: FastifyInstance, workspace: Workspace): void {
  const { customers, secondFactor } = workspace;

  app.post<{ Body: Registration }>("/customers", { schema: register }, async (request, reply) => {
    const customer = await customers.register(request.body);
    return reply.code(201).header("location", "/api/me").send(customerAnswer(customer));
  });

  app.get("/me", { schema: readMe }, async (request) => customerAnswer(customerOf(request)));

  app.patch<{ Body: { name: string } }>("/me", { schema: changeMe }, async (request) =>
    customerAnswer(await customers.rename(customerOf(request), request.body.name)),
  );

  app.post("/me/second-factor", { schema: offer }, async (request, reply) =>
    reply.code(201).send(await secondFactor.offer(customerOf(request))),
  );

  app.put<{ Body: { code: string } }>("/me/second-factor", { schema: confirm }, async (request) => {
    await secondFactor.confirm(customerOf(request), request.body.code);
    return customerAnswer({ ...customerOf(request), hasSecondFactor: true });
  });

  app.delete<{ Body: { password: string } }>(
    "/me/second-factor",
    { schema: turnOff },
    async (request, reply) => {
      await secondFactor.turnOff(customerOf(request), request.body.password);
      return reply.code(204).send();
    },
  );
}

const register = contract({
  id: "registerCustomer",
  summary: "Register with email and password",
  tag: "Sign-in",
  open: true,
  body: registrationInput,
  answer: { 201: created("The new customer.", refTo("Customer")) },
  refusals: [403, 409],
});

const readMe = contract({
  id: "readMe",
  summary: "Who am I?",
  tag: "Sign-in",
  answer: { 200: answer("The customer who is signed in.", refTo("Customer")) },
  refusals: [],
});

const changeMe = contract({
  id: "changeMe",
  summary: "Change my name",
  tag: "Sign-in",
  body: profileInput,
  answer: { 200: answer("The customer, changed.", refTo("Customer")) },
  refusals: [403],
});

const offer = contract({
  id: "offerSecondFactor",
  summary: "Get a secret for the authenticator app; it counts once a code has proved it",
  tag: "Sign-in",
  answer: {
    201: answer(
      "The secret, in Base32 and as an address for a QR code.",
      refTo("SecondFactorOffer"),
    ),
  },
  refusals: [403, 409],
});

const confirm = contract({
  id: "confirmSecondFactor",
  summary: "Turn the second factor on with a first code",
  tag: "Sign-in",
  body: codeInput,
  answer: { 200: answer("The customer, with a second factor.", refTo("Customer")) },
  refusals: [403, 409],
});

const turnOff = contract({
  id: "turnOffSecondFactor",
  summary: "Turn the second factor off; asks for the password",
  tag: "Sign-in",
  body: passwordInput,
  answer: { 204: NOTHING },
  refusals: [403, 423],
});
