/** Freezes a value and everything that can be reached through its own properties; gives the same value back. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value) as unknown[]) deepFreeze(inner);
  }
  return value;
}
