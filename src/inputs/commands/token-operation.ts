import type {
  Expiry,
  InputSource,
  RotateOrder,
  StoreCommand,
  TextFiles,
  TokenOperation,
  TokenOrder,
  TokenTargets,
  TokensRequest,
} from '../../model/requests.js';
import { connectionOf } from '../connection.js';
import type { WrittenExpiry } from '../expiry.js';
import { type InputOutcome, type Problem, all, andThen, ok, okUnless, wrong, wrongAll } from '../parsing.js';
import { readSentInputs } from '../secret-in-address.js';
import { type Parsed, type ReadingOf, parsedOf } from '../table.js';
import { tokensTable } from './tokens.js';

type Reading = ReadingOf<typeof tokensTable>;

/** The inputs that not every operation accepts. */
const ownInputs = [
  'trigger_id',
  'description',
  'expires_at',
  'confirm',
  'delete_old',
  'keep_trigger_id',
  'save_to_file',
  'store_command',
  'verify_command',
  'store_timeout',
  'github_secret',
  'github_token',
  'github_api_url',
] as const;

type OwnInput = (typeof ownInputs)[number];

const forNewToken = [
  'expires_at',
  'save_to_file',
  'store_command',
  'verify_command',
  'store_timeout',
  'github_secret',
  'github_token',
  'github_api_url',
] as const;

/** The required and the optional inputs of each operation. */
const taken: Readonly<
  Record<TokenOperation, { readonly needs: readonly OwnInput[]; readonly takes: readonly OwnInput[] }>
> = {
  list: { needs: [], takes: [] },
  get: { needs: ['trigger_id'], takes: [] },
  create: { needs: ['description'], takes: forNewToken },
  update: { needs: ['trigger_id', 'description'], takes: [] },
  delete: { needs: ['trigger_id'], takes: ['confirm', 'keep_trigger_id'] },
  rotate: {
    needs: [],
    takes: ['trigger_id', 'description', 'delete_old', 'keep_trigger_id', ...forNewToken],
  },
};

/**
 * Builds the operation; spans count from `nowMs` (milliseconds since 1970). Reports problems of values
 * together with missing and unexpected inputs.
 */
export function orderOf(
  reading: Reading,
  { source, nowMs }: { readonly source: InputSource; readonly nowMs: number },
): InputOutcome<TokenOrder> {
  const { operation } = reading;
  const given = new Set(ownInputs.filter((name) => isGiven(source, name)));
  const values = all({
    triggerId: reading.trigger_id,
    description: reading.description,
    expires: andThen(reading.expires_at, (expiry) => expiryOf(expiry, nowMs)),
    confirm: reading.confirm,
    deleteOld: reading.delete_old,
    keepTriggerId: reading.keep_trigger_id,
    targets: targetsOf(reading),
  });
  const misfits = operation.kind === 'ok' ? misfitsOf(operation.value, given) : [];
  const problems = [
    ...(operation.kind === 'wrong' ? operation.problems : []),
    ...misfits,
    ...(values.kind === 'wrong' ? values.problems : []),
  ];
  if (operation.kind === 'wrong' || values.kind === 'wrong' || problems.length > 0) return wrongAll(problems);
  return andThen(orderFrom(operation.value, values.value), (order) => ok(order, values.warnings));
}

/** A default from the action's metadata counts as not given. */
function isGiven(source: InputSource, name: OwnInput): boolean {
  const text = source.read(name)?.trim() ?? '';
  return text !== '' && text !== tokensTable[name].default;
}

function misfitsOf(operation: TokenOperation, given: ReadonlySet<OwnInput>): readonly Problem[] {
  const { needs, takes } = taken[operation];
  const missing = needs.filter((name) => !given.has(name));
  const surplus = ownInputs.filter(
    (name) => given.has(name) && !needs.includes(name) && !takes.includes(name),
  );
  const nameless = operation === 'rotate' && !given.has('trigger_id') && !given.has('description');
  return [
    ...missing.map((name) => ({
      at: name,
      what: `was not given, and ${operation} needs it`,
      hint: tokensTable[name].description,
    })),
    ...surplus.map((name) => ({
      at: name,
      what: `was given, but ${operation} does not take it`,
      hint: surplusHint(operation, name),
    })),
    ...(nameless
      ? [
          {
            at: 'trigger_id',
            what: 'was not given, and neither was description',
            hint: 'Give one of them, so that rotate knows which token to replace.',
          },
        ]
      : []),
  ];
}

