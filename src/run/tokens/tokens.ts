import { assertNever } from '../../base/assert-never.js';
import { type ExitCode, InputError, RefusedError, exitCodes } from '../../base/errors.js';
import { quotedName } from '../../base/text.js';
import type { GitLabClient } from '../../gitlab/client.js';
import { probeTriggerToken } from '../../gitlab/probe-trigger-token.js';
import { setSecretOutput } from '../../hosts/redaction/redaction.js';
import { parseTokensRequest } from '../../inputs/commands/token-operation.js';
import { tokensTable } from '../../inputs/commands/tokens.js';
import { projectLabel } from '../../model/addresses.js';
import type { TokenEvent } from '../../model/events.js';
import type { TriggerToken } from '../../model/pipeline.js';
import type { CreateOrder, DeleteOrder, RotateOrder, TokensRequest } from '../../model/requests.js';
import {
  expiryLine,
  oneTokenOutputs,
  tokenEventLine,
  tokenLine,
  tokenListOutputs,
  tokenTable,
  tokenTableLines,
  tokenTableTitle,
  tokensRequestLine,
} from '../../report/tokens.js';
import { createAndStore } from '../../tokens/create.js';
import {
  type TokenRun,
  checkConfirmed,
  deleteToken,
  fetchToken,
  listTokens,
  renameToken,
} from '../../tokens/operations.js';
import { rotateToken } from '../../tokens/rotate.js';
import { type OwnedToken, tokenSceneOf } from '../../tokens/target.js';
import { type ActionRun, type EntryContext, type RunDeps, openGitLab, setOutputs } from '../context.js';
import { openStores, tokenOutput } from './token-stores.js';

/** One operation with all that it needs. */
interface TokensRun extends TokenRun, RunDeps {
  readonly gitlab: GitLabClient;
  readonly request: TokensRequest;
  readonly onEvent: (event: TokenEvent) => void;
}

/**
 * Runs the sub-action `tokens`: one operation on the trigger tokens of a project.
 * @throws {AppError} for everything that fails the step. The caller prints the error.
 */
export async function runTokens(deps: RunDeps, { signal }: EntryContext): Promise<ExitCode> {
  const { host, files, clock } = deps;
  const source = { source: host.inputs, files, nowMs: clock.epochMs() };
  const { request, warnings } = await parseTokensRequest(source);
  for (const text of warnings) host.log.warning(text);
  const { gitlab, close } = openGitLab(deps, request.connection, request.accessToken);
  try {
    const onEvent = (event: TokenEvent): void => {
      const { level, text } = tokenEventLine(event);
      host.log[level](text);
    };
    host.log.info(tokensRequestLine(request));
    await perform({ ...deps, gitlab, request, scene: tokenSceneOf(request), signal, onEvent });
    return exitCodes.accepted;
  } finally {
    close();
  }
}

export const tokensAction: ActionRun = { inputs: tokensTable, run: runTokens };

async function perform(run: TokensRun): Promise<void> {
  const { order } = run.request;
  switch (order.operation) {
    case 'list':
      await list(run);
      break;
    case 'get':
      show(run, await fetchToken(run, order.triggerId, run));
      break;
    case 'update':
      show(run, await renameToken(run, order, run));
      break;
    case 'create':
      await create(run, order);
      break;
    case 'delete':
      await remove(run, order);
      break;
    case 'rotate':
      await rotate(run, order);
      break;
    default:
      assertNever(order);
  }
}

async function list(run: TokensRun): Promise<void> {
  const { host, scene } = run;
  const { items, truncated, unfit } = await listTokens(run, run);
  setOutputs(run, tokenListOutputs(items));
  host.log.group(tokenTableTitle(items, truncated), tokenTableLines(items));
  if (unfit !== undefined) {
    host.log.warning(
      `Trigger tokens that cannot be read, and are not listed: ${unfit.count} (${unfit.why}).`,
    );
  }
  if (!(await host.summary.write(tokenTable(items, projectLabel(scene.project))))) {
    host.log.warning('The report could not be written.');
  }
}

function show(run: TokensRun, token: TriggerToken): void {
  setOutputs(run, oneTokenOutputs(token));
  run.host.log.info(tokenLine(token));
}

async function create(run: TokensRun, order: CreateOrder): Promise<void> {
  await withStores(run, order, async (stores) => {
    const onToken = (token: OwnedToken): void => tell(run, token);
    const output = tokenOutput(run.host, stores);
    await createAndStore({ ...run, stores, output, onToken }, { ...run, order });
  });
}

async function rotate(run: TokensRun, order: RotateOrder): Promise<void> {
  await withStores(run, order, async (stores) => {
    await rotateToken(
      {
        ...run,
        stores,
        output: tokenOutput(run.host, stores),
        probe: (call, signal) => probeTriggerToken(run.gitlab, call, signal),
        onToken: ({ secret }) => run.host.masker.mask(secret, undefined, 'token'),
        onProven: (token, replacedId) => {
          setOutputs(run, { old_trigger_id: String(replacedId) });
          tell(run, token);
        },
      },
      { ...run, order },
    );
  });
}

/** Makes a new token available to later steps. */
function tell(run: TokensRun, token: OwnedToken): void {
  setSecretOutput(run.host, 'token', token.secret);
  setOutputs(run, oneTokenOutputs(token));
}

async function withStores(
  run: TokensRun,
  { targets, expires }: CreateOrder | RotateOrder,
  work: (stores: Awaited<ReturnType<typeof openStores>>['stores']) => Promise<void>,
): Promise<void> {
  const { host, request } = run;
  const line = expires === undefined ? undefined : expiryLine(expires);
  if (line !== undefined) host.log.info(line);
  const { stores, close } = await openStores(run, targets, request.connection);
  try {
    if (stores.length === 0) {
      if (host.outputs.keeps !== undefined) throw nowhere();
      const why = host.outputs.hindrance?.('secret');
      if (why !== undefined) throw nowhere(why);
    }
    await work(stores);
  } finally {
    close();
  }
}

/** A new token that goes nowhere would only be one more active credential. */
function nowhere(why?: string): InputError {
  return new InputError({
    code: 'invalid_input',
    what: 'There is no place for the new token, so nothing was changed: a token is never printed',
    why: why === undefined ? undefined : `Outputs cannot be handed to later steps: ${why}.`,
    hint: 'Give save_to_file (a file that only you can read), store_command, github_secret, or output_file.',
  });
}

async function remove(run: TokensRun, { triggerId, confirm }: DeleteOrder): Promise<void> {
  const token = await fetchToken(run, triggerId, run);
  const confirmation = confirm ?? (await askFor(run, token));
  if (confirmation !== undefined) checkConfirmed(token, confirmation, run.scene);
  run.signal.throwIfAborted();
  await deleteToken(run, { token, gone: 'refused' }, run);
  setOutputs(run, oneTokenOutputs(token));
}

/** In a terminal the user types what to delete; elsewhere the inputs of the step confirm it. */
async function askFor(run: TokensRun, token: TriggerToken): Promise<string | undefined> {
  if (run.ask === undefined) return undefined;
  run.host.log.info(tokenLine(token));
  const answer = await run.ask(
    `Type its id (${token.id}) or its description to delete it for good: `,
    run.signal,
  );
  if (answer !== '') return answer;
  throw new RefusedError({
    code: 'not_confirmed',
    what: `Nothing was deleted: trigger token ${token.id} ${quotedName(token.description)} was not confirmed`,
    hint: 'Type its id or its description, or give it with --confirm.',
  });
}
