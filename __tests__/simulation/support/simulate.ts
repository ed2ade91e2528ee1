import { judgeSeed, loadBefore } from './judge-seed.js';
import { nothingYet, tallyOf, together, type Tally } from './tally.js';
import { tellLife, traceOf } from './tell-life.js';

export { nothingYet, tallyLines, together, type Tally } from './tally.js';

interface Range {
  readonly firstSeed: number;
  readonly seeds: number;
}

/** So many are told with everything that is known of them. */
const toldWhole = 10;

/** Judges seeds one after another, and says each that breaks a promise. */
export async function simulate({ firstSeed, seeds }: Range, say: (text: string) => void): Promise<Tally> {
  await loadBefore();
  let tally = nothingYet;
  for (let seed = firstSeed; seed < firstSeed + seeds; seed += 1) {
    const judged = await judgeSeed(seed);
    tally = together(tally, tallyOf(judged));
    if (judged.violations.length === 0) continue;
    if (tally.broken <= toldWhole) say(tellLife(judged));
    else say(`seed ${seed}: ${judged.violations.map(({ rule }) => rule).join('; ')}`);
  }
  return tally;
}

/** One seed with all that happened; gives the number of promises that it broke. */
export async function replay(seed: number, say: (text: string) => void): Promise<number> {
  await loadBefore();
  const judged = await judgeSeed(seed);
  for (const line of traceOf(judged.life)) say(line);
  for (const line of judged.life.main.record.lines) say(`| ${line.replaceAll('\n', '\n|   ')}`);
  const { error } = judged.life.main;
  if (error instanceof Error) say(`! ${error.message.replaceAll('\n', '\n!   ')}`);
  say(tellLife(judged));
  return judged.violations.length;
}
