import type { HttpResponse, Transport } from './transport.js';

/**
 * The same transport, whose bodies do not repeat our secrets: whatever is made of their words later, cut off or taken out of a page, holds
 * no piece of one. A success in JSON stays as it is, because a short secret (a header's value may be `https`) can be part of honest texts in it.
 */
export function withRedactedAnswers(transport: Transport, redact: (text: string) => string): Transport {
  return {
    send: async (request) => redacted(await transport.send(request), redact),
    close: () => transport.close(),
  };
}

function redacted(response: HttpResponse, redact: (text: string) => string): HttpResponse {
  const text = response.body.toString('utf8');
  const clean = redact(text);
  if (clean === text) return response;
  const isSuccess = response.status >= 200 && response.status < 300;
  return isSuccess && isJson(text) ? response : { ...response, body: Buffer.from(clean) };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
