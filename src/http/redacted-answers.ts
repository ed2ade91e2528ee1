import { cutText } from '../base/foreign-text.js';
import type { HttpResponse, Transport } from './transport.js';

/**
 * Far more than anybody makes of an answer that is no success in JSON: such a one is words for a person, or a page. Looking for secrets in the 10 MiB that an answer may have would keep
 * signals waiting for seconds.
 */
const mostCharacters = 256 * 1024;

/**
 * The same transport, whose bodies and addresses do not repeat our secrets: whatever is made of their words later, cut off or taken out of a page, holds
 * no piece of one. A success in JSON stays as it is, and is not looked at, because a short secret (a header's value may be `https`) can be part of honest texts in
 * it. All else is cut where it is too long to be looked at; that leaves a mark, at which half of a secret is known.
 */
export function withRedactedAnswers(transport: Transport, redact: (text: string) => string): Transport {
  return {
    send: async (request) => withoutSecrets(await transport.send(request), redact),
    close: () => transport.close(),
  };
}

function withoutSecrets(response: HttpResponse, redact: (text: string) => string): HttpResponse {
  return { ...response, ...addresses(response, redact), body: bodyOf(response, redact) };
}

/** The headers with an address in them, before anybody reads one: what is an address is written in another way afterwards (a host in small letters). */
function addresses(
  { headers }: HttpResponse,
  redact: (text: string) => string,
): Pick<HttpResponse, 'headers' | 'leadsNowhere'> {
  const { location = '', link = '' } = headers;
  const shown = { location: redact(location), link: redact(link) };
  if (shown.location === location && shown.link === link) return { headers };
  const changed = Object.entries(shown).filter(([name]) => Object.hasOwn(headers, name));
  return {
    headers: { ...headers, ...Object.fromEntries(changed) },
    leadsNowhere: shown.location === location ? undefined : true,
  };
}

function bodyOf(response: HttpResponse, redact: (text: string) => string): Buffer {
  const text = response.body.toString('utf8');
  const isSuccess = response.status >= 200 && response.status < 300;
  if (isSuccess && isJson(text)) return response.body;
  const clean = redact(cutText(text, mostCharacters));
  return clean === text ? response.body : Buffer.from(clean);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
