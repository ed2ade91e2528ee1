import type { InputSource, TextFiles } from './input-source.js';
import { readInputs, type InputTable } from './input-table.js';
import { waitNeedsMet } from './needs-wait.js';
import { all, andThen, ok, wrongAll, type Outcome, type Problem } from './outcome.js';
import { parsedOf, type Parsed } from './parsed.js';
import { snippetOwnTable, snippetStepTable } from './snippet-inputs.js';
import { snippetSources, type SnippetRequest } from './snippet-request.js';
import { triggerTable } from './trigger-inputs.js';

/**
 * Reads and checks what a snippet is to be.
 * @throws {InputError} once, with every problem of every input.
 */
export async function parseSnippetRequest(
  source: InputSource,
  files: TextFiles,
): Promise<Parsed<SnippetRequest>> {
  const own = all(await readInputs(snippetOwnTable, { source, files }));
  const step = await stepOf(source, files);
  return parsedOf(
    andThen(own, (read): Outcome<SnippetRequest> => {
      if (read.kind === 'gitlab') {
        const sources = snippetSources.filter((each) => read.sources.has(each));
        return ok({ kind: 'gitlab', sources, perJob: read.per_job, inputs: read.spec_inputs ?? [] });
      }
      return andThen(step, (given) => {
        const wantsAccess = ['wait', 'supersede'].some((name) =>
          given.some(([each, text]) => each === name && /^true$/i.test(text.trim())),
        );
        const standing = wantsAccess ? 'GITLAB_API_TOKEN' : undefined;
        return ok({
          kind: 'github',
          step: given,
          tokenSecret: read.token_secret,
          accessTokenSecret: read.access_token_secret ?? standing,
        });
      });
    }),
  );
}

/** The rows of the step as the action has them: what means a default there needs nothing. */
const stepWithDefaults: InputTable = Object.fromEntries(
  Object.entries(triggerTable as InputTable).filter(([name]) => name in snippetStepTable),
);

type Step = readonly (readonly [name: string, text: string])[];

/** The inputs of the step as they were given, once all of them can be read. */
async function stepOf(source: InputSource, files: TextFiles): Promise<Outcome<Step>> {
  const readings = await readInputs(snippetStepTable, { source, files });
  const given = Object.keys(snippetStepTable).flatMap((name) => {
    const text = source.read(name);
    return text === undefined || text.trim() === '' ? [] : [[name, text] as const];
  });
  const missing = ['project_id', 'ref'].filter((name) => !given.some(([each]) => each === name));
  const problems: readonly Problem[] = [
    ...Object.values(readings).flatMap((outcome) => (outcome.kind === 'wrong' ? outcome.problems : [])),
    ...missing.map((name) => ({ at: name, what: 'was not given', cure: 'A step of a workflow needs it.' })),
  ];
  const needs = await waitNeedsMet({ table: stepWithDefaults, reading: readings }, { source, files });
  const step = problems.length > 0 ? wrongAll(problems) : ok(given);
  return andThen(all({ step, needs }), ({ step: each }) => ok(each));
}
