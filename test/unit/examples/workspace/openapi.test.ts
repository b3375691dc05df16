/**
 * That the document is true is checked by every other test too: each API answer that a Visitor
 * gets is held against it.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { systemClock } from "../../../../examples/workspace/app/domain/clock.ts";
import { Database } from "../../../../examples/workspace/app/domain/database.ts";
import { honest } from "../../../../examples/workspace/app/domain/honesty.ts";
import { createServer } from "../../../../examples/workspace/app/server.ts";
import { createWorkspace } from "../../../../examples/workspace/app/workspace.ts";
import { runWorkspace } from "./running-workspace.ts";

const workspace = runWorkspace({});

test("the document names every route of the API, and no other", async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), "workspace-routes-"));
  const database = await Database.open(dataFolder);
  const app = await createServer(
    createWorkspace({ database, dataFolder, clock: systemClock, honesty: honest }),
    null,
  );
  await app.ready();
  const routes = routesOf(app.printRoutes({ commonPrefix: false }));
  await app.close();
  database.close();
  await rm(dataFolder, { recursive: true });
  const described = Object.entries(workspace.description.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(routes.length).toBeGreaterThan(30);
  expect(described.sort()).toEqual(routes.sort());
});

test("each operation has a name of its own, a summary and an answer", () => {
  const operations = Object.values(workspace.description.paths).flatMap((path) =>
    Object.values(path),
  );
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const operation of operations) {
    expect(operation).toMatchObject({ summary: expect.any(String), tags: [expect.any(String)] });
    expect(Object.keys(operation.responses).some((status) => status.startsWith("2"))).toBe(true);
  }
});

test("it is OpenAPI 3.1 whose references all lead somewhere", () => {
  const { document } = workspace.description;
  expect(document["openapi"]).toBe("3.1.0");
  const text = JSON.stringify(document);
  const references = new Set(
    [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1]),
  );
  expect([...references].sort()).toContain("Problem");
  const schemas = Object.keys(Object(Object(document["components"]).schemas));
  for (const name of references) expect(schemas).toContain(name);
});

/** "GET /api/projects/{id}" and so on, read from the tree that the router prints. */
function routesOf(tree: string): string[] {
  const parents: string[] = [];
  return tree.split("\n").flatMap((line) => {
    const match = /^([│├└─\s]*)(\S*)(?: \(([A-Z, ]+)\))?$/.exec(line);
    if (match === null || line.trim() === "") return [];
    const [, indent = "", part = "", methods = ""] = match;
    const depth = indent.length / 4;
    parents.length = depth;
    parents[depth] = `${parents[depth - 1] ?? ""}${part}`;
    const path = (parents[depth] ?? "").replace(/:(\w+)/g, "{$1}");
    if (!path.startsWith("/api/")) return [];
    return methods
      .split(", ")
      .filter((method) => method !== "" && method !== "HEAD")
      .map((method) => `${method} ${path}`);
  });
}
