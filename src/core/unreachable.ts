/** Ends an exhaustive `switch`: a variant that nobody handles does not compile. */
export function unreachable(value: never): never {
  throw new Error(`unhandled variant: ${JSON.stringify(value)}`);
}
