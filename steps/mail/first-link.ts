// What stands for a link's name where a sentence means the first of all.

export const firstLink: unique symbol = Symbol("the first link");
