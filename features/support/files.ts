// Files too large to be kept beside the stories.
import { When } from "@cucumber/cucumber";
import type { Actor } from "../../src/index.ts";

When(
  "{actor} upload(s) a file of {int} bytes to {text}",
  async (actor: Actor, size: number, path: string) => {
    await actor.api.send({
      method: "POST",
      path,
      body: {
        kind: "multipart",
        parts: [
          {
            kind: "file",
            name: "file",
            fileName: "large.bin",
            content: new Uint8Array(size),
            mediaType: "application/octet-stream",
          },
        ],
      },
    });
  },
);