function surplusHint(operation: TokenOperation, name: OwnInput): string {
  if (operation === 'update' && name === 'expires_at') {
    return 'GitLab does not change when a token expires: use rotate, which makes a new one.';
  }
  const takers = (Object.keys(taken) as readonly TokenOperation[]).filter(
    (other) => taken[other].needs.includes(name) || taken[other].takes.includes(name),
  );
  return `Leave it out; it is for ${takers.join(' and ')}.`;
}

function expiryOf(expiry: WrittenExpiry | undefined, nowMs: number): InputOutcome<Expiry | undefined> {
  if (expiry === undefined) return ok(undefined);
  if (expiry.written === 'span') return ok({ written: 'span', atMs: nowMs + expiry.spanMs });
  if (expiry.atMs > nowMs) return ok(expiry);
  return wrong({
    at: 'expires_at',
    what: `is ${new Date(expiry.atMs).toISOString()}, which has passed`,
    hint: 'Give a later one.',
  });
}

function targetsOf(reading: Reading): InputOutcome<TokenTargets> {
  const inputs = all({
    file: reading.save_to_file,
    command: commandOf(reading),
    secrets: reading.github_secret,
    token: reading.github_token,
    apiUrl: reading.github_api_url,
  });
  return andThen(inputs, ({ file, command, secrets = [], token, apiUrl }): InputOutcome<TokenTargets> => {
    if (secrets.length === 0) return ok({ file, command, github: undefined });
    if (token !== undefined) return ok({ file, command, github: { apiUrl, token, secrets } });
    return wrong({
      at: 'github_token',
      what: 'was not given, and github_secret needs it',
      hint: tokensTable.github_token.description,
    });
  });
}

function commandOf(reading: Reading): InputOutcome<StoreCommand | undefined> {
  const inputs = all({
    store: reading.store_command,
    verify: reading.verify_command,
    timeoutMs: reading.store_timeout,
  });
  return andThen(inputs, ({ store, verify, timeoutMs }): InputOutcome<StoreCommand | undefined> => {
    if (store !== undefined) return ok({ store, verify, timeoutMs });
    if (verify === undefined) return ok(undefined);
    return wrong({
      at: 'store_command',
      what: 'was not given, and verify_command needs it',
      hint: tokensTable.store_command.description,
    });
  });
}

interface Values {
  readonly triggerId: number | undefined;
  readonly description: string | undefined;
  readonly expires: Expiry | undefined;
  readonly confirm: string | undefined;
  readonly deleteOld: RotateOrder['deleteOld'];
  readonly keepTriggerId: number | undefined;
  readonly targets: TokenTargets;
}

/** The required inputs are present, as `misfitsOf` has checked; the fallbacks are for the compiler only. */
function orderFrom(operation: TokenOperation, values: Values): InputOutcome<TokenOrder> {
  const { triggerId = 0, description = '', expires, confirm, keepTriggerId, targets, deleteOld } = values;
  switch (operation) {
    case 'list':
      return ok({ operation });
    case 'get':
      return ok({ operation, triggerId });
    case 'update':
      return ok({ operation, triggerId, description });
    case 'create':
      return ok({ operation, description, expires, targets });
    case 'delete':
      return okUnless(keptProblems(values), { operation, triggerId, confirm });
    case 'rotate':
      return okUnless(deleteOld === 'never' ? [] : keptProblems(values), {
        operation,
        triggerId: values.triggerId,
        description: values.description,
        expires,
        targets,
        deleteOld,
        keepTriggerId,
      });
  }
}

function keptProblems({ triggerId, keepTriggerId }: Values): readonly Problem[] {
  if (keepTriggerId === undefined || triggerId !== keepTriggerId) return [];
  return [
    {
      at: 'trigger_id',
      what: `is ${triggerId}, and so is keep_trigger_id: this token would be deleted and must be kept`,
      hint: 'Correct one of them.',
    },
  ];
}

/** The source of the inputs, and the time from which spans count, in milliseconds since 1970. */
export interface TokensSource {
  readonly source: InputSource;
  readonly files: TextFiles;
  readonly nowMs: number;
}

/**
 * Parses, validates and freezes everything that one operation on trigger tokens needs. Rejects inputs that
 * the operation does not accept. Uses no network.
 * @throws {InputError} once, with every problem of every input; it never contains a secret.
 */
export async function parseTokensRequest(from: TokensSource): Promise<Parsed<TokensRequest>> {
  const reading = await readSentInputs(tokensTable, from);
  return parsedOf(
    all({
      connection: connectionOf(reading),
      project: reading.project_id,
      accessToken: reading.access_token,
      order: orderOf(reading, from),
    }),
  );
}
