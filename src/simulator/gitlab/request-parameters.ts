import { errorAnswer, go, stop, type Step } from './answer.js';
import { parseMultipart } from './multipart.js';
import { isTree, parameterOf, parseFormText, type ParameterTree } from './parameter-tree.js';
import type { SimulatedRequest } from './wire.js';

/** Path and query of a request target. */
export function splitTarget(target: string): { readonly path: string; readonly query: string } {
  const at = target.indexOf('?');
  return at < 0
    ? { path: target, query: '' }
    : { path: target.slice(0, at), query: target.slice(at + 1).replace(/#.*$/, '') };
}

/** Query and body merged, the body winning; the body of a GET is not looked at. */
export function readParameters(request: SimulatedRequest): Step<ParameterTree> {
  const query = parseFormText(splitTarget(request.target).query);
  if (request.method === 'GET' || request.body.length === 0) return go(query);
  const body = readBody(request);
  return body.kind === 'stop' ? body : go({ ...query, ...body.value });
}

function readBody(request: SimulatedRequest): Step<ParameterTree> {
  const contentType = request.headers['content-type'] ?? 'application/x-www-form-urlencoded';
  switch (mediaType(contentType)) {
    case 'application/json':
      return readJson(request.body.toString('utf8'));
    case 'application/x-www-form-urlencoded':
      return go(parseFormText(request.body.toString('utf8')));
    case 'multipart/form-data':
      return go(parseMultipart(request.body, contentType));
    default:
      return stop(errorAnswer(415, `The provided content-type '${contentType}' is not supported.`));
  }
}

export function mediaType(contentType: string): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase();
}

const malformedJson = [
  'Problem:',
  '  message body does not match declared format',
  'Resolution:',
  "  when specifying application/json as content-type, the body must be valid application/json\n  in the request's 'body'",
  '',
].join('\n');

function readJson(text: string): Step<ParameterTree> {
  if (text.trim() === '') return go({});
  try {
    const value = parameterOf(JSON.parse(text));
    return go(isTree(value) ? value : {});
  } catch {
    return stop(errorAnswer(400, malformedJson));
  }
}
