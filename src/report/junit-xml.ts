import type { FoundCase, FoundTests } from '../results/fetch-tests.js';

/**
 * The tests as JUnit XML in the form that most hosts read: one suite per job, in GitLab's order, the same for
 * the same tests. Omits the output of passed cases. Requires that all cases were fetched.
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

/** Without exponents, which the XML schemas of hosts reject. */
function timeOf(seconds: number): string {
  return seconds.toFixed(3);
}

/** Removes characters that XML does not allow; nothing in the result can end the text. */
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
