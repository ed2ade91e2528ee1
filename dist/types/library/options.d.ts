import type { AcceptableOutcome, FollowRequest, JsonValue } from '../model/requests.js';
/**
 * The GitLab server and the credentials. The same rules apply as for the action's inputs of the same names;
 * an empty text counts as absent.
 */
export interface ConnectionOptions {
    /** URL, host, or host:port, with a path if GitLab has a relative root. Default: `https://gitlab.com`. */
    readonly gitlabUrl?: string | undefined;
    /** The project's ID, or its full path. */
    readonly projectId: string | number;
    /**
     * A personal, project or group access token: `read_api` to read private projects, `api` for everything
     * else.
     */
    readonly accessToken?: string | undefined;
    /** Timeout of one request, e.g. `30s`, which is the default. */
    readonly requestTimeout?: string | undefined;
    /** PEM text, or the path of a PEM file. */
    readonly caCertificate?: string | undefined;
    /** Sent with every request. */
    readonly requestHeaders?: Readonly<Record<string, string>> | undefined;
    /** Whether plain http is allowed for hosts other than loopback. */
    readonly allowHttp?: boolean | undefined;
    /** Aborts the call, which then rejects with an `AbortedError`. */
    readonly signal?: AbortSignal | undefined;
}
/** The pipeline to start. */
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
    /**
     * What to do in a later attempt of the same work: start a `new` pipeline, which is the default; `follow`
     * the one of the earlier attempt; or `retry` what failed in it. The last two need `token`, `accessToken`
     * and `attempt`.
     */
    readonly onRerun?: 'new' | 'follow' | 'retry' | undefined;
    /** The attempt that this call is part of. */
    readonly attempt?: AttemptOptions | undefined;
}
/** An attempt of some work that starts one pipeline. */
export interface AttemptOptions {
    /** What the work is called: the same text in all its attempts, and in no other work. */
    readonly run: string;
    /** From 1. */
    readonly number: number;
}
/** A pipeline that was started earlier. */
export interface PipelineOptions extends ConnectionOptions {
    readonly pipelineId: string | number;
}
/** The pipeline to follow. Durations are texts such as `90s`, `15m`, `1h30m`. */
export interface FollowOptions extends PipelineOptions {
    /** Time limit for the whole wait. Default: `1h`. */
    readonly timeout?: string | undefined;
    /** Time limit before the first job runs. Default: none. */
    readonly queueTimeout?: string | undefined;
    /** How long GitLab may be unreachable without interruption. Default: `5m`. */
    readonly outageTimeout?: string | undefined;
    /** `auto`, or a fixed duration. */
    readonly pollInterval?: string | undefined;
    /** Names or globs of jobs: the verdict covers only these. */
    readonly jobs?: readonly string[] | undefined;
    /** What to do if a manual job blocks the pipeline. Default: `stop`. */
    readonly onManual?: FollowRequest['onManual'] | undefined;
    /** How often each failed job is retried, if it failed for one of `retryOn`: 0 to 10. Default: 0. */
    readonly retryFailed?: number | undefined;
    /** Reasons for a failure, in GitLab's words. Default: `infrastructure`, which stands for many. */
    readonly retryOn?: readonly string[] | undefined;
    /** How downstream pipelines affect the verdict. Default: `show`. */
    readonly downstream?: FollowRequest['downstream'] | undefined;
    /** The commit that the pipeline must run on: its SHA, or at least the first 7 digits. */
    readonly expectedSha?: string | undefined;
}
/** The pipeline to cancel. */
export interface CancelOptions extends PipelineOptions {
    readonly accessToken: string;
}
export type { AcceptableOutcome, JsonValue };
