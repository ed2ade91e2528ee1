import { describe, expect, test } from '@jest/globals';

import type { StateStore } from '../../../src/hosts/host.js';
import { unknownProjectId } from '../../../src/model/pipeline.js';
import { savePendingStart, saveSettled, saveUnsettled, unsettledRun } from '../../../src/run/saved-run.js';
import { pipelineWith } from '../../support/pipelines.js';
import { canceling } from './support/canceller.js';

function stateOf(text: string | undefined): StateStore {
  return { save: () => undefined, load: () => text };
}

function savedBy(save: (deps: ReturnType<typeof canceling>['deps']) => void): string {
  const who = canceling();
  save(who.deps);
  return who.saved.at(-1)?.replace('pipeline=', '') ?? '(nothing)';
}

describe('the state that the main step saves', () => {
  test('is read by the post step: a pipeline', () => {
    const text = savedBy((deps) => saveUnsettled(deps, pipelineWith({ id: 257, projectId: 42 })));
    expect(unsettledRun(stateOf(text))).toEqual({
      projectId: 42,
      pipelineId: 257,
      webUrl: 'https://gitlab.example.com/group/app/-/pipelines/257',
    });
  });

  test('is read by the post step: a pipeline whose project is known by its path only', () => {
    const text = savedBy((deps) => saveUnsettled(deps, pipelineWith({ projectId: unknownProjectId })));
    expect(unsettledRun(stateOf(text))).toMatchObject({ projectId: undefined, pipelineId: 257 });
  });

  test('is read by the post step: a request that is on its way', () => {
    const text = savedBy((deps) => savePendingStart(deps, { run: 'a-mark', knownId: 256 }));
    expect(unsettledRun(stateOf(text))).toEqual({ run: 'a-mark', knownId: 256 });
  });

  test('is empty once all is settled', () => {
    expect(savedBy(saveSettled)).toBe('');
    expect(unsettledRun(stateOf(undefined))).toBeUndefined();
  });

  test('contains no secret that the address of the pipeline repeats', () => {
    const webUrl = 'https://gitlab.example.com/planted-secret/-/pipelines/257';
    expect(savedBy((deps) => saveUnsettled(deps, pipelineWith({ webUrl })))).not.toContain('planted');
  });

  test.each(['null', '7', '[]', '{}', '{"projectId":"42","pipelineId":257,"webUrl":""}', '{"run":7}'])(
    'is ignored by the post step when it reads %s',
    (text) => {
      expect(unsettledRun(stateOf(text))).toBeUndefined();
    },
  );
});
