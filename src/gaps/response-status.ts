// The response status that an outcome expects, whatever words stand around it.

const named =
  /\b(?:\w*status\w*|code|http)\b[^"\d]{0,40}["']?([1-5]\d\d|[1-5]xx)\b(?!\.\d)(?:["']? and ["']?(\d+))?/i;

/** `the response should be 404`, `I get a 403`, `is answered 422 Unprocessable Content`. */
const bare =
  /\b(?:response|answer(?:ed)?|answers|request|api|gets?|receives?|returns?)\b[^"\d]{0,30}\b([1-5]\d\d)\b(?= *(?:$|[.,;:]|status|response|error|code|\p{Lu}))/u;

const negated = /\bnot\b|n't\b|\bnever\b/i;

/** Such as `422` or `4xx`; nothing when no status is expected, or only one that must not come. */
export function findStatus(outcome: string): string | undefined {
  if (!/\d\d|\dxx/i.test(outcome)) return undefined;
  const match = named.exec(outcome) ?? bare.exec(outcome);
  const [, status, end] = match ?? [];
  if (match === null || status === undefined) return undefined;
  if (negated.test(outcome.slice(0, match.index + match[0].length))) return undefined;
  // `between 400 and 499` is a class of them.
  return end === undefined ? status.toLowerCase() : `${status[0]}xx`;
}
