import type { ErrorParts } from '../base/app-error.js';
import { cleanLine } from '../base/foreign-text.js';
import { processFiles } from '../hosts/process-files.js';
import { listLabel, nameLabel } from '../report/job-label.js';
import { junitXml } from '../report/junit-xml.js';
import type { FoundTests } from '../results/fetch-tests.js';

/** Writes the tests as JUnit XML, over what is there, and gives why the file is not there or not whole. */
export function writeJunit(file: string, tests: FoundTests): readonly ErrorParts[] {
  const what = `junit_file: ${cleanLine(file, 300)}`;
  try {
    processFiles.replace(file, junitXml(tests));
  } catch (error) {
    return [
      {
        code: 'file_not_written',
        what: `${what} could not be written`,
        why: cleanLine(error instanceof Error ? error.message : String(error), 300),
        cure: 'Check the path, and whether the step may write there.',
      },
    ];
  }
  const gaps = [...tests.gaps, ...unreadReports(tests)];
  if (gaps.length === 0) return [];
  return [
    {
      code: 'tests_incomplete',
      what: `${what} does not hold all tests`,
      why: `${gaps.join('; ')}.`,
      cure: 'Run the step again.',
    },
  ];
}

function unreadReports({ suites }: FoundTests): readonly string[] {
  const names = suites.filter(({ problem }) => problem !== undefined).map(({ name }) => nameLabel(name));
  return names.length === 0 ? [] : [`GitLab could not read the report of ${listLabel(names)}`];
}
