import type { Schedule } from '../../model/requests.js';
import { type InputOutcome, type Problem, okUnless, wrong } from '../parsing.js';
import { shownText } from '../scalars.js';

interface Field {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

const fields: readonly Field[] = [
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day of the month', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12 },
  // 7 is Sunday, too.
  { name: 'day of the week', least: 0, most: 7 },
];

const hint = 'Write five fields in numbers, such as 17 3 * * 1-5: minute, hour, day, month, day of the week.';

/** Reads the five fields of a crontab line: numbers, `a-b`, steps and lists. */
export function parseSchedule(given: string): InputOutcome<Schedule> {
  const words = given.trim().split(/\s+/);
  if (words.length !== fields.length) {
    return wrong({ what: `is ${shownText(given.trim())}, which does not have five fields`, hint });
  }
  const problems: Problem[] = [];
  const [minutes, hours, days, months, weekdays] = fields.map((field, index) => {
    const word = words[index] ?? '';
    const numbers = numbersOf(word, field);
    if (numbers === undefined) problems.push({ what: `has the ${field.name} ${shownText(word)}`, hint });
    return numbers;
  });
  const week = [...new Set(weekdays?.map((day) => day % 7))].sort((a, b) => a - b);
  return okUnless(problems, {
    text: words.join(' '),
    minutes: unlessAll(minutes, 60),
    hours: unlessAll(hours, 24),
    days: unlessAll(days, 31),
    months: unlessAll(months, 12),
    weekdays: unlessAll(week, 7),
  });
}

/** Every number that a field names, in order; `undefined` when it cannot be read. */
function numbersOf(word: string, { least, most }: Field): readonly number[] | undefined {
  const found = new Set<number>();
  for (const part of word.split(',')) {
    const [, from, to, step] = /^(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part) ?? [];
    if (from === undefined && !part.startsWith('*')) return undefined;
    // What `5/10` means differs from one cron to another.
    if (step !== undefined && (Number(step) === 0 || (from !== undefined && to === undefined)))
      return undefined;
    if (part.startsWith('*') && !/^\*(?:\/\d{1,2})?$/.test(part)) return undefined;
    const first = Number(from ?? least);
    const last = Number(to ?? from ?? most);
    if (first < least || last > most || first > last) return undefined;
    for (let number = first; number <= last; number += Number(step ?? 1)) found.add(number);
  }
  return [...found].sort((a, b) => a - b);
}

function unlessAll(numbers: readonly number[] | undefined, count: number): readonly number[] | undefined {
  return numbers === undefined || numbers.length === count ? undefined : numbers;
}
