/** The contracts of the project routes. */
import { pageQuery, projectChangeInput, projectInput } from "../domain/inputs.ts";
import { answer, contract, created, NOTHING } from "./contract.ts";
import { refTo } from "./schemas.ts";

const tagHeader = { ETag: { type: "string", description: "Changes when the project does." } };
const project = { ...answer("The project.", refTo("Project")), headers: tagHeader };
const text = { type: "string" } as const;
const ifMatch = {
  "if-match": { ...text, description: "Only if the project still has this ETag." },
};
const ifNoneMatch = { "if-none-match": { ...text, description: "An ETag that you have already." } };
const newProject = created("The new project; you are its owner.", refTo("Project"));

export const contracts = {
  list: contract({
    id: "listProjects",
    summary: "Your projects, newest first, a page at a time",
    tag: "Projects",
    query: pageQuery,
    answer: {
      200: answer(
        "A page. Ask with `nextCursor` for the next one; null at the end.",
        refTo("ProjectPage"),
      ),
    },
    refusals: [422],
  }),
  create: contract({
    id: "createProject",
    summary: "Create a project",
    tag: "Projects",
    body: projectInput,
    answer: { 201: { ...newProject, headers: { ...newProject.headers, ...tagHeader } } },
    refusals: [403],
  }),
  read: contract({
    id: "readProject",
    summary: "Read a project",
    tag: "Projects",
    params: ["id"],
    headers: ifNoneMatch,
    answer: { 200: project, 304: { type: "null", description: "You have the newest already." } },
    refusals: [404],
  }),
  replace: contract({
    id: "replaceProject",
    summary: "Replace a project; what is left out gets its default",
    tag: "Projects",
    params: ["id"],
    headers: ifMatch,
    body: projectInput,
    answer: { 200: project },
    refusals: [403, 404, 412],
  }),
  change: contract({
    id: "changeProject",
    summary: "Change some fields of a project",
    tag: "Projects",
    params: ["id"],
    headers: ifMatch,
    body: projectChangeInput,
    answer: { 200: project },
    refusals: [403, 404, 412],
  }),
  remove: contract({
    id: "deleteProject",
    summary: "Delete a project with everything in it",
    tag: "Projects",
    params: ["id"],
    headers: ifMatch,
    answer: { 204: NOTHING },
    refusals: [403, 404, 412],
  }),
} as const;
