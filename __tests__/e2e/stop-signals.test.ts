import { describe, expect } from '@jest/globals';

import { endlessScript, oneProject, valid } from '../support/one-project.js';
import { tellCommand } from './support/command-story.js';
import { testsAtOnce } from './support/tests-at-once.js';

const endless = oneProject({ ci: valid(endlessScript) });
const words = ['run', '--wait', '--poll-interval', '1s'];

describe('a command without a terminal', () => {
  const test = testsAtOnce();

  for (const { signal, exitCode, nodePath } of [
    { signal: 'SIGHUP', exitCode: 129, nodePath: process.execPath },
    { signal: 'SIGQUIT', exitCode: 131, nodePath: process.execPath },
    { signal: 'SIGUSR1', exitCode: 138, nodePath: process.execPath },
    { signal: 'SIGUSR2', exitCode: 140 },
    { signal: 'SIGALRM', exitCode: 142 },
    { signal: 'SIGXCPU', exitCode: 152 },
  ] as const) {
    test(`cancels its pipeline on ${signal}`, async () => {
      let isStopped = false;
      const run = await tellCommand({
        words,
        scenario: endless,
        nodePath,
        onOutput: (text, stop) => {
          if (isStopped || !text.includes('soak')) return;
          isStopped = true;
          stop(signal);
        },
      });
      expect([run.exitCode, run.stderr]).toEqual([exitCode, '']);
      expect(run.stdout).toContain(`Stopped by ${signal}`);
      expect(run.stdout).toContain('was canceled with it');
      expect(run.requests.filter((line) => line.endsWith('/cancel')).length).toBe(1);
    });
  }

  /** It gets SIGHUP, and SIGTERM a moment later. */
  const stopTwice = `pid=$!; while ! grep -q soak log; do sleep 0.1; done
    kill -HUP $pid; sleep 0.3; kill -TERM $pid; wait $pid`;
  for (const { name, through } of [
    { name: 'a shell that ignores it', through: `trap '' HUP; "$@" > log & ${stopTwice}` },
    { name: 'nohup', through: `exec bash -c 'nohup "$@" > log & ${stopTwice}' bash "$@"` },
  ]) {
    test(`stays deaf to SIGHUP under ${name}`, async () => {
      const { exitCode } = await tellCommand({ words, scenario: endless, through });
      expect(exitCode).toBe(143);
    });
  }
});

describe('a command that reads a pipe with a silent writer', () => {
  const test = testsAtOnce();

  for (const flag of ['--variables-file', '--token-file', '--ca-certificate']) {
    test(`ends on SIGTERM: ${flag}`, async () => {
      // The shell opens the pipe as soon as somebody reads it.
      const through = `mkfifo pipe; "$@" & pid=$!; exec 3> pipe; kill -TERM $pid; wait $pid`;
      const run = await tellCommand({ words: ['run', flag, 'pipe'], scenario: endless, through });
      expect([run.exitCode, run.requests]).toEqual([143, []]);
      expect(`${run.stdout}${run.stderr}`).toContain('Stopped by SIGTERM');
    });
  }
});
