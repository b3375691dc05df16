import { expect, test } from "vitest";
import { Crowd } from "../../../src/journey/crowd.ts";

const named = (name: string) => ({ name, place: -1 });

test("whoever leaves is gone, whoever stays is there, in whatever order they leave", () => {
  const crowd = new Crowd<ReturnType<typeof named>>();
  const members = ["a", "b", "c", "d"].map(named);
  const [a, , c, d] = members;
  for (const member of members) crowd.add(member);
  const names = () => crowd.all.map(({ name }) => name).sort();
  for (const leaving of [a, d, c, a]) if (leaving !== undefined) crowd.remove(leaving);
  expect(names()).toEqual(["b"]);
  if (a !== undefined) crowd.add(a);
  expect(names()).toEqual(["a", "b"]);
  expect(crowd.size).toBe(2);
});

test("those that leave while all are gone through are still gone through once", () => {
  const crowd = new Crowd<ReturnType<typeof named>>();
  for (const name of ["a", "b", "c"]) crowd.add(named(name));
  const seen: string[] = [];
  for (const member of crowd.all) {
    seen.push(member.name);
    crowd.remove(member);
  }
  expect(seen).toEqual(["a", "b", "c"]);
  expect(crowd.size).toBe(0);
});
