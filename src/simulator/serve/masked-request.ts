import type { ParameterTree, ParameterValue } from '../gitlab/wire/parameter-tree.js';
import { isTree } from '../gitlab/wire/parameter-tree.js';
import { readParameters, splitTarget } from '../gitlab/wire/parameters.js';
import type { RecordedRequest } from '../gitlab/wire/server.js';

/** A request for tests, without valid tokens. */
export interface MaskedRequest {
  readonly method: string;
  readonly path: string;
  /** Query and body merged and nested, as the simulator has parsed them; `null` if that was not possible. */
  readonly parameters: ParameterTree | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly at: string;
}

const mask = '[masked]';

/** Headers and parameters that contain a secret, whatever its format. */
const secretName = /(?:^|[-_])(?:token|password|passwd|secret|authorization|cookie)$/i;

/** GitLab tokens have such a prefix, whoever generated them. */
const tokenForm = /\bgl[a-z]{2,8}-[\w.-]{12,}/g;

/** The request without its secrets; `known` are tokens that are masked everywhere. */
export function maskedRequest(request: RecordedRequest, known: readonly string[]): MaskedRequest {
  const clean = (text: string): string => withoutSecrets(text, known);
  const read = readParameters({ ...request, body: Buffer.from(request.body) });
  return {
    method: request.method,
    path: clean(splitTarget(request.target).path),
    parameters: read.kind === 'stop' ? null : maskedTree(read.value, clean),
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        secretName.test(name) ? mask : clean(value),
      ]),
    ),
    at: new Date(request.epochMs).toISOString(),
  };
}

/** The longest first, so that a token that starts with another leaves nothing behind. */
function withoutSecrets(text: string, known: readonly string[]): string {
  const forms = [...new Set(known.flatMap((token) => [token, encodeURIComponent(token)]))]
    .filter((form) => form !== '')
    .sort((one, other) => other.length - one.length);
  return forms.reduce((rest, form) => rest.replaceAll(form, mask), text).replace(tokenForm, mask);
}

function maskedTree(tree: ParameterTree, clean: (text: string) => string): ParameterTree {
  return Object.fromEntries(
    Object.entries(tree).map(([name, value]) => [
      clean(name),
      secretName.test(name) ? mask : maskedValue(value, clean),
    ]),
  );
}

/** A variable in a list has its name beside its value. */
function maskedValue(value: ParameterValue, clean: (text: string) => string): ParameterValue {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map((item: ParameterValue) => maskedValue(item, clean));
  if (!isTree(value)) return value;
  const { key } = value;
  return typeof key === 'string' && secretName.test(key)
    ? { ...maskedTree(value, clean), value: mask }
    : maskedTree(value, clean);
}
