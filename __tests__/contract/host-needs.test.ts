import { describe, expect, test } from '@jest/globals';

import type { HostId } from '../../src/hosts/detect.js';
import { checkCaller, unservedInputs } from '../../src/inputs/commands/host-needs.js';
import { hostSpecimens } from './support/hosts/host-specimens.js';
import { withHost } from './support/hosts/open-host.js';

/** What does nothing on a host although it was given; on all others, everything is served. */
const unserved: Readonly<Partial<Record<HostId | 'plain', readonly string[]>>> = {
  'gitlab-ci': ['summary'],
  circleci: ['summary'],
  'bitbucket-pipelines': ['summary'],
  teamcity: ['supersede', 'summary'],
  travis: ['summary'],
  bitrise: ['summary'],
  harness: ['summary'],
  woodpecker: ['summary'],
  drone: ['summary'],
  'aws-codebuild': ['summary'],
  jenkins: ['summary'],
  'google-cloud-build': ['summary'],
  'argo-workflows': ['supersede', 'summary'],
  tekton: ['supersede', 'forward_context', 'summary'],
  plain: ['supersede', 'forward_context', 'summary'],
};

const everything = { supersede: true, forwardContext: true, report: { summary: true } };
const nothing = { supersede: false, forwardContext: false, report: { summary: false } };
const given = { read: (name: string) => (name === 'summary' ? 'true' : undefined) };
const notGiven = { read: () => undefined };

/** The inputs that the warnings are about. */
function inputsIn(warnings: readonly string[]): readonly string[] {
  return warnings.map((text) => text.slice(0, text.indexOf(':')));
}

describe.each(hostSpecimens)('the host $id', (specimen) => {
  const want = unserved[specimen.id] ?? [];

  test('warns of every input that it does not serve, and of no other', async () => {
    await withHost(specimen, ({ host }) => {
      expect(inputsIn(unservedInputs(everything, { ...host, inputs: given }))).toEqual(want);
      const ofDefaults = unservedInputs(everything, { ...host, inputs: notGiven });
      expect(inputsIn(ofDefaults)).toEqual(want.filter((input) => input !== 'summary'));
      expect(unservedInputs(nothing, { ...host, inputs: given })).toEqual([]);
    });
  });

  test('refuses supersede where nothing could ever be superseded', async () => {
    await withHost(specimen, ({ host }) => {
      const check = expect(() => checkCaller(host.context()));
      if (want.includes('supersede')) check.toThrow(/supersede: .*so nothing was started \[invalid_input\]/);
      else check.not.toThrow();
    });
  });
});

test.each([
  { context: { ci: 'Tekton' }, missing: 'Tekton does not tell the repository and the workflow.' },
  { context: { ci: 'TeamCity', workflow: 'Deploy' }, missing: 'TeamCity does not tell the repository.' },
  { context: { ci: 'Jenkins', repository: 'octo/app' }, missing: 'Jenkins does not tell the workflow.' },
])('what $context.ci lacks for supersede is named, with what to do', ({ context, missing }) => {
  expect(() => checkCaller(context)).toThrow(missing);
  expect(() => checkCaller(context)).toThrow(/What to do: Set supersede to false/);
});
