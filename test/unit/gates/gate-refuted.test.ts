import { expect, it } from "vitest";
import { GateRefuted } from "../../../src/gates/gate-refuted.ts";

it("is known by its class's name, and leads nobody into our code", () => {
  const error = new GateRefuted(["1 gate is refuted:", "  refuted  @latency:p95<300ms"]);
  // cucumber tells reports the constructor's name.
  expect(error.constructor.name).toBe("GateRefuted");
  expect(error.message).toBe("1 gate is refuted:\n  refuted  @latency:p95<300ms");
  expect(error.stack).toBe(`GateRefuted: ${error.message}`);
});
