import { AppError } from '../../../src/base/app-error.js';
import { judgeSeed, loadBefore, type Judged } from './judge-seed.js';
import { tellLife, traceOf } from './tell-life.js';

interface Range {
  readonly firstSeed: number;
  readonly seeds: number;
}

/** Judges seeds one after another; says each that breaks a promise, then how fast it went. Gives the number of broken ones. */
export async function simulate({ firstSeed, seeds }: Range, say: (text: string) => void): Promise<number> {
  await loadBefore();
  const beganMs = performance.now();
  const broken = new Map<string, number>();
  let failures = 0;
  const endings = new Map<string, number>();
  let requests = 0;
  let virtualMs = 0;
  for (let seed = firstSeed; seed < firstSeed + seeds; seed += 1) {
    const judged = await judgeSeed(seed);
    requests += judged.life.exchanges.length;
    virtualMs += judged.life.post.endMs;
    const ending = endingOf(judged);
    endings.set(ending, (endings.get(ending) ?? 0) + 1);
    if (judged.violations.length === 0) continue;
    failures += 1;
    for (const { rule } of judged.violations) broken.set(rule, (broken.get(rule) ?? 0) + 1);
    if (failures <= 10) say(tellLife(judged));
    else say(`seed ${seed}: ${judged.violations.map(({ rule }) => rule).join('; ')}`);
  }
  const seconds = (performance.now() - beganMs) / 1000;
  const byCount = [...endings].sort(([, one], [, other]) => other - one);
  say(byCount.map(([ending, count]) => `${count} ${ending}`).join(', '));
  for (const [rule, count] of broken) say(`${count} × ${rule}`);
  const hours = Math.round(virtualMs / 3_600_000);
  say(
    `${seeds} seeds from ${firstSeed}: ${failures} broken; ${Math.round(seeds / seconds)} seeds/s, ${requests} requests, ${hours} virtual hours in ${seconds.toFixed(1)} s`,
  );
  return failures;
}

/** What became of a run, in a word or two. */
function endingOf({ life: { main } }: Judged): string {
  if (main.kind !== 'ended') return main.kind;
  const outcome = main.record.outputs.findLast(({ name }) => name === 'outcome')?.value;
  const code = main.error instanceof AppError ? main.error.code : 'accepted';
  return `${main.exitCode} ${code}${outcome === undefined ? '' : ` (${outcome})`}`;
}

/** One seed with all that happened. */
export async function replay(seed: number, say: (text: string) => void): Promise<number> {
  await loadBefore();
  const judged = await judgeSeed(seed);
  for (const line of traceOf(judged.life)) say(line);
  for (const line of judged.life.main.record.lines) say(`| ${line.replaceAll('\n', '\n|   ')}`);
  say(tellLife(judged));
  return judged.violations.length;
}
