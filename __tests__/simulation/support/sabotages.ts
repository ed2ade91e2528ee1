import {
  TransportFault,
  type HttpRequest,
  type HttpResponse,
  type Transport,
} from '../../../src/http/transport.js';
import { believingTags, endingWithTag } from './credulous-probes.js';
import { intact, type Safeguards } from './safeguards.js';
import { strangerSabotages } from './stranger-sabotages.js';
import { isCreationPost } from './wire.js';

/** A safeguard that is switched off, and the promises of which at least one has to break. */
export interface Sabotage {
  readonly name: string;
  readonly safeguards: Safeguards;
  readonly breaks: readonly string[];
}

/**
 * Every safeguard, one at a time. None of the product's files is touched: what surrounds a run is made worse.
 */
export const sabotages: readonly Sabotage[] = [
  {
    name: 'a process starts green, and a cut body never settles',
    safeguards: { ...intact, firstExitCode: 0, wrapTransport: neverSettling },
    breaks: ['green means that there is one pipeline', 'green means an accepted outcome'],
  },
  {
    name: 'a cut body never settles',
    safeguards: { ...intact, wrapTransport: neverSettling },
    breaks: ['it ends by itself, and not by a fault of its own'],
  },
  {
    name: 'a cut body is a shorter answer',
    safeguards: { ...intact, onTruncated: 'short_answer' },
    breaks: ['the end of a log is its end'],
  },
  {
    name: 'a lost request to start a pipeline is sent again',
    safeguards: { ...intact, wrapTransport: repeatingCreations },
    breaks: ['one call starts at most one pipeline'],
  },
  {
    name: 'a redirect is followed, wherever it leads',
    safeguards: { ...intact, wrapTransport: followingRedirects },
    breaks: ['no secret is sent elsewhere'],
  },
  {
    name: 'an unknown status is taken for a success',
    safeguards: { ...intact, wrapTransport: withKnownStatuses },
    breaks: ['an outcome is the true one'],
  },
  {
    name: 'a verdict comes from the tag of the pipeline',
    safeguards: { ...intact, wrapTransport: endingWithTag },
    breaks: ['an outcome is the true one'],
  },
  {
    name: 'a tag that stays the same is a pipeline that stays the same',
    safeguards: { ...intact, wrapTransport: believingTags },
    breaks: ['an end is known one poll after a minute'],
  },
  {
    name: 'outage_timeout is ignored',
    safeguards: { ...intact, changeInputs: (inputs) => ({ ...inputs, outage_timeout: '14d' }) },
    breaks: ['an outage ends with outage_timeout'],
  },
  {
    name: 'timeout is ignored',
    safeguards: { ...intact, changeInputs: (inputs) => ({ ...inputs, timeout: '1d' }) },
    breaks: ['following ends with timeout'],
  },
  {
    name: 'accept is ignored',
    safeguards: { ...intact, changeInputs: (inputs) => ({ ...inputs, accept: 'any' }) },
    breaks: ['green means an accepted outcome'],
  },
  {
    name: 'required pipelines below are not looked at',
    safeguards: {
      ...intact,
      changeInputs: (inputs) => ({ ...inputs, downstream: inputs.downstream === 'require' ? 'show' : '' }),
    },
    breaks: ['an outcome is the true one'],
  },
  {
    name: 'cancel_on is ignored',
    safeguards: {
      ...intact,
      changeInputs: (inputs) => ({ ...inputs, cancel_on: 'abort, timeout, failure' }),
    },
    breaks: ['only what should be is canceled'],
  },
  {
    name: 'retry_failed is ignored',
    safeguards: {
      ...intact,
      changeInputs: (inputs) => ({
        ...inputs,
        retry_failed: '10',
        retry_on: 'infrastructure, script_failure',
      }),
    },
    breaks: ['only who asks for it retries jobs', 'no job is retried more often than it may be'],
  },
  {
    name: 'a stopped step cancels nothing',
    safeguards: { ...intact, changeInputs: (inputs) => ({ ...inputs, cancel_on: 'never' }) },
    breaks: ['a stopped step leaves nothing running'],
  },
  {
    name: 'signals are not heard',
    safeguards: { ...intact, signals: 'ignored' },
    breaks: ['a stopped step ends within six seconds'],
  },
  {
    name: 'a request has no deadline',
    safeguards: { ...intact, wrapTransport: withoutDeadlines },
    breaks: ['the start ends in time', 'an outage ends with outage_timeout'],
  },
  {
    name: 'secrets are not masked',
    safeguards: { ...intact, masks: 'forgotten' },
    breaks: ['no secret is written anywhere'],
  },
  {
    name: 'the access token travels in the URL',
    safeguards: { ...intact, wrapTransport: withTokensInUrls },
    breaks: ['no secret is sent elsewhere'],
  },
  ...strangerSabotages,
];

function sending({ close }: Transport, send: (request: HttpRequest) => Promise<HttpResponse>): Transport {
  return { send, close };
}

function neverSettling(transport: Transport): Transport {
  return sending(transport, async (request) => {
    try {
      return await transport.send(request);
    } catch (error) {
      if (!(error instanceof TransportFault) || error.kind !== 'truncated') throw error;
      return await new Promise<never>(() => undefined);
    }
  });
}

function repeatingCreations(transport: Transport): Transport {
  return sending(transport, async (request) => {
    try {
      return await transport.send(request);
    } catch (error) {
      if (!(error instanceof TransportFault) || !isCreationPost(request)) throw error;
      return await transport.send(request);
    }
  });
}

function followingRedirects(transport: Transport): Transport {
  return sending(transport, async (request) => {
    const answer = await transport.send(request);
    const { location } = answer.headers;
    if (answer.status < 300 || answer.status > 399 || location === undefined) return answer;
    return await transport.send({ ...request, url: new URL(location, request.url) });
  });
}

function withKnownStatuses(transport: Transport): Transport {
  return sending(transport, async (request) => {
    const answer = await transport.send(request);
    const text = answer.body.toString('utf8');
    const known = text.replace(
      /"status":"(?:quarantined|waiting_for_approval|SUCCESS|succeeded)"/g,
      '"status":"success"',
    );
    return { ...answer, body: Buffer.from(known) };
  });
}

function withoutDeadlines(transport: Transport): Transport {
  return sending(transport, (request) => transport.send({ ...request, timeoutMs: 24 * 3_600_000 }));
}

function withTokensInUrls(transport: Transport): Transport {
  return sending(transport, (request) => {
    const token = request.headers['private-token'];
    if (token === undefined) return transport.send(request);
    const url = new URL(request.url);
    url.searchParams.set('private_token', token);
    return transport.send({ ...request, url });
  });
}
