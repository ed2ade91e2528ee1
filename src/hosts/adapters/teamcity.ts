import { hostCommands } from '../../base/text.js';
import type { CallerContext } from '../../model/caller-context.js';
import { type ReadVariable, consoleHost } from '../console-host.js';
import { fullRef, shortRef } from '../context-text.js';
import { formerVariables } from '../handover/former-outputs.js';
import { type Host, type HostMeans, checkHeard } from '../host.js';
import { wedge, withoutRisk } from '../neutralize.js';
import { environmentName, longestVariableBytes } from '../output-files.js';
import { type OutputCarrier, carrierTo } from '../outputs.js';

// TeamCity.
// https://www.jetbrains.com/help/teamcity/service-messages.html
// https://www.jetbrains.com/help/teamcity/predefined-build-parameters.html

/**
 * A step of a TeamCity build. An output is an environment variable of later steps, `TRIGGERED_PIPELINE_ID`,
 * and a parameter of the build. TeamCity kills all processes of a stopped build.
 */
export function teamcityHost(means: HostMeans): Host {
  const flowId = `gitlab-trigger-${means.processId}`;
  const message = (text: string, status: 'NORMAL' | 'WARNING' | 'ERROR'): string =>
    serviceMessage('message', { text, status, flowId });
  return consoleHost(means, {
    name: 'TeamCity',
    harmless: (line) => line.replaceAll(hostCommands.teamcity, `#${wedge}#`),
    warning: (lines) => [message(lines.join('\n'), 'WARNING')],
    error: (lines) => [message(lines.join('\n'), 'ERROR')],
    group: (name, lines) => [
      serviceMessage('blockOpened', { name, flowId }),
      ...lines.map((line) => message(line, 'NORMAL')),
      serviceMessage('blockClosed', { name, flowId }),
    ],
    outputs: [parameters(means)],
    context: contextOf,
  });
}

function parameters(means: HostMeans): OutputCarrier {
  const setVariable = (name: string, value: string): void =>
    means.print(`${serviceMessage('setParameter', { name: `env.${name}`, value })}\n`);
  const carrier = carrierTo({
    audience: 'whoever_may_see_the_build',
    // TeamCity replaces `%name%` with the parameter of that name. A single percent sign is literal.
    encode: ({ value }) => (/%[^%]*%/.test(value) ? withoutRisk(value, /%/g) : value),
    limits: { entryBytes: longestVariableBytes },
    check: () => checkHeard(means),
    put: (value, { name }) => {
      setVariable(environmentName(name), value);
      checkHeard(means);
    },
  });
  return {
    ...carrier,
    clear: (names) => {
      for (const name of formerVariables(means.environment, names)) setVariable(name, '');
    },
  };
}

function serviceMessage(name: string, attributes: Readonly<Record<string, string>>): string {
  const texts = Object.entries(attributes).map(([key, value]) => `${key}='${escaped(value)}'`);
  return `##teamcity[${name} ${texts.join(' ')}]`;
}

function escaped(text: string): string {
  return text
    .replace(/[|'[\]]/g, '|$&')
    .replaceAll('\n', '|n')
    .replaceAll('\r', '|r')
    .replace(
      /[^\u0020-\u007e]/g,
      (unit) => `|0x${unit.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`,
    );
}

function contextOf(read: ReadVariable): Omit<CallerContext, 'ci'> {
  const branch = shortRef(read('TEAMCITY_BUILD_BRANCH'));
  return {
    sha: read('BUILD_VCS_NUMBER'),
    ref: fullRef({ branch }),
    refName: branch,
    workflow: read('TEAMCITY_BUILDCONF_NAME'),
    runId: read('BUILD_NUMBER'),
    runUrl: read('BUILD_URL'),
  };
}
