import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import { afterEach, beforeEach, expect, it } from "vitest";
import { redactZip } from "../../../src/evidence/redact-zip.ts";
import { createSecretKeeper } from "../../../src/evidence/redaction.ts";
import { launchBrowser } from "./launch-browser.ts";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "storyproof-test-"));
  path = join(folder, "trace.zip");
});
afterEach(() => rmSync(folder, { recursive: true }));

function readZip(): Map<string, string> {
  const files = Object.entries(unzipSync(readFileSync(path)));
  return new Map(files.map(([name, bytes]) => [name, Buffer.from(bytes).toString("latin1")]));
}

it.each([{ level: 0 as const }, { level: 6 as const }])(
  "leaves no secret in any entry, stored or deflated (level $level)",
  ({ level }) => {
    const picture = new Uint8Array([0x89, 0x50, 0, 0, 1, 2, 3, 255]);
    const poisoned = new Uint8Array([0, 255, ...strToU8("planted-secret"), 0]);
    writeFileSync(
      path,
      zipSync(
        {
          "trace.trace": strToU8('{"type":"before","params":{"value":"planted-secret"}}\n'),
          "trace.network": strToU8(
            '{"headers":[{"name":"Authorization","value":"Bearer abc"},{"name":"X-Api-Key","value":"header-secret"}]}\n',
          ),
          "resources/a.html": strToU8("<p>planted-secret and header-secret</p>"),
          "resources/planted-secret.json": strToU8('{"password":"pw"}'),
          "resources/b.png": picture,
          "resources/c.bin": poisoned,
          "resources/empty.txt": new Uint8Array(),
        },
        { level },
      ),
    );
    redactZip(path, createSecretKeeper({ values: ["planted-secret"] }));
    const files = readZip();
    expect([...files].flat().join("\n")).not.toMatch(
      /planted-secret|header-secret|"pw"|Bearer abc/,
    );
    expect(files.get("resources/[redacted].json")).toBe('{"password":"[redacted]"}');
    expect(files.get("resources/b.png")).toBe(Buffer.from(picture).toString("latin1"));
    expect(files.get("resources/empty.txt")).toBe("");
    expect(files.size).toBe(7);
  },
);

it("hides what was typed into a field with a secret name, however short", () => {
  const line =
    '{"method":"fill","params":{"selector":"internal:label=\\"Password\\"i","value":"abc","force":false}}';
  writeFileSync(path, zipSync({ "trace.trace": strToU8(line) }));
  redactZip(path, createSecretKeeper());
  expect(readZip().get("trace.trace")).toBe(line.replace('"abc"', '"[redacted]"'));
});

it("handles more than it unpacks at one time", () => {
  const block = strToU8(`{"a":"${"x".repeat(12 * 1024 * 1024)}planted-secret"}`);
  const entries = Object.fromEntries(Array.from({ length: 5 }, (_, n) => [`r${n}.json`, block]));
  writeFileSync(path, zipSync(entries, { level: 1 }));
  redactZip(path, createSecretKeeper({ values: ["planted-secret"] }));
  const files = readZip();
  expect([...files.keys()]).toEqual(["r0.json", "r1.json", "r2.json", "r3.json", "r4.json"]);
  for (const content of files.values()) expect(content.endsWith('[redacted]"}')).toBe(true);
});

it("removes what it cannot rewrite", () => {
  writeFileSync(path, "this is no zip, and holds planted-secret");
  expect(() => redactZip(path, createSecretKeeper())).toThrow("so it was removed");
  expect(() => readFileSync(path)).toThrow("ENOENT");
});

it("leaves no secret in a trace of a real browser", async () => {
  const secrets = ["typed-secret-1", "header-secret-2", "answer-secret-3", "cookie-secret-4-long"];
  const server = createServer((request, response) => {
    response.setHeader("set-cookie", `sid=${secrets[3]}; Path=/`);
    if (request.method === "POST") {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ token: secrets[2] }));
      return;
    }
    response.setHeader("content-type", "text/html");
    response.end(`<label>Password <input name=password></label><button>Go</button><p></p><script>
      document.querySelector("button").onclick = async () => {
        const password = document.querySelector("input").value;
        const answer = await fetch("/sign-in", { method: "POST", body: JSON.stringify({ password }) });
        document.querySelector("p").textContent = (await answer.json()).token;
      };
    </script>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({
      extraHTTPHeaders: { authorization: `Bearer ${secrets[1]}` },
    });
    await context.tracing.start({ screenshots: true, snapshots: true });
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.getByLabel("Password").fill(secrets[0] ?? "");
    await page.getByRole("button").click();
    await page.getByText(secrets[2] ?? "").waitFor();
    await context.tracing.stop({ path });
    const before = [...readZip().values()].join("\n");
    for (const secret of secrets) expect(before).toContain(secret);

    redactZip(path, createSecretKeeper());
    const after = readZip();
    for (const secret of secrets) expect([...after.values()].join("\n")).not.toContain(secret);
    for (const [name, content] of after) {
      if (!/\.(?:trace|network)$/.test(name)) continue;
      for (const line of content.trim().split("\n")) expect(() => JSON.parse(line)).not.toThrow();
    }
  } finally {
    await browser.close();
    server.close();
  }
});
