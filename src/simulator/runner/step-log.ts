import { maskForms, maskText, maskedValuesOf } from './mask.js';
import { type WorkflowCommand, isRefusedStopToken, parseWorkflowCommand } from './workflow-command.js';

export type AnnotationKind = 'error' | 'warning' | 'notice';

export interface KeptAnnotation {
  readonly kind: AnnotationKind;
  /** Masked, at most 4,096 characters. */
  readonly message: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** Lines of the log that can be folded away under a title. */
export interface LogGroup {
  readonly title: string;
  readonly lines: readonly string[];
}

/** How many annotations of each kind the runner keeps for a step. */
const annotationsPerKind = 10;
const annotationCharacters = 4096;
/** A shorter stop token is not masked, because it would hide ordinary text. */
const longestUnmaskedStopToken = 6;

/**
 * The log of one step: takes the lines that its process prints, executes the commands among them, and keeps
 * what a reader would see. `onLine` receives each shown line at once.
 */
export class StepLog {
  readonly shownLines: string[] = [];
  readonly annotations: KeptAnnotation[] = [];
  /** Set by the deprecated commands on standard output. */
  readonly outputs: Record<string, string> = {};
  readonly state: Record<string, string> = {};
  readonly #groups: { title: string; lines: string[] }[] = [];
  readonly #masked = new Set<string>();
  readonly #forms = new Set<string>();
  readonly #onLine: (line: string) => void;
  readonly #debugging: boolean;
  #inGroup = false;
  #echoing = false;
  #stopToken: string | undefined;
  #failed = false;

  constructor(options: {
    readonly masked: readonly string[];
    readonly debugging: boolean;
    readonly onLine: (line: string) => void;
  }) {
    for (const value of options.masked) this.#mask(value);
    this.#debugging = options.debugging;
    this.#onLine = options.onLine;
  }

  /** Whether the log itself made the step fail, whatever the exit code. */
  get failed(): boolean {
    return this.#failed;
  }

  get groups(): readonly LogGroup[] {
    return this.#groups;
  }

  /** The values registered so far; a later stage of the same job starts with them. */
  get maskedValues(): readonly string[] {
    return [...this.#masked];
  }

  /** One line as the process printed it. */
  take(line: string): void {
    const command = parseWorkflowCommand(line, this.#stopToken);
    if (command === undefined) {
      this.#show(line);
    } else if (this.#stopToken !== undefined) {
      if (command.name === this.#stopToken.toLowerCase()) this.#stopToken = undefined;
      this.#show(line);
    } else {
      if (this.#echoing && command.name !== 'add-mask') this.#show(line);
      this.#act(command, line);
    }
  }

  annotate(kind: AnnotationKind, message: string, properties: Readonly<Record<string, string>> = {}): void {
    const masked = this.maskLine(message);
    this.#show(`##[${kind}]${masked}`);
    if (this.annotations.filter((annotation) => annotation.kind === kind).length >= annotationsPerKind)
      return;
    const kept = Object.entries(properties).map(([name, value]) => [name, this.maskLine(value)]);
    this.annotations.push({
      kind,
      message: masked.slice(0, annotationCharacters),
      properties: Object.fromEntries(kept) as Record<string, string>,
    });
  }

  /** An error annotation after which the step has failed. */
  fail(message: string): void {
    this.#failed = true;
    this.annotate('error', message);
  }

  /** The text with everything masked so far replaced. */
  maskLine(text: string): string {
    return maskText(text, this.#forms);
  }

  #act(command: WorkflowCommand, line: string): void {
    const { name, payload, properties } = command;
    switch (name) {
      case 'add-mask':
        this.#addMask(payload);
        break;
      case 'error':
      case 'warning':
      case 'notice':
        this.annotate(name, payload, properties);
        break;
      case 'debug':
        if (this.#debugging) this.#show(`##[debug]${payload}`);
        break;
      case 'group':
        this.#groups.push({ title: this.maskLine(payload), lines: [] });
        this.#inGroup = false;
        this.#show(`##[group]${payload}`);
        this.#inGroup = true;
        break;
      case 'endgroup':
        this.#inGroup = false;
        this.#show('##[endgroup]');
        break;
      case 'echo':
        this.#echo(payload, line);
        break;
      case 'stop-commands':
        this.#stop(payload, line);
        break;
      case 'set-output':
      case 'save-state':
        this.#setNamed(command);
        break;
      case 'set-env':
      case 'add-path':
        this.fail(`The command '${name}' is switched off; a step writes to its command file instead`);
        break;
      default:
        // Matchers and the runner's own bookkeeping have no effect that our tests could see.
        break;
    }
  }

  #addMask(payload: string): void {
    const values = maskedValuesOf(payload);
    if (values.length === 0) this.annotate('warning', 'add-mask was given nothing but white space');
    for (const value of values) this.#mask(value);
  }

  #mask(value: string): void {
    this.#masked.add(value);
    for (const form of maskForms(value)) this.#forms.add(form);
  }

  #echo(payload: string, line: string): void {
    const word = payload.trim().toLowerCase();
    if (word !== 'on' && word !== 'off') this.fail(`Unable to process command '${line}'`);
    else this.#echoing = word === 'on';
  }

  #stop(token: string, line: string): void {
    if (isRefusedStopToken(token)) {
      this.fail(`Unable to process command '${line}': this token cannot stop commands`);
      return;
    }
    this.#stopToken = token;
    if (token.length > longestUnmaskedStopToken) this.#mask(token);
    this.#show(line);
  }

  #setNamed({ name, payload, properties }: WorkflowCommand): void {
    const key = properties.name;
    if (key === undefined) {
      this.fail(`The command '${name}' needs a name`);
      return;
    }
    this.annotate(
      'warning',
      `The command '${name}' is deprecated; a step writes to its command file instead`,
    );
    (name === 'set-output' ? this.outputs : this.state)[key] = payload;
  }

  #show(text: string): void {
    for (const line of this.maskLine(text).split(/\r\n|\r|\n/)) {
      this.shownLines.push(line);
      if (this.#inGroup) this.#groups.at(-1)?.lines.push(line);
      this.#onLine(line);
    }
  }
}
