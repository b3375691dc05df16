import { describe, expect, test } from "vitest";
import { runWorkspace, type Sending } from "./running-workspace.ts";

const workspace = runWorkspace();
const TWO_MB = 2 * 1024 * 1024;

async function projectFiles() {
  const owner = await workspace.customer();
  const address = `/api/projects/${await workspace.project(owner)}/files`;
  return { owner, address, upload: (sending: Sending) => owner.send("POST", address, sending) };
}

describe("a file", () => {
  test("comes back as it was uploaded, as a download", async () => {
    const { owner, address, upload } = await projectFiles();
    const uploaded = await upload({
      file: { name: "naïve (1).html", content: "<script>héllo</script>" },
    });
    expect(uploaded.status).toBe(201);
    expect(uploaded.json).toMatchObject({
      name: "naïve (1).html",
      sizeBytes: 23,
      uploadedBy: owner.email,
    });
    expect((await owner.get(address)).json.items).toEqual([uploaded.json]);
    const download = await owner.get(uploaded.headers.get("location") ?? "");
    expect(download.text).toBe("<script>héllo</script>");
    expect(download.headers.get("content-disposition")).toBe(
      "attachment; filename*=UTF-8''na%C3%AFve%20%281%29.html",
    );
    expect(download.headers.get("x-content-type-options")).toBe("nosniff");
    expect(download.headers.get("content-security-policy")).toContain("sandbox");
  });

  test("never becomes a path by its name", async () => {
    const { upload, owner } = await projectFiles();
    const uploaded = await upload({ file: { name: "../../workspace.db", content: "x" } });
    expect(uploaded.status).toBe(201);
    expect((await owner.get(uploaded.headers.get("location") ?? "")).text).toBe("x");
  });

  test("may have 2 MB and not a byte more", async () => {
    const { owner, address, upload } = await projectFiles();
    const full = await upload({ file: { name: "full", content: new Uint8Array(TWO_MB) } });
    expect(full.json.sizeBytes).toBe(TWO_MB);
    const over = await upload({ file: { name: "over", content: new Uint8Array(TWO_MB + 1) } });
    expect(over.status).toBe(413);
    expect(over.json.errors).toEqual([
      { field: "file", message: "This file is larger than 2 MB." },
    ]);
    expect((await owner.get(address)).json.items).toHaveLength(1);
  });

  test.each<[string, Sending, number]>([
    ["JSON instead", { json: { file: "x" } }, 415],
    ["another field", { file: { name: "x", content: "x", field: "document" } }, 422],
    ["nothing", {}, 415],
    [
      "a multipart without boundary",
      { body: "x", headers: { "content-type": "multipart/form-data" } },
      400,
    ],
    [
      "a multipart that breaks off",
      {
        body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf',
        headers: { "content-type": "multipart/form-data; boundary=x" },
      },
      400,
    ],
  ])("is refused as %s", async (_how, sending, status) => {
    const { upload, owner, address } = await projectFiles();
    expect((await upload(sending)).status).toBe(status);
    expect((await owner.get(address)).json.items).toEqual([]);
  });

  test("is gone when deleted, and so are those of a deleted project", async () => {
    const { owner, address, upload } = await projectFiles();
    const one = await upload({ file: { name: "one", content: "1" } });
    const two = await upload({ file: { name: "two", content: "2" } });
    expect((await owner.delete(one.headers.get("location") ?? "")).status).toBe(204);
    expect((await owner.get(one.headers.get("location") ?? "")).status).toBe(404);
    await owner.delete(address.replace("/files", ""));
    expect((await owner.get(two.headers.get("location") ?? "")).status).toBe(404);
  });

  test("is not found under another project", async () => {
    const { owner, upload } = await projectFiles();
    const { json } = await upload({ file: { name: "one", content: "1" } });
    const other = await workspace.project(owner);
    expect((await owner.get(`/api/projects/${other}/files/${json.id}`)).status).toBe(404);
  });
});
