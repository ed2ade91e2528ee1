import { parseDuration } from '../base/duration.js';
import { cleanLine, nearestName, tokensIn } from '../base/text.js';
import {
  type AcceptableOutcome,
  type CancelReason,
  acceptableOutcomes,
  cancelReasons,
} from '../model/requests.js';
import { isWordForNothing } from './likely-cause.js';
import { type InputOutcome, type Problem, andThen, ok, okUnless, wrong } from './parsing.js';

const maxShownCharacters = 80;

/**
 * A given text for messages: quoted, on one line, truncated. A text that looks like a token (users mix up
 * inputs) is described instead.
 */
export function shownText(text: string): string {
  return isTokenLike(text)
    ? `a text of ${text.length} characters (not shown, it could be a token)`
    : `"${cleanLine(text, maxShownCharacters)}"`;
}

/** A key of a map for messages. */
export function shownKey(key: string): string {
  return tokensIn(key).length > 0 ? '***' : cleanLine(key, maxShownCharacters);
}

/**
 * Words with digits, no separator except `-` and `_`, and the length of the shortest trigger tokens; and a
 * line of a base64 key.
 */
function isTokenLike(text: string): boolean {
  const word = text.trim();
  if (/^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9_-]{20,}$/.test(word)) return true;
  return tokensIn(text).length > 0 || /^[A-Za-z0-9+/=_-]{64,}$/.test(word);
}

/** Parses `true` or `false` in the three spellings that YAML knows; no other text counts. */
export function parseBoolean(given: string): InputOutcome<boolean> {
  const text = given.trim();
  if (/^(?:true|True|TRUE)$/.test(text)) return ok(true);
  if (/^(?:false|False|FALSE)$/.test(text)) return ok(false);
  return wrong({ what: `is ${shownText(text)}`, hint: 'Give true or false.' });
}

/** Parses a whole number within an inclusive range. */
export function wholeNumberWithin(range: {
  readonly least: number;
  readonly most: number;
}): (given: string) => InputOutcome<number> {
  const { least, most } = range;
  return (given) => {
    const text = given.trim();
    const value = /^\d{1,15}$/.test(text) ? Number(text) : undefined;
    if (value !== undefined && value >= least && value <= most) return ok(value);
    return wrong({
      what: `is ${shownText(text)}`,
      hint: `Give a whole number from ${least} to ${most}, in digits only.`,
    });
  };
}

/** The inclusive range of durations that an input accepts. */
export interface DurationRange {
  /** In the form that {@link parseDuration} accepts. */
  readonly shortest: string;
  readonly longest: string;
}

/** Parses a duration within a range into milliseconds. */
export function durationWithin(range: DurationRange): (given: string) => InputOutcome<number> {
  const accepted = `${range.shortest} to ${range.longest}`;
  return (given) => {
    const text = given.trim();
    const spanMs = parseDuration(text);
    if (spanMs === undefined) return notDuration(text, accepted);
    if (
      spanMs < (parseDuration(range.shortest) ?? 0) ||
      spanMs > (parseDuration(range.longest) ?? Infinity)
    ) {
      return wrong({ what: `is ${shownText(text)}`, hint: `Give a duration from ${accepted}.` });
    }
    return ok(spanMs);
  };
}

/** Parses `auto`, or a fixed poll interval, into milliseconds. */
export function parsePollInterval(given: string): InputOutcome<'auto' | number> {
  return given.trim() === 'auto' ? ok('auto') : pollDuration(given);
}

const pollDuration = durationWithin({ shortest: '1s', longest: '1h' });

function notDuration(text: string, accepted: string): InputOutcome<never> {
  if (/^\d{1,9}$/.test(text)) {
    return wrong({
      what: `is ${shownText(text)}, a number without a unit`,
      hint: `Write ${text}s for seconds or ${text}m for minutes; ${accepted} is accepted.`,
    });
  }
  return wrong({
    what: `is ${shownText(text)}, which is not a duration`,
    hint: `Write whole numbers with the units d, h, m and s, largest first, such as 90s, 15m or 1h30m; ${accepted} is accepted.`,
  });
}

/** A closed list of names, and the noun for one of them in messages. */
export interface KnownNames<Name extends string> {
  readonly names: readonly Name[];
  readonly noun: string;
}

/** Parses one name of a closed list. */
export function oneOf<const Name extends string>(
  names: readonly Name[],
): (given: string) => InputOutcome<Name> {
  return (given) => {
    const word = given.trim();
    const name = names.find((known) => known === word);
    if (name !== undefined) return ok(name);
    return wrong({
      what: `is ${shownText(word)}`,
      hint: `${nearestHint(word, names)}Give one of ${names.join(', ')}.`,
    });
  };
}

