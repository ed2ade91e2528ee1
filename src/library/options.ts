import { InputError } from '../base/errors.js';
import type { AcceptableOutcome, FollowRequest, InputSource, JsonValue } from '../model/requests.js';

/**
 * Where GitLab is, and what to show it. The same rules as for the action's inputs of the same names; an empty
 * text counts as not given.
 */
export interface ConnectionOptions {
  /**
   * URL, host, or host:port, with a path if GitLab is served under one; `https://gitlab.com` when left out.
   */
  readonly gitlabUrl?: string | undefined;
  /** The project's number, or its full path. */
  readonly projectId: string | number;
  /**
   * A personal, project or group access token: `read_api` to read private projects, `api` for everything
   * else.
   */
  readonly accessToken?: string | undefined;
  /** For one request, e.g. `30s`, which it is when left out. */
  readonly requestTimeout?: string | undefined;
  /** PEM text, or the path of a PEM file. */
  readonly caCertificate?: string | undefined;
  /** Sent with every request. */
  readonly requestHeaders?: Readonly<Record<string, string>> | undefined;
  /** Whether plain http may be used for hosts other than loopback. */
  readonly allowHttp?: boolean | undefined;
  /** Stops the call, which then rejects with an `AbortedError`. */
  readonly signal?: AbortSignal | undefined;
}

/** A pipeline to be started. */
export interface TriggerOptions extends ConnectionOptions {
  /** Branch or tag. */
  readonly ref: string;
  /**
   * A pipeline trigger token, or the `CI_JOB_TOKEN` of a running job. Without it the pipeline is created with
   * `accessToken`.
   */
  readonly token?: string | undefined;
  readonly variables?: Readonly<Record<string, string | number | boolean>> | undefined;
  /** Typed inputs (`spec:inputs`). */
  readonly inputs?: Readonly<Record<string, JsonValue>> | undefined;
}

/** A pipeline that was started before. */
export interface PipelineOptions extends ConnectionOptions {
  readonly pipelineId: string | number;
}

/** A pipeline to be followed. Spans of time are texts such as `90s`, `15m`, `1h30m`. */
export interface FollowOptions extends PipelineOptions {
  /** For the whole wait; `1h` when left out. */
  readonly timeout?: string | undefined;
  /** For the time before the first job runs; none when left out. */
  readonly queueTimeout?: string | undefined;
  /** How long GitLab may be out of reach in one go; `5m` when left out. */
  readonly outageTimeout?: string | undefined;
  /** `auto`, or a fixed span. */
  readonly pollInterval?: string | undefined;
  /** Names or globs: the verdict is about these jobs only. */
  readonly jobs?: readonly string[] | undefined;
  /** What to do when a manual job blocks the pipeline; `stop` when left out. */
  readonly onManual?: FollowRequest['onManual'] | undefined;
  /** What pipelines below mean for this one; `show` when left out. */
  readonly downstream?: FollowRequest['downstream'] | undefined;
  /** The commit that it has to run on: its SHA, or at least the first 7 digits. */
  readonly expectedSha?: string | undefined;
}

/** A pipeline to be canceled. */
export interface CancelOptions extends PipelineOptions {
  readonly accessToken: string;
}

export type { AcceptableOutcome, JsonValue };

/**
 * The options of a call, read as inputs: `projectId` is the input `project_id`. So they are checked by the
 * same rules, with the same messages.
 * @throws {InputError} for a header of more than one line.
 */
export function optionSource({ requestHeaders, ...options }: ConnectionOptions): InputSource {
  const texts = new Map<string, string>();
  for (const [name, value] of Object.entries<unknown>(options)) {
    if (name !== 'signal' && value !== undefined && value !== null) texts.set(inputName(name), textOf(value));
  }
  if (requestHeaders !== undefined) texts.set('request_headers', headerLines(requestHeaders));
  return { read: (name) => texts.get(name) };
}

function inputName(option: string): string {
  return option.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(String).join('\n');
  return JSON.stringify(value);
}

function headerLines(headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  if (!lines.some((line) => /[\r\n]/.test(line))) return lines.join('\n');
  throw new InputError({
    code: 'invalid_input',
    what: 'request_headers has a header of more than one line (not shown)',
    hint: 'Take the line ends out.',
  });
}
