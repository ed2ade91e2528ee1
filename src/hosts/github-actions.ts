// GitHub Actions, and the runners that speak its language.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
import * as core from '@actions/core';

import { maskedForms } from './masked-forms.js';
import type { Host } from './ports.js';

/** A step run by a GitHub runner: inputs from `INPUT_…`, outputs and state through the runner's files, everything said on standard output. */
export function githubActionsHost(): Host {
  return {
    name: 'GitHub Actions',
    inputs: { read: (name) => core.getInput(name, { trimWhitespace: false }) },
    log: {
      info: (text) => core.info(withoutCommands(text)),
      debug: (text) => core.debug(text),
      warning: (text) => core.warning(text),
      error: (text) => core.error(text),
    },
    masker: {
      mask: (secret) => {
        for (const form of maskedForms(secret.reveal())) core.setSecret(form);
      },
    },
    outputs: { set: (name, value) => core.setOutput(name, value) },
    state: {
      save: (name, value) => core.saveState(name, value),
      load: (name) => core.getState(name) || undefined,
    },
  };
}

/** Invisible, and enough to keep the runner from recognising a command. */
const wedge = '\u200b';

/**
 * Text in which the runner finds no command: it takes `::name::` at the start of a line (after white space) and `##[name]` anywhere,
 * and it ends lines at CR as well as at LF.
 */
export function withoutCommands(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^(\s*:)(?=:)/, `$1${wedge}`).replaceAll('##[', `#${wedge}#[`))
    .join('\n');
}