/**
 * Parses names of a closed list, separated by commas, spaces or line ends, into a set with at least one name.
 */
export function parseNameList<Name extends string>(
  given: string,
  { names, noun }: KnownNames<Name>,
): InputOutcome<ReadonlySet<Name>> {
  const words = given.split(/[\s,]+/u).filter((word) => word !== '');
  if (words.length === 0)
    return wrong({ what: `names no ${noun}`, hint: `Give some of ${names.join(', ')}.` });
  const found = new Set<Name>();
  const problems: Problem[] = [];
  for (const word of words) {
    const name = names.find((known) => known === word);
    if (name === undefined) problems.push(unknownName(word, { names, noun }));
    else found.add(name);
  }
  return okUnless(problems, found);
}

function unknownName(word: string, { names, noun }: KnownNames<string>): Problem {
  return {
    what: `has the unknown ${noun} ${shownText(word)}`,
    hint: `${nearestHint(word, names)}Valid are ${names.join(', ')}.`,
  };
}

/** A sentence with the closest name, ready to be followed by another sentence; empty if no name is close. */
function nearestHint(word: string, names: readonly string[]): string {
  const nearest = nearestName(word.slice(0, 30), names);
  return nearest === undefined ? '' : `Did you mean ${nearest}? `;
}

/** Parses the path of a file to write, trimmed: one line that does not look like a folder. */
export function parseFilePath(given: string): InputOutcome<string> {
  const path = given.trim();
  if (/[\u0000-\u001f\u007f]/.test(path)) {
    return wrong({ what: 'is no path: it has several lines, or control characters', hint: 'Give one path.' });
  }
  if (/[/\\]$/.test(path)) {
    return wrong({ what: 'is the path of a folder', hint: 'Give the path of a file.' });
  }
  if (isWordForNothing(path))
    return wrong({ what: `is ${shownText(path)}`, hint: 'Give the path of a file.' });
  return ok(path);
}

/** Parses a commit SHA, full or shortened, into lower case. */
export function parseExpectedSha(given: string): InputOutcome<string> {
  const text = given.trim();
  if (/^[0-9a-f]{7,64}$/i.test(text)) return ok(text.toLowerCase());
  return wrong({
    what: `is ${shownText(text)}, which is not a commit SHA`,
    hint: 'Give the whole SHA or its beginning: 7 to 64 digits out of 0-9 and a-f.',
  });
}

const hint =
  'Give the id of the pipeline: the output pipeline_id of the step that started it, or the number at the end of its address.';

/**
 * Parses the ID of a pipeline. Rejects the URL of a pipeline and its number within the project (`#118`) with
 * a hint.
 */
export function parsePipelineId(given: string): InputOutcome<number> {
  const text = given.trim();
  const id = /^[1-9]\d*$/.test(text) ? Number(text) : undefined;
  if (id !== undefined && Number.isSafeInteger(id)) return ok(id);
  const idInAddress = /\/pipelines\/([1-9]\d{0,15})(?![\d.])/.exec(text)?.[1];
  if (idInAddress !== undefined) {
    return wrong({
      what: 'is an address, not an id',
      hint: `Give only the id in it: ${idInAddress}; the host belongs in gitlab_url, and the path of the project in project_id.`,
    });
  }
  if (/^#\d+$/.test(text)) {
    return wrong({ what: `is ${shownText(text)}, a number that counts within the project only`, hint });
  }
  return wrong({ what: `is ${shownText(text)}, which no pipeline can have as its id`, hint });
}

/** Parses names of outcomes, separated by commas, spaces or line ends; `any` means all of them. */
export function parseAcceptedOutcomes(given: string): InputOutcome<ReadonlySet<AcceptableOutcome>> {
  const listed = parseNameList(given, { names: [...acceptableOutcomes, 'any'], noun: 'outcome' });
  return andThen(listed, (names) =>
    ok(new Set(acceptableOutcomes.filter((outcome) => names.has('any') || names.has(outcome)))),
  );
}

/**
 * Parses reasons to cancel the pipeline, separated by commas, spaces or line ends; or `never` alone, which
 * gives the empty set.
 */
export function parseCancelReasons(given: string): InputOutcome<ReadonlySet<CancelReason>> {
  const listed = parseNameList(given, { names: [...cancelReasons, 'never'], noun: 'reason' });
  return andThen(listed, (names) => {
    if (names.has('never') && names.size > 1) {
      return wrong({
        what: 'says never beside other reasons',
        hint: `Give never alone, or some of ${cancelReasons.join(', ')}.`,
      });
    }
    return ok(new Set(cancelReasons.filter((reason) => names.has(reason))));
  });
}
