/** A command that a step printed, unescaped. */
export interface WorkflowCommand {
  /** In lower case. */
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly payload: string;
}

/** The names on which runner 2.336 acts; a line with any other name is plain text. */
export const workflowCommandNames = [
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'internal-set-repo-path',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
] as const;

/**
 * Recognizes a command in one line: `::name key=value,…::payload` after leading white space, else the older
 * `##[name key=value;…]payload` anywhere. Names match whatever their case. `stopToken`, while commands are
 * stopped, is a name too.
 */
export function parseWorkflowCommand(line: string, stopToken?: string): WorkflowCommand | undefined {
  const names = new Set<string>(workflowCommandNames);
  if (stopToken !== undefined) names.add(stopToken.toLowerCase());
  return parseColonForm(line, names) ?? parseBracketForm(line, names);
}

/**
 * Whether `::stop-commands::TOKEN` is refused, because the token could appear by itself or could not be found
 * again.
 */
export function isRefusedStopToken(token: string): boolean {
  const name = token.toLowerCase();
  return name === '' || name === 'pause-logging' || workflowCommandNames.some((known) => known === name);
}

function parseColonForm(line: string, names: ReadonlySet<string>): WorkflowCommand | undefined {
  const text = line.trimStart();
  if (!text.startsWith('::')) return undefined;
  const end = text.indexOf('::', 2);
  if (end < 0) return undefined;
  return commandOf({
    head: text.slice(2, end),
    payload: text.slice(end + 2),
    names,
    separator: ',',
    decodePayload: (value) => decode(value, ['%0D', '%0A']),
    decodeProperty: (value) => decode(value, ['%0D', '%0A', '%3A', '%2C']),
  });
}

function parseBracketForm(line: string, names: ReadonlySet<string>): WorkflowCommand | undefined {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return undefined;
  const decodeAll = (value: string): string => decode(value, ['%3B', '%0D', '%0A', '%5D']);
  return commandOf({
    head: line.slice(start + 3, end),
    payload: line.slice(end + 1),
    names,
    separator: ';',
    decodePayload: decodeAll,
    decodeProperty: decodeAll,
  });
}

function commandOf(form: {
  readonly head: string;
  readonly payload: string;
  readonly names: ReadonlySet<string>;
  readonly separator: string;
  readonly decodePayload: (value: string) => string;
  readonly decodeProperty: (value: string) => string;
}): WorkflowCommand | undefined {
  const space = form.head.indexOf(' ');
  const name = (space < 0 ? form.head : form.head.slice(0, space)).toLowerCase();
  if (!form.names.has(name)) return undefined;
  const properties: Record<string, string> = {};
  const list = space < 0 ? '' : form.head.slice(space + 1).trim();
  for (const property of list.split(form.separator)) {
    const equals = property.indexOf('=');
    if (equals < 1 || equals === property.length - 1) continue;
    properties[property.slice(0, equals).trim()] = form.decodeProperty(property.slice(equals + 1));
  }
  return { name, properties, payload: form.decodePayload(form.payload) };
}

/**
 * Undoes the given escapes, and that of the percent sign last, so that `%250A` becomes `%0A` and not a line
 * break.
 */
function decode(value: string, escapes: readonly string[]): string {
  let decoded = value;
  for (const escape of escapes) {
    decoded = decoded.replaceAll(escape, String.fromCharCode(Number.parseInt(escape.slice(1), 16)));
  }
  return decoded.replaceAll('%25', '%');
}
