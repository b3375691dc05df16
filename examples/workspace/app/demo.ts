/** A workspace as it looks after some weeks of use: to look at, and to have data at hand. */
import type { Customer } from "./domain/customers.ts";
import type { ProjectInput } from "./domain/project.ts";
import type { Role } from "./domain/roles.ts";
import type { Workspace } from "./workspace.ts";

const DEMO_PASSWORD = "correct horse battery";

export interface DemoData {
  readonly password: string;
  readonly customers: readonly { readonly email: string; readonly id: string }[];
  readonly projects: readonly { readonly name: string; readonly id: string }[];
}

interface DemoProject extends ProjectInput {
  readonly members: Readonly<Record<string, Role>>;
  readonly notes: readonly (readonly [title: string, text: string])[];
  readonly files: readonly (readonly [name: string, type: string, content: string])[];
}

/** Refused as a conflict when the demo's customers are there already. */
export async function seedDemo(workspace: Workspace): Promise<DemoData> {
  const ada = await workspace.customers.register({
    email: "ada@example.com",
    password: DEMO_PASSWORD,
    name: "Ada Lovelace",
  });
  const grace = await workspace.customers.register({
    email: "grace@example.com",
    password: DEMO_PASSWORD,
    name: "Grace Hopper",
  });
  const projects = [];
  for (const project of PROJECTS) projects.push(await seedProject(workspace, ada, project));
  projects.push(await seedProject(workspace, grace, FOREIGN_PROJECT));
  const customers = [ada, grace].map(({ email, id }) => ({ email, id }));
  return { password: DEMO_PASSWORD, customers, projects };
}

/** For a data folder that may have been used before. */
export async function seedDemoOnce(workspace: Workspace): Promise<void> {
  const found = await workspace.customers.findCredentials("ada@example.com");
  if (found === null) await seedDemo(workspace);
}

async function seedProject(workspace: Workspace, owner: Customer, demo: DemoProject) {
  const { members, notes, files, ...input } = demo;
  const { id, name } = await workspace.projects.create(owner, input);
  for (const [email, role] of Object.entries(members))
    await workspace.members.invite(owner, id, { email, role });
  for (const [title, text] of notes) await workspace.notes.add(owner, id, { title, text });
  for (const [file, type, content] of files) {
    await workspace.files.add(owner, id, { name: file, type, content: Buffer.from(content) });
  }
  return { id, name };
}

const PROJECTS: readonly DemoProject[] = [
  {
    name: "Office move",
    description: "Everything from the lease to the last box. We hand over the keys on 30 June.",
    status: "done",
    members: {},
    notes: [["Lessons", "Label the cables before you unplug them."]],
    files: [],
  },
  {
    name: "Customer interviews",
    description: "Twelve conversations about how small teams keep track of their work.",
    status: "paused",
    members: { "grace@example.com": "member" },
    notes: [
      [
        "Interview 4: the bakery",
        "They plan on paper because flour and phones do not mix. What they miss is a copy at home.",
      ],
      [
        "Questions",
        "What did you do yesterday? Where did you write it down? Who else needed to know?",
      ],
    ],
    files: [["interview-guide.md", "text/markdown", "# Guide\n\nListen more than you speak.\n"]],
  },
  {
    name: "Website relaunch",
    description: "A faster, calmer website with a checkout that works on every phone.",
    status: "active",
    members: { "grace@example.com": "member", "linus@example.com": "guest" },
    notes: [
      ["Kick-off", "Launch on 3 September. The checkout comes first, the blog can wait."],
      [
        "Tone of voice",
        "Friendly, short, concrete. No exclamation marks. We write to one person who is busy.",
      ],
      [
        "Performance budget",
        "Pages are readable within a second on a three-year-old phone. No fonts from elsewhere.",
      ],
    ],
    files: [
      ["sitemap.txt", "text/plain", "/\n/shop\n/about\n/contact\n"],
      ["launch-checklist.csv", "text/csv", "task,owner\nredirects,Ada\nanalytics,Grace\n"],
    ],
  },
];

const FOREIGN_PROJECT: DemoProject = {
  name: "Compiler notes",
  description: "Only Grace can see this one.",
  status: "active",
  members: {},
  notes: [["First draft", "Programs that write programs."]],
  files: [],
};
