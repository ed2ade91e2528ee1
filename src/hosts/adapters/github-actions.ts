import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { EOL } from 'node:os';

import * as core from '@actions/core';

import { hostCommands, withoutInvisible } from '../../base/text.js';
import { sayOnce } from '../console-host.js';
import type { Host, Log } from '../host.js';
import { wedge } from '../neutralize.js';
import { NoPlaceError, type OutputCarrier, outputSink, taken } from '../outputs.js';
import { createRedaction, maskerOf } from '../redaction/redaction.js';
import { appendText } from '../system.js';
import { type GithubFlavour, callerContextOf, flavourIn } from './github-context.js';

// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-output-parameter

/**
 * The outputs of a step on GitHub or a compatible host: appended to the file that the runner created,
 * whatever kind of file it is.
 */
export function githubOutputs(): OutputCarrier {
  return {
    audience: 'later_steps',
    carry: ({ name, value }) => {
      append(recordOf(name, value));
      return taken;
    },
    check: () => append(''),
  };
}

/** @throws {Error} when the runner has created no file, or the text cannot be written completely. */
function append(text: string): void {
  const { GITHUB_OUTPUT: path = '' } = process.env;
  if (path === '') throw new NoPlaceError('GITHUB_OUTPUT is not set');
  if (!existsSync(path)) throw new Error('the file that GITHUB_OUTPUT names does not exist');
  appendText(path, text);
}

/** No value can contain the delimiter. */
function recordOf(name: string, value: string): string {
  const delimiter = `ghadelimiter_${randomUUID()}`;
  return [`${name}<<${delimiter}`, value, delimiter, ''].join(EOL);
}

// GitHub Actions, and the runners that speak its language.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands

/**
 * A step on a GitHub runner: inputs come from `INPUT_…`, outputs and state go to the runner's files, and all
 * text goes to standard output.
 */
export function githubActionsHost(): Host {
  return githubLikeHost(flavourIn(process.env));
}

/** A step on a CI whose runners understand GitHub's commands. */
export function githubLikeHost(flavour: GithubFlavour): Host {
  const redaction = createRedaction();
  const shown = (text: string): string => withoutInvisible(redaction.apply(text));
  const plain = (text: string): string => withoutCommands(shown(text));
  const noteOnce = sayOnce((text) => core.info(plain(text)));
  const speech = speechOf(flavour, { shown, plain });
  return {
    name: flavour.name,
    inputs: { read: (name) => core.getInput(name, { trimWhitespace: false }) },
    log: {
      info: (text) => core.info(plain(text)),
      ...speech,
    },
    masker: maskerOf(redaction, (forms) => {
      for (const form of forms) core.setSecret(form);
    }),
    outputs: outputSink({
      carriers: [githubOutputs()],
      holdsSecret: () => false,
      warnOnce: sayOnce(speech.warning),
      noteOnce,
    }),
    summary: {
      write: (markdown) =>
        Promise.resolve(appendSummary(redaction.applyToMarkdown(markdown)) || flavour.reports === 'ignored'),
    },
    context: () =>
      callerContextOf({ environment: process.env, flavour }, eventOf(process.env.GITHUB_EVENT_PATH)),
    state: {
      save: (key, value) => {
        try {
          core.saveState(key, value);
        } catch {
          noteOnce(
            'Nothing can be saved for the end of the job: if this step is killed, its pipeline goes on.',
          );
        }
      },
      load: (key) => core.getState(key) || undefined,
    },
  };
}

// Commands for the log of GitHub and compatible runners. GitHub's runner decodes a command and shows its
// text; the others show the line as it was written, including `%0A`.
// https://github.com/nektos/act/blob/master/pkg/runner/command.go
// https://code.forgejo.org/forgejo/runner/src/branch/main/act/runner/command.go

type Speech = Omit<Log, 'info'>;

/** Writes to the log. The texts contain no secrets; `plain` removes commands from them. */
function speechOf(
  { commands }: GithubFlavour,
  texts: { readonly shown: (text: string) => string; readonly plain: (text: string) => string },
): Speech {
  const { shown, plain } = texts;
  return commands === 'decoded' ? decodedSpeech(shown, plain) : writtenSpeech(plain);
}

function decodedSpeech(shown: (text: string) => string, plain: (text: string) => string): Speech {
  return {
    debug: (text) => core.debug(shown(text)),
    warning: (text) => core.warning(shown(text)),
    error: (text) => core.error(shown(text)),
    group: (title, lines) => {
      core.startGroup(plain(title));
      for (const line of lines) core.info(plain(line));
      core.endGroup();
    },
    annotation: ({ level, title, message, file, line }) => {
      const properties = {
        title: shown(title),
        ...(file === undefined ? {} : { file: shown(file) }),
        ...(file === undefined || line === undefined ? {} : { startLine: line }),
      };
      // Outside text, shown in the log line by line without changes.
      core[level](plain(message), properties);
    },
  };
}

/** Such a host has no place for annotations, and would only repeat them in the log. */
function writtenSpeech(plain: (text: string) => string): Speech {
  const first = (command: 'warning' | 'error', text: string): void =>
    core.info(`::${command}::${plain(text)}`);
  return {
    // The runner shows text that is no command whether debugging is on or not.
    debug: (text) => core.info(plain(text).replaceAll(/^/gm, '::debug::')),
    warning: (text) => first('warning', text),
    error: (text) => first('error', text),
    group: (title, lines) => {
      core.info(`::group::${plain(title).replaceAll('\n', ' ')}`);
      for (const line of lines) core.info(plain(line));
      core.info('::endgroup::');
    },
  };
}

/** `core.summary` remembers a file that it has found once, and reports no error if there is none. */
function appendSummary(markdown: string): boolean {
  try {
    appendText(process.env.GITHUB_STEP_SUMMARY ?? '', `${markdown}\n`);
    return true;
  } catch {
    return false;
  }
}

/** The event that started the workflow; `undefined` if its file cannot be read. */
function eventOf(path: string | undefined): unknown {
  try {
    return path === undefined ? undefined : JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

const commandLine = new RegExp(`^([\\s\\u0085]*)${hostCommands.colons.source}`);

/**
 * Text in which the runner finds no command. It accepts `::name::` at the start of a line (after white space,
 * which for .NET includes U+0085) and `##[name]` anywhere, and it ends lines at CR as well as at LF.
 */
export function withoutCommands(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(commandLine, `$1:${wedge}:`).replaceAll(hostCommands.bracketed, `#${wedge}#`))
    .join('\n');
}
