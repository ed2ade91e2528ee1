import type { HttpRequest, HttpResponse, Transport } from '../../../src/http/transport.js';

function isProbe({ url }: HttpRequest): boolean {
  return url.pathname.endsWith('/api/graphql');
}

function isPipeline({ method, url }: HttpRequest): boolean {
  return method === 'GET' && /\/pipelines\/\d+$/.test(url.pathname);
}

/** The second tag is taken for the end, and nobody is asked which one. */
export function endingWithTag({ send, close }: Transport): Transport {
  const tags = new Set<string>();
  return {
    send: async (request) => {
      const answer = await send(request);
      if (isProbe(request) && answer.status === 200) tags.add(answer.headers.etag ?? '');
      return tags.size > 1 && isPipeline(request) && answer.status === 200 ? passed(answer) : answer;
    },
    close,
  };
}

function passed(answer: HttpResponse): HttpResponse {
  const pipeline = JSON.parse(answer.body.toString('utf8')) as Readonly<Record<string, unknown>>;
  const ended = { ...pipeline, status: 'success', detailed_status: { group: 'success' } };
  return { ...answer, body: Buffer.from(JSON.stringify(ended)) };
}

/** While the tag is the same, everything that was read before is taken to be true. */
export function believingTags({ send, close }: Transport): Transport {
  const known = new Map<string, HttpResponse>();
  let isSame = false;
  return {
    send: async (request) => {
      if (isProbe(request)) {
        const answer = await send(request);
        isSame = answer.status === 304;
        return answer;
      }
      const remembered = isSame && request.method === 'GET' ? known.get(request.url.href) : undefined;
      if (remembered !== undefined) return remembered;
      const answer = await send(request);
      if (request.method === 'GET' && answer.status === 200 && request.sink === undefined) {
        known.set(request.url.href, answer);
      }
      return answer;
    },
    close,
  };
}
