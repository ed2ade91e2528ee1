/** Maximum depth of causes, and of the errors that an `AggregateError` combines. */
const mostLevels = 10;

/** Maximum number of errors that are copied: causes may form a cycle. */
const mostErrors = 50;

/**
 * Other members that are copied if they are a text or a number: those of Node's errors and of
 * `TransportFault`.
 */
const facts = ['code', 'errno', 'syscall', 'kind', 'reached', 'status'] as const;

/** A shown text; the same text by default. */
type Shown = (text: string) => string;

/**
 * An error of Node, a package or a caller, reduced to its words: name, message, code, stack, causes and
 * combined errors. Such an error may carry anything else: that of the HTTP parser of Node has the bytes that
 * arrived, in which a server may repeat the request, and the next version may carry more. `undefined` if it
 * is no error. A cause that is a text stays.
 */
export function wordsOfError(error: unknown, shown: Shown = (text) => text): Error | undefined {
  return isError(error) ? copyOf(error, { shown, left: mostErrors, level: 0 }) : undefined;
}

/** Whether a value has a message. Errors of other realms are not instances of our `Error`. */
export function isError(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && typeof memberOf(value, 'message') === 'string';
}

/** The texts of an error as they are shown: its stack repeats the message as it was, over several lines. */
export function shownTexts(
  { message, stack }: { readonly message: string; readonly stack?: unknown },
  shown: Shown,
): { readonly message: string; readonly stack: string | undefined } {
  return {
    message: shown(message),
    stack: typeof stack === 'string' ? shown(stack.replace(message, () => shown(message))) : undefined,
  };
}

interface Copying {
  readonly shown: Shown;
  /** Number of errors that may still be copied. */
  left: number;
  level: number;
}

function copyOf(error: Error, copying: Copying): Error | undefined {
  if (copying.left === 0 || copying.level > mostLevels) return undefined;
  copying.left -= 1;
  copying.level += 1;
  const { shown } = copying;
  const { message, stack } = shownTexts({ message: error.message, stack: memberOf(error, 'stack') }, shown);
  const copy = new Error(message);
  setHidden(copy, 'stack', stack);
  const name = memberOf(error, 'name');
  if (typeof name === 'string' && name !== copy.name) setHidden(copy, 'name', shown(name));
  for (const fact of facts) {
    const value = memberOf(error, fact);
    if (typeof value === 'string') Object.assign(copy, { [fact]: shown(value) });
    if (typeof value === 'number') Object.assign(copy, { [fact]: value });
  }
  const cause = partOf(memberOf(error, 'cause'), copying);
  if (cause !== undefined) setHidden(copy, 'cause', cause);
  const errors = memberOf(error, 'errors');
  if (Array.isArray(errors)) {
    const parts = errors.slice(0, mostErrors).map((each: unknown) => partOf(each, copying));
    setHidden(
      copy,
      'errors',
      parts.filter((part) => part !== undefined),
    );
  }
  copying.level -= 1;
  return copy;
}

function partOf(part: unknown, copying: Copying): Error | string | undefined {
  if (typeof part === 'string') return copying.shown(part);
  return isError(part) ? copyOf(part, copying) : undefined;
}

/** Anything may be thrown, and a member of it may throw. */
function memberOf(value: object, name: string): unknown {
  try {
    return Reflect.get(value, name);
  } catch {
    return undefined;
  }
}

/** Sets a member as errors have theirs: it is not enumerable. */
function setHidden(error: Error, name: string, value: unknown): void {
  Object.defineProperty(error, name, { value, enumerable: false, writable: true, configurable: true });
}
