import type { FoundCase, FoundTests } from '../results/fetch-tests.js';

/**
 * The tests as JUnit XML, as most hosts read it: a suite a job, in GitLab's order, the same for the same
 * tests. What passed cases say is left out. The tests must have been asked for as a whole.
 */
export function junitXml({ counts, all = [] }: Pick<FoundTests, 'counts' | 'all'>): string {
  const suites = new Map<string, FoundCase[]>();
  for (const each of all) {
    const name = [...each.path, each.suite].join(' › ');
    const cases = suites.get(name);
    if (cases === undefined) suites.set(name, [each]);
    else cases.push(each);
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${countAttributes(all)} time="${timeOf(counts.seconds)}">`,
    ...[...suites].flatMap(([name, cases]) => [
      `  <testsuite name="${attribute(name)}"${countAttributes(cases)} time="${timeOf(secondsOf(cases))}">`,
      ...cases.map(caseElement),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function caseElement(each: FoundCase): string {
  const { classname = '', name, file, seconds, status, output = '' } = each;
  const place = file === undefined ? '' : ` file="${attribute(file)}"`;
  const head = `    <testcase classname="${attribute(classname)}" name="${attribute(name)}"${place} time="${timeOf(seconds)}"`;
  switch (status) {
    case 'failed':
      return `${head}><failure>${text(output)}</failure></testcase>`;
    case 'error':
      return `${head}><error>${text(output)}</error></testcase>`;
    case 'skipped':
      return `${head}><skipped/></testcase>`;
    default:
      return `${head}/>`;
  }
}

function countAttributes(cases: readonly FoundCase[]): string {
  const count = (status: string): number => cases.filter((each) => each.status === status).length;
  return ` tests="${cases.length}" failures="${count('failed')}" errors="${count('error')}" skipped="${count('skipped')}"`;
}

function secondsOf(cases: readonly FoundCase[]): number {
  return cases.reduce((sum, { seconds }) => sum + seconds, 0);
}

/** Never in exponents, which XML schemas of hosts refuse. */
function timeOf(seconds: number): string {
  return seconds.toFixed(3);
}

/** What XML may not hold at all is left out; nothing that remains can end the text. */
function text(raw: string): string {
  return raw
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

function attribute(raw: string): string {
  return text(raw).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
