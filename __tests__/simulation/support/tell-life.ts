import { AppError } from '../../../src/base/errors.js';
import type { Judged } from './judge-seed.js';
import type { Life } from './live-story.js';
import type { Exchange } from './wire.js';

/** Every request with its moment and its end, a line each: two lives are the same when these are. */
export function traceOf({ exchanges, main, post }: Life): readonly string[] {
  return [
    ...exchanges.map(lineOf),
    `main ${main.kind} ${main.exitCode} at ${main.endMs}`,
    ...main.record.outputs.map(
      ({ name, value, atMs }) => `${atMs} ${name}=${value.length > 80 ? value.length : value}`,
    ),
    `post ${post.kind} ${post.exitCode} at ${post.endMs}`,
  ];
}

/** A failing seed in a few lines for people. */
export function tellLife({ life, violations }: Judged): string {
  const { story, main, exchanges } = life;
  const given = Object.entries(story.inputs).filter(([, value]) => value !== '');
  const error = nameOf(main.error);
  return [
    `seed ${story.seed} (${story.entry})`,
    ...violations.map(
      ({ rule, detail }) => `  BROKEN ${rule}: ${detail.split('\n').slice(0, 6).join(' | ')}`,
    ),
    `  inputs ${given.map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(' ')}`,
    `  stops ${JSON.stringify(story.stops)} killed at ${story.killAtMs ?? 'never'}`,
    `  ${main.kind} with ${main.exitCode} (${error}) after ${main.endMs} ms, ${exchanges.length} requests`,
    `  pipeline ${life.subjectId ?? 'none'}: ${life.treeAfterMain?.status ?? ''}, in the end ${life.lastTree?.status ?? ''}`,
    ...exchanges
      .filter(
        ({ fault, stranger, oddity, isStale, end }) =>
          [fault, stranger, oddity, isStale].some((each) => each !== undefined) || end !== 'answer',
      )
      .slice(0, 12)
      .map((each) => `    ${lineOf(each)}`),
  ].join('\n');
}

function lineOf({ phase, method, url, sentMs, endMs, status, end, created, ...rest }: Exchange): string {
  const made = created.length === 0 ? '' : ` created ${created.join()}`;
  const { fault, stranger, shape, oddity, isStale } = rest;
  const stale = isStale && 'stale';
  const by = [fault, stranger, stranger === undefined ? undefined : shape, oddity, stale].filter(
    (each) => each !== undefined,
  );
  return `${phase} ${sentMs}-${endMs ?? ''} ${method} ${url.pathname}${url.search} ${end} ${status ?? ''} ${by.join(' ')}${made}`;
}

function nameOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  return error instanceof Error ? error.message : 'no error';
}
