/** JSON that may be printed to a log: GitHub's runner would take `##[name]` for a command anywhere in a line. The value stays the same. */
export function inertJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('##[', '#\\u0023[');
}
