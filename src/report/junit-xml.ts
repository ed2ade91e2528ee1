import { redactedText } from '../base/text.js';
import type { FoundCase, FoundTests } from '../results/fetch-tests.js';

/** Characters of a name, and of an output; far more than tests have. */
const [maxNameCharacters, maxOutputCharacters] = [10_000, 1_000_000];

type Shown = Pick<FoundCase, 'status' | 'classname' | 'name' | 'file' | 'output' | 'seconds'>;

/**
 * The tests as JUnit XML in the form that most hosts read: one suite per job, in GitLab's order, the same for
 * the same tests. Omits the output of passed cases. Requires that all cases were fetched. Every text is from
 * outside, so `redact` removes our secrets from it.
 */
export function junitXml(
  { counts, all = [] }: Pick<FoundTests, 'counts' | 'all'>,
  redact: (text: string) => string,
): string {
  const name = (text: string): string => redactedText(text, redact, maxNameCharacters);
  const shown = ({ status, classname = '', name: own, file, seconds, output = '' }: FoundCase): Shown => ({
    status,
    classname: name(classname),
    name: name(own),
    file: file === undefined ? undefined : name(file),
    seconds,
    output:
      status === 'failed' || status === 'error' ? redactedText(output, redact, maxOutputCharacters) : '',
  });
  const suites = new Map<string, FoundCase[]>();
  for (const each of all) {
    const suite = [...each.path, each.suite].join(' › ');
    const cases = suites.get(suite);
    if (cases === undefined) suites.set(suite, [each]);
    else cases.push(each);
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${countAttributes(all)} time="${timeOf(counts.seconds)}">`,
    ...[...suites].flatMap(([suite, cases]) => [
      `  <testsuite name="${attribute(name(suite))}"${countAttributes(cases)} time="${timeOf(secondsOf(cases))}">`,
      ...cases.map((each) => caseElement(shown(each))),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function caseElement(each: Shown): string {
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

/** Nothing in the result can end the text. */
function text(raw: string): string {
  return raw
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

function attribute(raw: string): string {
  return text(raw).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
