import { InputError } from '../../../../src/base/errors.js';
import type { InputDescription } from '../../../../src/inputs/table.js';
import { followWith } from '../../../support/pipelines.js';

/** The required inputs of the action that starts a pipeline. */
export const leastTriggerInputs = { project_id: 'group/app', ref: 'main', token: 'glptt-hunter2' };

/** The required inputs of the action that waits. */
export const leastWaitInputs = { project_id: 'group/app', pipeline_id: '257' };

/** The connection of a request without further inputs, at the address of a GitLab. */
export function plainConnection(gitlabUrl: string): object {
  return {
    apiUrl: new URL(`${gitlabUrl}/api/v4/`),
    gitlabUrl,
    requestTimeoutMs: 30_000,
    caCertificate: undefined,
    requestHeaders: [],
  };
}

/** How a pipeline is followed without further inputs. */
export const defaultFollow = followWith();

/** What is reported and collected without further inputs. */
export const defaultResults = {
  report: { logs: 'failed', logLines: 50, summary: true },
  results: { on: 'success', values: undefined, junitFile: undefined },
};

/** The error with which inputs are refused. @throws {TypeError} when they are accepted. */
export async function refusalOf(work: Promise<unknown>): Promise<InputError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof InputError) return error;
  throw new TypeError('the inputs were accepted', { cause: error });
}

/** The inputs whose descriptions are not one line that ends as a sentence, of 20 to 300 characters. */
export function unfitDescriptions(rows: readonly InputDescription[]): readonly string[] {
  return rows.filter(({ description }) => !/^[^\n]{20,300}\.$/.test(description)).map(({ name }) => name);
}
