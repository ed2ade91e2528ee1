/**
 * Ends a `switch` over a union, so that the compiler reports a missing case.
 * @throws {TypeError} when a value outside the union arrives at run time.
 */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected value ${JSON.stringify(value)}`);
}
