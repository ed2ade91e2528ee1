// GitHub Actions, and the runners that speak its language.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
import { readFileSync } from 'node:fs';

import * as core from '@actions/core';

import { callerContextOf } from './github-context.js';
import type { Host } from './ports.js';
import { createRedaction } from './redaction.js';

/** A step run by a GitHub runner: inputs from `INPUT_…`, outputs and state through the runner's files, everything said on standard output. */
export function githubActionsHost(): Host {
  const redaction = createRedaction();
  const plain = (text: string): string => withoutCommands(redaction.apply(text));
  return {
    name: 'GitHub Actions',
    inputs: { read: (name) => core.getInput(name, { trimWhitespace: false }) },
    log: {
      info: (text) => core.info(plain(text)),
      debug: (text) => core.debug(redaction.apply(text)),
      warning: (text) => core.warning(redaction.apply(text)),
      error: (text) => core.error(redaction.apply(text)),
      group: (title, lines) => {
        core.startGroup(plain(title));
        for (const line of lines) core.info(plain(line));
        core.endGroup();
      },
      finding: ({ level, title, message, file, line }) => {
        const properties = {
          title: redaction.apply(title),
          ...(file === undefined ? {} : { file: redaction.apply(file) }),
          ...(file === undefined || line === undefined ? {} : { startLine: line }),
        };
        core[level](redaction.apply(message), properties);
      },
    },
    masker: {
      mask: (secret) => {
        for (const form of redaction.add(secret.reveal())) core.setSecret(form);
      },
      redact: redaction.apply,
      redactMarkdown: redaction.applyToMarkdown,
    },
    outputs: { set: (name, value) => core.setOutput(name, value) },
    summary: {
      write: async (markdown) => {
        try {
          await core.summary.addRaw(redaction.applyToMarkdown(markdown), true).write();
          return true;
        } catch {
          return false;
        }
      },
    },
    context: () => callerContextOf(process.env, eventOf(process.env.GITHUB_EVENT_PATH)),
    state: {
      save: (name, value) => core.saveState(name, value),
      load: (name) => core.getState(name) || undefined,
    },
  };
}

/** The event that started the workflow; `undefined` when its file cannot be read. */
function eventOf(path: string | undefined): unknown {
  try {
    return path === undefined ? undefined : JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Invisible, and enough to keep the runner from recognising a command. */
const wedge = '\u200b';

/**
 * Text in which the runner finds no command: it takes `::name::` at the start of a line (after white space, to which .NET counts U+0085) and `##[name]` anywhere,
 * and it ends lines at CR as well as at LF.
 */
export function withoutCommands(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^([\s\u0085]*:)(?=:)/, `$1${wedge}`).replaceAll('##[', `#${wedge}#[`))
    .join('\n');
}
