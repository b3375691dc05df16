// Projects and their members, made through the API before a scenario looks at them.
import { Given } from "@cucumber/cucumber";
import type { Actor, StoryWorld } from "../../src/index.ts";
import { mustAnswer } from "./answers.ts";

/** Remembers the project as `{{project.id}}`, `{{project.name}}` and so on. */
Given(
  "{actor} has/have a project {text}",
  async function (this: StoryWorld, actor: Actor, name: string) {
    const project = mustAnswer(await actor.api.post("/api/projects", { name }), 201);
    this.memory.remember("project", project);
  },
);

/** Who is invited must be signed in already; remembers the membership as `{{membership.id}}`. */
Given(
  "{actor} has/have invited {actor} to the project as {word}",
  async function (this: StoryWorld, owner: Actor, invited: Actor, role: string) {
    const email = this.memory.recall(`${invited.name}.email`);
    const members = this.resolve("/api/projects/{{project.id}}/members");
    const membership = mustAnswer(await owner.api.post(members, { email, role }), 201);
    this.memory.remember("membership", membership);
  },
);

/** Remembers the link as `{{link.id}}`, `{{link.token}}` and `{{link.url}}`. */
Given("{actor} has/have shared the project", async function (this: StoryWorld, actor: Actor) {
  const links = this.resolve("/api/projects/{{project.id}}/share-links");
  this.memory.remember("link", mustAnswer(await actor.api.post(links), 201));
});

Given(
  "{actor} has/have added a note {text} to the project",
  async function (this: StoryWorld, actor: Actor, title: string) {
    const notes = this.resolve("/api/projects/{{project.id}}/notes");
    this.memory.remember("note", mustAnswer(await actor.api.post(notes, { title }), 201));
  },
);
