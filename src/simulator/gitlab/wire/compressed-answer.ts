import { gzipSync } from 'node:zlib';

import type { SimulatedRequest, SimulatedResponse } from './wire.js';

/** What the nginx of GitLab's packages compresses, and from which size on. */
const compressedTypes = /^(?:application\/(?:json|xml|x-javascript)|text\/(?:html|plain|css|xml))\b/;
const leastBytes = 250;
const level = 2;

/** The response as the web server in front of GitLab sends it to a client that accepts gzip. */
export function compressedAnswer(request: SimulatedRequest, response: SimulatedResponse): SimulatedResponse {
  const { headers, body } = response;
  const isAsked = /\bgzip\b/i.test(request.headers['accept-encoding'] ?? '');
  const isFit =
    headers['content-encoding'] === undefined &&
    body.length >= leastBytes &&
    compressedTypes.test(headers['content-type'] ?? '');
  if (!isAsked || !isFit) return response;
  return {
    ...response,
    headers: {
      ...headers,
      'content-encoding': 'gzip',
      vary: [headers.vary, 'Accept-Encoding'].filter((name) => name !== undefined).join(', '),
      ...(headers.etag?.startsWith('"') === true ? { etag: `W/${headers.etag}` } : {}),
    },
    body: gzipSync(body, { level }),
  };
}
