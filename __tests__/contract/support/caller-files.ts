/** The program and its words that a line of a crontab runs, as cron reads it; the rest is for `sh -c`. */
export function cronCommandOf(line: string): { readonly schedule: string; readonly command: string } {
  const [, schedule = '', rest = ''] = /^((?:[\d*/,-]+ ){4}[\d*/,-]+) (.+)$/.exec(line) ?? [];
  let command = '';
  let isEscaped = false;
  // As cron's do_command.c: a backslash before a percent sign goes, and a percent sign alone ends it.
  for (const character of rest) {
    if (isEscaped) {
      command = character === '%' ? `${command.slice(0, -1)}%` : command + character;
      isEscaped = false;
    } else if (character === '%') break;
    else {
      command += character;
      isEscaped = character === '\\';
    }
  }
  return { schedule, command };
}

type Unit = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** What each section of a unit file may have here. */
const unitKeys: Readonly<Record<string, readonly string[]>> = {
  Unit: ['Description', 'Wants', 'After'],
  Service: [
    ...['Type', 'Restart', 'DynamicUser', 'StateDirectory', 'WorkingDirectory', 'NoNewPrivileges'],
    ...['ProtectHome', 'LoadCredential', 'ExecStart'],
  ],
  Timer: ['OnCalendar'],
  Install: ['WantedBy'],
};

/** The units of a text, each behind a comment with its path. Throws on whatever systemd would pass over. */
export function unitsOf(text: string): ReadonlyMap<string, Unit> {
  const units = new Map<string, Record<string, Record<string, string[]>>>();
  let unit: Record<string, Record<string, string[]>> = {};
  let section: string | undefined;
  for (const line of text.trimEnd().split('\n')) {
    const path = /^# (\/\S+)$/.exec(line)?.[1];
    const head = /^\[(\w+)\]$/.exec(line)?.[1];
    const [, key, value] = /^(\w+)=(.+)$/.exec(line) ?? [];
    if (path !== undefined) {
      unit = {};
      units.set(path, unit);
    } else if (head !== undefined) {
      section = head;
      unit[head] = {};
    } else if (section !== undefined && key !== undefined && value !== undefined) {
      if (unitKeys[section]?.includes(key) !== true) throw new Error(`unknown: [${section}] ${key}`);
      const entries = (unit[section] ??= {});
      (entries[key] ??= []).push(value);
    } else if (line !== '') throw new Error(`no line of a unit: ${line}`);
  }
  return units;
}

/** The words of an `ExecStart`, as systemd reads them: quotes, escapes, specifiers and variables. */
export function execWords(line: string, environment: Readonly<Record<string, string>>): readonly string[] {
  const words = line.match(/"(?:[^"\\]|\\.)*"|[^\s"]+/g) ?? [];
  if (words.join(' ') !== line) throw new Error(`not to be read: ${line}`);
  return words.map((word) => {
    const plain = word.startsWith('"') ? word.slice(1, -1).replace(/\\(.)/g, '$1') : word;
    const specified = plain.replace(/%(.?)/g, (_, name: string) => {
      if (name !== '%') throw new Error(`a specifier: ${word}`);
      return '%';
    });
    return specified.replace(/\$(\$|\{(\w+)\}|.?)/g, (_, what: string, name: string | undefined) => {
      if (what === '$') return '$';
      const value = name === undefined ? undefined : environment[name];
      if (value === undefined) throw new Error(`a variable: ${word}`);
      return value;
    });
  });
}

/** A word of `args` as Kubernetes gives it to the program: `$(NAME)` would be a variable. */
export function podWord(word: string): string {
  return word.replace(/\$(\$|\(|)/g, (_, next: string) => {
    if (next === '(') throw new Error(`a variable: ${word}`);
    return '$';
  });
}
