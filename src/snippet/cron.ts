import { stringify } from 'yaml';

import { shellWord } from '../base/text.js';
import type { Schedule, SnippetRequest } from '../model/requests.js';

type CronSnippet = Extract<SnippetRequest, { readonly kind: 'cron' }>;

/** The program, and the secrets beside its flags. */
const program = '/usr/local/bin/gitlab-trigger';

/** What starts the pipeline on a schedule; no token is in it. */
export function cronSnippet(request: CronSnippet): string {
  switch (request.scheduler) {
    case 'crontab':
      return crontab(request);
    case 'systemd':
      return systemdUnits(request);
    case 'kubernetes':
      return cronJob(request);
  }
}

function wordsWith(request: CronSnippet, folder: string): readonly string[] {
  return [
    ...request.words,
    ...secretNames(request).flatMap((name) => [`--${name}-file`, `${folder}/${name}`]),
  ];
}

function secretNames({ needsAccessToken }: CronSnippet): readonly string[] {
  return needsAccessToken ? ['token', 'access-token'] : ['token'];
}

function crontab(request: CronSnippet): string {
  const words = [program, ...wordsWith(request, request.secretsFolder)].map(cronWord);
  return [
    '# A line of the crontab of a user who alone may read the files (mode 600).',
    `${request.schedule.text} ${words.join(' ')}`,
    '',
  ].join('\n');
}

/**
 * To cron, a percent sign ends the line unless there is a backslash before it, which it takes away. One that
 * is part of the text gets quotes in between, so that it is not taken for that.
 */
function cronWord(text: string): string {
  return shellWord(text).replace(/(\\?)%/g, (_, backslash: string) => (backslash === '' ? '\\%' : `\\''\\%`));
}

function systemdUnits(request: CronSnippet): string {
  const names = secretNames(request);
  const words = request.words.map(unitWord);
  const files = names.map((name) => `--${name}-file \${CREDENTIALS_DIRECTORY}/${name}`);
  return [
    '# /etc/systemd/system/gitlab-trigger.service',
    '[Unit]',
    'Description=Start a GitLab pipeline',
    'Wants=network-online.target',
    'After=network-online.target',
    '',
    '[Service]',
    // Never started again by itself: one call, one pipeline.
    'Type=oneshot',
    'Restart=no',
    'DynamicUser=yes',
    'StateDirectory=gitlab-trigger',
    'WorkingDirectory=%S/gitlab-trigger',
    'NoNewPrivileges=yes',
    'ProtectHome=yes',
    ...names.map((name) => `LoadCredential=${name}:${request.secretsFolder}/${name}`),
    `ExecStart=${[program, ...words, ...files].join(' ')}`,
    '',
    '# /etc/systemd/system/gitlab-trigger.timer',
    '[Unit]',
    'Description=Start a GitLab pipeline on a schedule',
    '',
    '[Timer]',
    `OnCalendar=${calendarOf(request.schedule)}`,
    '',
    '[Install]',
    'WantedBy=timers.target',
    '',
  ].join('\n');
}

/** To systemd, `%` begins a specifier and `$` a variable; doubled, each is itself. */
function unitWord(text: string): string {
  if (/^[\w./:@+=,-]+$/.test(text)) return text;
  return `"${text.replace(/["\\]/g, String.raw`\$&`).replace(/[%$]/g, '$&$&')}"`;
}

const weekdayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** The same time as systemd writes it. */
export function calendarOf({ minutes, hours, days, months, weekdays }: Schedule): string {
  const week = weekdays === undefined ? '' : `${weekdays.map((day) => weekdayNames[day]).join(',')} `;
  return `${week}*-${listOf(months)}-${listOf(days)} ${listOf(hours)}:${listOf(minutes)}:00`;
}

function listOf(numbers: readonly number[] | undefined): string {
  return numbers?.map((number) => String(number).padStart(2, '0')).join(',') ?? '*';
}

function cronJob(request: CronSnippet): string {
  const { schedule, image, secretsFolder } = request;
  const names = secretNames(request);
  const created = names.map((name) => `--from-file=${name}=${name}`).join(' ');
  const container = {
    name: 'gitlab-trigger',
    image,
    // To Kubernetes, $(NAME) is a variable, and two dollar signs are one.
    args: wordsWith(request, secretsFolder).map((word) => word.replaceAll('$', () => '$$')),
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
    },
    volumeMounts: [{ name: 'secrets', mountPath: secretsFolder, readOnly: true }],
  };
  const pod = {
    restartPolicy: 'Never',
    automountServiceAccountToken: false,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 1000,
      fsGroup: 1000,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    containers: [container],
    volumes: [{ name: 'secrets', secret: { secretName: 'gitlab-trigger', defaultMode: 0o440 } }],
  };
  const job = {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'gitlab-trigger' },
    spec: {
      schedule: schedule.text,
      timeZone: 'Etc/UTC',
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 600,
      // A pod that failed is not started again: one call, one pipeline.
      jobTemplate: { spec: { backoffLimit: 0, template: { spec: pod } } },
    },
  };
  return `# kubectl create secret generic gitlab-trigger ${created}\n${stringify(job, { lineWidth: 0 })}`;
}
