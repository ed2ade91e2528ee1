export interface SimulatorOptions {
    /** The name of a scenario, the text of a scenario file, or the same as an object; `success` when absent. */
    readonly scenario?: string | object | undefined;
    /** `127.0.0.1` when absent. */
    readonly host?: string | undefined;
    /** Any free one when absent or 0. */
    readonly port?: number | undefined;
    /** Scheme and host that it gives as its own; the address that each request came to when absent. */
    readonly externalUrl?: string | undefined;
    /** How many times as fast as the clock its time passes; 1 when absent, 0 lets it stand still. */
    readonly speed?: number | undefined;
    /** Whether it speaks HTTPS, with a certificate that is made for it; `false` when absent. */
    readonly tls?: boolean | undefined;
    /** Where webhooks may lead: `loopback`, to this machine only, when absent. */
    readonly webhookHosts?: 'loopback' | 'any' | undefined;
}
/** A fault as a scenario file has it: it hits the requests that fit `method` and `path`. */
export interface SimulatorFault {
    readonly fault: 'refuse' | 'reset_before' | 'reset_after' | 'truncate' | 'truncate_chunked' | 'stall' | 'stall_after_work' | 'drip' | 'html' | 'redirect' | 'too_large' | 'rate_limited' | 'status' | 'maintenance';
    readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
    /** A part of the path and query, as it is sent. */
    readonly path?: string;
    /** Counted from 1 among the requests that fit; every one when absent. */
    readonly nth?: number;
    readonly times?: number;
    readonly status?: number;
    readonly location?: string;
    /** A span such as `250ms`, as the other spans. */
    readonly every?: string;
    readonly megabytes?: number;
    readonly retry_after?: string;
    readonly body?: string;
}
/** A request that was seen; every secret in it is `[masked]`. */
export interface SeenRequest {
    readonly method: string;
    readonly path: string;
    /** Query and body merged and nested; `null` when they could not be read. */
    readonly parameters: Readonly<Record<string, unknown>> | null;
    readonly headers: Readonly<Record<string, string>>;
    /** When it came, by the simulator's clock. */
    readonly at: string;
}
/** A simulated GitLab that listens. */
export interface StartedGitLab {
    /** Without a slash at the end. */
    readonly url: string;
    /** With `tls`: the certificate, as PEM, that clients trust it by (`ca` of Node's `https`). */
    readonly caCertificate: string | undefined;
    /** The first trigger token of the scenario; empty when it has none. */
    readonly triggerToken: string;
    /** The first access token of the scenario; empty when it has none. */
    readonly accessToken: string;
    /** The newest 1,000, the oldest first. */
    readonly requests: () => readonly SeenRequest[];
    /** @throws {InputError} when it is not a fault as a scenario file has it. */
    readonly addFault: (fault: SimulatorFault) => void;
    readonly clearFaults: () => void;
    /**
     * Jumps ahead, and what is due happens.
     * @throws {InputError} when it is not a span such as `250ms`, `1.5s`, `2m` or `1h30m`.
     */
    readonly advance: (span: string) => void;
    /** How many times as fast as the clock its time passes from now on; 0 lets it stand still. */
    readonly setSpeed: (speed: number) => void;
    /** Puts back everything as at the start, but for the time. */
    readonly reset: () => void;
    /** Closes the listener and all connections. */
    readonly stop: () => Promise<void>;
}
/**
 * Starts a simulated GitLab on this machine, in this process. It runs until it is stopped.
 * @throws {InputError} when the scenario cannot be played; what is wrong is named with line and column. Also
 *   when the port is taken or the address missing.
 */
export declare function startGitLab(options?: SimulatorOptions): Promise<StartedGitLab>;
