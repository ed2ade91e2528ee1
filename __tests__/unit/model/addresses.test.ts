import { describe, expect, test } from '@jest/globals';

import { type ProjectAddress, projectLabel, projectPage } from '../../../src/model/addresses.js';

const gitlabUrl = 'https://gitlab.example.com/below';

describe('the label of a project', () => {
  test.each<{ give: ProjectAddress; label: string; page: string; pageBelow: string }>([
    {
      give: { kind: 'path', path: 'group/sub/app' },
      label: 'group/sub/app',
      page: `${gitlabUrl}/group/sub/app`,
      pageBelow: `${gitlabUrl}/group/sub/app/-/pipelines`,
    },
    {
      give: { kind: 'id', id: 42 },
      label: '42',
      page: `${gitlabUrl}/projects/42`,
      pageBelow: `${gitlabUrl}/projects/42`,
    },
    {
      give: { kind: 'id', id: 2 ** 53 - 1 },
      label: '9007199254740991',
      page: `${gitlabUrl}/projects/9007199254740991`,
      pageBelow: `${gitlabUrl}/projects/9007199254740991`,
    },
    {
      // What it is, its type says, and not how it looks.
      give: { kind: 'path', path: '2048' },
      label: '2048',
      page: `${gitlabUrl}/2048`,
      pageBelow: `${gitlabUrl}/2048/-/pipelines`,
    },
  ])('for $give is $label and links to $page', ({ give, label, page, pageBelow }) => {
    expect(projectLabel(give)).toBe(label);
    expect(projectPage(gitlabUrl, give)).toBe(page);
    expect(projectPage(gitlabUrl, give, '/-/pipelines')).toBe(pageBelow);
  });
});
