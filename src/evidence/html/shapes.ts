// The outlines of the signs, in a square of 16 by 16. Each differs in shape, not only in colour.

export const shapePaths = {
  proven:
    "M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0Zm3.9 6.3-4.5 4.9a.9.9 0 0 1-1.3 0L4.1 9.1a.9.9 0 0 1 1.3-1.3l1.3 1.4 3.9-4.1a.9.9 0 1 1 1.3 1.2Z",
  refuted:
    "M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0Zm3.2 9.9a.9.9 0 1 1-1.3 1.3L8 9.3l-1.9 1.9a.9.9 0 1 1-1.3-1.3L6.7 8 4.8 6.1a.9.9 0 1 1 1.3-1.3L8 6.7l1.9-1.9a.9.9 0 1 1 1.3 1.3L9.3 8Z",
  unproven: "M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0ZM2 8a6 6 0 0 1 6-6v12a6 6 0 0 1-6-6Z",
  skipped: "M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0Zm0 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2ZM4.5 7h7v2h-7Z",
} as const;

/** A shape as CSS: a mask over the element's own colour. */
export function maskShape(shape: keyof typeof shapePaths): string {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><path fill-rule='evenodd' d='${shapePaths[shape]}'/></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}
