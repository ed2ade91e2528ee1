import { type HttpRequest, type HttpResponse, TransportFault } from '../../../../src/http/transport.js';
import type { SimulatedGitLab } from '../../../../src/simulator/gitlab/simulated-gitlab.js';
import { type Delivery, deliver } from '../../../../src/simulator/gitlab/wire/delivery.js';
import type { Fault } from '../../../../src/simulator/gitlab/wire/fault-plan.js';
import type { VirtualClock } from '../../../../src/simulator/virtual-clock.js';

/** What happens to one request, counted from 1. */
export type Disturb = (nth: number, line: string) => Fault | undefined;

/** A line to a simulated GitLab in virtual time: 20 ms there, 20 ms back. */
export function virtualLine(
  { gitlab, clock }: { readonly gitlab: SimulatedGitLab; readonly clock: VirtualClock },
  on: { readonly disturb: Disturb; readonly onRequest: (line: string) => void },
): (request: HttpRequest) => Promise<HttpResponse> {
  let count = 0;
  return (request) => {
    request.signal.throwIfAborted();
    count += 1;
    const nth = count;
    return new Promise((resolve, reject) => {
      const forgets: (() => void)[] = [];
      const settle = (work: () => void): void => {
        for (const dispose of forgets) dispose();
        request.signal.removeEventListener('abort', onAbort);
        work();
      };
      const fail = (kind: TransportFault['kind'], reached: TransportFault['reached']): void =>
        settle(() => reject(new TransportFault({ kind, reached, message: `a ${kind} for the test` })));
      const onAbort = (): void => settle(() => reject(request.signal.reason as Error));
      request.signal.addEventListener('abort', onAbort, { once: true });
      forgets.push(clock.schedule(request.timeoutMs, () => fail('timeout', 'maybe')));
      forgets.push(
        clock.schedule(20, () => {
          const line = `${request.method} ${request.url.pathname.replace('/api/v4/projects/', '')}`;
          on.onRequest(line);
          const delivery = deliver({ gitlab, clock }, wireOf(request), on.disturb(nth, line));
          forgets.push(
            clock.schedule(20, () =>
              act(delivery, { fail, answer: (answer) => settle(() => resolve(answer)) }),
            ),
          );
        }),
      );
    });
  };
}

function wireOf({ method, url, headers, body = '' }: HttpRequest): Parameters<SimulatedGitLab['handle']>[0] {
  return { method, target: url.pathname + url.search, headers, body: Buffer.from(body) };
}

function act(
  delivery: Delivery,
  to: {
    readonly fail: (kind: TransportFault['kind'], reached: TransportFault['reached']) => void;
    readonly answer: (answer: HttpResponse) => void;
  },
): void {
  switch (delivery.kind) {
    case 'answer':
      to.answer(delivery.response);
      break;
    case 'refused':
      to.fail('refused', 'no');
      break;
    case 'reset':
      to.fail('reset', 'maybe');
      break;
    case 'truncated':
      to.fail('truncated', 'maybe');
      break;
    case 'flood':
      to.fail('too_large', 'maybe');
      break;
    // A drip is too slow for the deadline here.
    case 'drip':
    case 'silence':
      break;
  }
}
