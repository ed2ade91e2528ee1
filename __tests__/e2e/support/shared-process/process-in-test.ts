import { AsyncLocalStorage } from 'node:async_hooks';
import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { ClientRequest } from 'node:http';
import { constants } from 'node:os';
import { Writable } from 'node:stream';
import vm from 'node:vm';

/** What a program is given, and where its output goes. */
export interface ProcessStart {
  readonly words: readonly string[];
  /** Complete; nothing is inherited. */
  readonly environment: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** An open file or device that is its standard output; a pipe that the test reads unless given. */
  readonly stdoutFd?: number | undefined;
  readonly onStdout: (bytes: Buffer) => void;
  readonly onStderr: (bytes: Buffer) => void;
}

/** How it ended; after a death by a signal the code is 128 and the signal's number. */
export interface ProcessEnd {
  readonly exitCode: number;
  readonly signal: NodeJS.Signals | undefined;
}

/** Node's own `process`, not the copy that Jest gives to a suite. */
const nodeProcess = vm.runInThisContext('process') as NodeJS.Process;

/**
 * What a program takes for its process while it runs in the one of the tests: its own environment, working
 * folder, output, signals and exit code. It ends when the entry has settled and every program that it started
 * has ended. What only a process of its own can show (no result at all, a broken pipe) it does not have.
 */
export class ProcessInTest extends EventEmitter {
  readonly env: Record<string, string>;
  readonly argv: readonly string[];
  readonly stdoutFd: number | undefined;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly ended: Promise<ProcessEnd>;
  readonly #cwd: string;
  readonly #children = new Set<ChildProcess>();
  readonly #requests = new Set<ClientRequest>();
  readonly #timers: (() => void)[] = [];
  readonly #end: (end: ProcessEnd) => void;
  #exitCode: number | undefined;
  #isSettled = false;
  #hasEnded = false;
  #isDead = false;

  constructor({ words, environment, cwd, stdoutFd, onStdout, onStderr }: ProcessStart) {
    super();
    this.env = { ...environment };
    this.argv = words;
    this.stdoutFd = stdoutFd;
    this.#cwd = cwd;
    this.stdout = sinkOf((bytes) => this.#hasEnded || onStdout(bytes));
    this.stderr = sinkOf((bytes) => this.#hasEnded || onStderr(bytes));
    const { promise, resolve } = deferred<ProcessEnd>();
    this.ended = promise;
    this.#end = resolve;
  }

  get exitCode(): number | undefined {
    return this.#exitCode;
  }

  /** An entry first sets the code of a failure, and another one only when it has settled. */
  set exitCode(code: number | undefined) {
    this.#isSettled = this.#exitCode !== undefined;
    this.#exitCode = code;
    if (this.#isSettled) this.#endSoon();
  }

  cwd(): string {
    return this.#cwd;
  }

  exit(): void {
    if (this.#hasEnded) return;
    this.emit('exit', this.#exitCode ?? 0);
    this.#hasEnded = true;
    this.#end({ exitCode: this.#exitCode ?? 0, signal: undefined });
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** What another process sends; whoever does not listen for it dies of it. */
  receive(signal: NodeJS.Signals): void {
    if (this.#hasEnded || (signal !== 'SIGKILL' && this.emit(signal, signal))) return;
    this.#hasEnded = true;
    this.#isDead = true;
    for (const clear of this.#timers) clear();
    for (const request of this.#requests) request.destroy();
    this.#end({ exitCode: 128 + constants.signals[signal], signal });
  }

  /** The process does not end before this program. */
  owns(child: ChildProcess): void {
    this.#children.add(child);
    const forget = (): void => {
      this.#children.delete(child);
      if (this.#isSettled) this.#endSoon();
    };
    child.once('close', forget).once('error', forget);
  }

  /** The timer goes with the process when that is killed. */
  waits(clear: () => void): void {
    if (this.#isDead) clear();
    else this.#timers.push(clear);
  }

  /** The request goes with the process when that is killed. */
  sends(request: ClientRequest): void {
    this.#requests.add(request);
    request.once('close', () => this.#requests.delete(request));
  }

  #endSoon(): void {
    setImmediate(() => {
      if (this.#children.size === 0) this.exit();
    });
  }
}

const running = new AsyncLocalStorage<ProcessInTest>();

/** Does `work` as a part of a process, and so does everything that follows from it. */
export function within<T>(own: ProcessInTest, work: () => T): T {
  return running.run(own, work);
}

/** The process that the calling code is a part of. @throws {Error} when it is a part of none. */
export function currentProcess(): ProcessInTest {
  const own = running.getStore();
  if (own === undefined) throw new Error('this code runs outside of every process in the tests');
  return own;
}

/**
 * The same, for a piece of work of the system: what was killed does nothing more.
 * @throws {Error} when it was.
 */
export function livingProcess(): ProcessInTest {
  const own = currentProcess();
  if (own.isDead) throw new Error('this process was killed');
  return own;
}

/**
 * So many turns of the loop come between the moment at which a timer is due and its callback. The programs
 * share their thread with the simulated GitLab: on a busy machine an answer that only waits for its turn
 * would otherwise be late, and a limit of a second pass without anybody having been slow.
 */
const turnsWhenDue = 50;

const pending = new WeakSet<NodeJS.Timeout>();

function forget(timer: NodeJS.Timeout): void {
  pending.delete(timer);
  clearTimeout(timer);
}

/** Timers of the process that sets them. */
export const timersView = {
  setTimeout: (
    callback: (...given: readonly unknown[]) => void,
    delayMs?: number,
    ...handed: readonly unknown[]
  ) => {
    const whenDue = (turns: number): void => {
      if (!pending.has(timer)) return;
      if (turns > 0) {
        setImmediate(whenDue, turns - 1);
        return;
      }
      pending.delete(timer);
      callback(...handed);
    };
    const timer = setTimeout(whenDue, delayMs, turnsWhenDue);
    pending.add(timer);
    running.getStore()?.waits(() => forget(timer));
    return timer;
  },
  clearTimeout: (timer: NodeJS.Timeout | undefined) => {
    if (timer !== undefined) forget(timer);
  },
  setImmediate: (callback: (...given: readonly unknown[]) => void, ...given: readonly unknown[]) => {
    const timer = setImmediate(callback, ...given);
    running.getStore()?.waits(() => clearImmediate(timer));
    return timer;
  },
} as const;

/** `process`, as a program in the process of the tests sees it. */
export const processView = new Proxy(nodeProcess, {
  get: (_, name) => {
    const own = currentProcess();
    const from = name in own ? own : nodeProcess;
    const value: unknown = Reflect.get(from, name);
    return typeof value === 'function' ? (value.bind(from) as unknown) : value;
  },
  set: (_, name, value) => Reflect.set(currentProcess(), name, value),
});

function sinkOf(take: (bytes: Buffer) => void): Writable {
  return new Writable({
    write: (chunk: Buffer, _, done) => {
      take(chunk);
      done();
    },
  });
}

function deferred<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
