/**
 * The product without its faces: the services that API and pages share, wired once. Knows no HTTP.
 */
import type { Clock } from "./domain/clock.ts";
import { type Customer, Customers } from "./domain/customers.ts";
import type { Database } from "./domain/database.ts";
import { Files } from "./domain/files.ts";
import type { Honesty } from "./domain/honesty.ts";
import { InputCheck } from "./domain/input-check.ts";
import { Lockout } from "./domain/lockout.ts";
import { Members } from "./domain/members.ts";
import { Notes } from "./domain/notes.ts";
import { type IfVersion, Projects } from "./domain/projects.ts";
import { Search } from "./domain/search.ts";
import { SecondFactor } from "./domain/second-factor.ts";
import { Sessions } from "./domain/sessions.ts";
import { ShareLinks } from "./domain/share-links.ts";
import { SignIn } from "./domain/sign-in.ts";
import { TABLE_NAMES } from "./domain/tables.ts";

export interface Surroundings {
  readonly database: Database;
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly honesty: Honesty;
}

export type Workspace = ReturnType<typeof createWorkspace>;

export function createWorkspace({ database, dataFolder, clock, honesty }: Surroundings) {
  const customers = new Customers(database, clock);
  const signIn = new SignIn(customers, new Lockout(database, clock, honesty), database, clock);
  const projects = new Projects(database, clock, honesty);
  return {
    database,
    clock,
    honesty,
    inputs: new InputCheck(honesty),
    customers,
    signIn,
    secondFactor: new SecondFactor(database, clock, signIn),
    sessions: new Sessions(database, clock),
    projects,
    members: new Members(database, clock, projects),
    notes: new Notes(database, clock, projects),
    files: new Files(database, clock, projects, dataFolder),
    shareLinks: new ShareLinks(database, clock, projects),
    search: new Search(database),
  };
}

/** Deletes a project with everything in it. */
export async function deleteProject(
  { projects, files }: Workspace,
  customer: Customer,
  id: string,
  ifVersion?: IfVersion,
): Promise<void> {
  const contents = await files.list(customer, id);
  await projects.delete(customer, id, ifVersion);
  await files.discard(contents.map((file) => file.id));
}

/** Forgets every customer and everything they made. */
export async function emptyWorkspace({ database, files }: Workspace): Promise<void> {
  await database.together(TABLE_NAMES.map((name) => `DELETE FROM ${name}`));
  await files.discardAll();
}
