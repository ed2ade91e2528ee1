import { emptyAnswer, jsonAnswer } from '../gitlab/wire/answer.js';
import { splitTarget } from '../gitlab/wire/parameters.js';
import type { Beside, RecordedRequest } from '../gitlab/wire/server.js';
import type { SimulatedRequest, SimulatedResponse } from '../gitlab/wire/wire.js';
import { type FileFault, checkDocument } from '../scenario-file/check-document.js';
import { readFaults, readScenario } from '../scenario-file/read-scenario.js';
import type { Schema } from '../scenario-file/schema.js';
import { spanMs } from '../scenario-file/spans.js';
import { type WebhookReach, shownUrl, strayWebhook, webhooksOf } from '../webhooks/webhooks.js';
import { clockView, faultViews, knownTokens, projectViews } from './control-views.js';
import { maskedRequest } from './masked-request.js';
import type { PlayStage } from './stage.js';
import { webhookRoutes } from './webhook-routes.js';

/** The parts of the server that the control API uses. */
export interface Controlled {
  readonly stage: PlayStage;
  readonly requests: () => readonly RecordedRequest[];
  readonly forgetRequests: () => void;
  /** PEM; absent over plain HTTP. */
  readonly caCertificate: string | undefined;
  readonly webhookHosts: WebhookReach;
}

const prefix = '/-/simulator';

export interface ControlRoute {
  readonly request: string;
  readonly does: string;
  readonly answer: (controlled: Controlled, body: string, query: URLSearchParams) => SimulatedResponse;
}

const routes: readonly ControlRoute[] = [
  {
    request: 'GET /',
    does: 'the state, and this list',
    answer: ({ stage, requests }) =>
      jsonAnswer(200, {
        version: stage.gitlab.version,
        clock: clockView(stage.clock),
        pipelines: stage.gitlab.pipelines().length,
        requests: requests().length,
        faults: stage.faults.rules().length,
        routes: routes.map(({ request, does }) => ({ request: request.replace(' ', ` ${prefix}`), does })),
      }),
  },
  {
    request: 'POST /reset',
    does: 'everything as at the start, but for the time',
    answer: ({ stage, forgetRequests }) => {
      stage.reset();
      forgetRequests();
      return emptyAnswer(204);
    },
  },
  {
    request: 'GET /requests',
    does: 'the requests seen, the oldest first, without secrets; ?method= and ?path= choose',
    answer: ({ stage, requests }, _body, query) => {
      const [method, path] = [query.get('method'), query.get('path')];
      const known = knownTokens(stage);
      const seen = requests().map((request) => maskedRequest(request, known));
      return jsonAnswer(
        200,
        seen.filter(
          (each) =>
            (method === null || each.method === method.toUpperCase()) &&
            (path === null || each.path.includes(path)),
        ),
      );
    },
  },
  {
    request: 'DELETE /requests',
    does: 'forgets the requests seen',
    answer: ({ forgetRequests }) => {
      forgetRequests();
      return emptyAnswer(204);
    },
  },
  {
    request: 'GET /faults',
    does: 'the faults, and how many requests have fitted each',
    answer: ({ stage }) => jsonAnswer(200, faultViews(stage.faults)),
  },
  {
    request: 'POST /faults',
    does: 'adds one fault, or a list, as a scenario file has them',
    answer: ({ stage }, body) =>
      withFaults(listed(body), (rules) => {
        for (const rule of rules) stage.faults.add(rule);
        return jsonAnswer(201, faultViews(stage.faults));
      }),
  },
  {
    request: 'PUT /faults',
    does: 'puts others in the place of all faults',
    answer: ({ stage }, body) =>
      withFaults(listed(body), (rules) => {
        stage.faults.replace(rules);
        return jsonAnswer(200, faultViews(stage.faults));
      }),
  },
  {
    request: 'DELETE /faults',
    does: 'removes all faults',
    answer: ({ stage }) => {
      stage.faults.replace([]);
      return emptyAnswer(204);
    },
  },
  {
    request: 'GET /clock',
    does: 'the time and its speed',
    answer: ({ stage }) => jsonAnswer(200, clockView(stage.clock)),
  },
  {
    request: 'POST /clock',
    does: '{"advance": "10m"} jumps ahead, {"speed": 60} is faster, {"speed": 0} stands still',
    answer: ({ stage }, body) => setClock(stage, body),
  },
  {
    request: 'GET /projects',
    does: 'the projects with their refs, and the tokens that open them',
    answer: ({ stage }) => jsonAnswer(200, projectViews(stage)),
  },
  ...webhookRoutes,
  {
    request: 'GET /ca.pem',
    does: 'the certificate of the authority that clients trust it by, over HTTPS',
    answer: ({ caCertificate }) =>
      caCertificate === undefined
        ? jsonAnswer(404, { message: 'It speaks plain HTTP: start it with tls for a certificate.' })
        : {
            status: 200,
            headers: { 'content-type': 'application/x-pem-file' },
            body: Buffer.from(caCertificate),
          },
  },
  {
    request: 'PUT /scenario',
    does: 'plays the scenario file in the body from its start',
    answer: setScenario,
  },
];

/** The control API, below `/-/simulator/`: for tests, and no part of any GitLab. */
export function controlBeside(controlled: Controlled): Beside {
  return {
    owns: (target) => {
      const path = below(controlled, target);
      return path === prefix || path.startsWith(`${prefix}/`);
    },
    handle: (request) => answer(controlled, request),
  };
}

/** The path without the relative root, below which the control API is also available. */
function below({ stage }: Controlled, target: string): string {
  const { path } = splitTarget(target);
  const root = stage.gitlab.relativeUrlRoot;
  return path.startsWith(`${root}/`) ? path.slice(root.length) : path;
}

function answer(controlled: Controlled, request: SimulatedRequest): SimulatedResponse {
  if (isOfAnotherSite(request)) {
    return jsonAnswer(403, { message: 'The control API takes no orders from a page of another site.' });
  }
  const { method, target, body } = request;
  const path = below(controlled, target).slice(prefix.length).replace(/\/$/, '') || '/';
  const there = routes.filter((each) => each.request.split(' ')[1] === path);
  const route = there.find((each) => each.request.startsWith(`${method} `));
  if (route !== undefined) {
    return route.answer(controlled, body.toString('utf8'), new URLSearchParams(splitTarget(target).query));
  }
  const known = (there.length > 0 ? there : routes).map((each) => each.request.replace(' ', ` ${prefix}`));
  return jsonAnswer(there.length > 0 ? 405 : 404, {
    message: 'The control API does not know this request.',
    known,
  });
}

/** A browser on this machine reaches the server for whatever page it shows, and says whose that is. */
function isOfAnotherSite({ headers }: SimulatedRequest): boolean {
  const { host, origin, 'sec-fetch-site': site = 'none' } = headers;
  const isForeign = origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host);
  return isForeign || !['none', 'same-origin'].includes(site);
}

export function wrong(faults: readonly FileFault[]): SimulatedResponse {
  const said = faults.map(({ line, column, text }) => `${line}:${column}: ${text}`);
  return jsonAnswer(400, { message: said.join('\n'), faults });
}

/** One fault is a list of one. */
function listed(body: string): string {
  return body.trimStart().startsWith('{') ? `[${body}]` : body;
}

function withFaults(
  text: string,
  use: (
    rules: Extract<ReturnType<typeof readFaults>, { readonly kind: 'read' }>['value'],
  ) => SimulatedResponse,
): SimulatedResponse {
  const reading = readFaults(text);
  return reading.kind === 'read' ? use(reading.value) : wrong(reading.faults);
}

const clockSchema: Schema = {
  type: 'object',
  properties: {
    advance: { $ref: '#/$defs/duration' },
    speed: { type: 'number', minimum: 0, maximum: 1000 },
  },
  additionalProperties: false,
};

function setClock(stage: PlayStage, body: string): SimulatedResponse {
  const { value, faults } = checkDocument(body, clockSchema);
  if (faults.length > 0) return wrong(faults);
  // It matches the schema.
  const { advance, speed } = value as { readonly advance?: string; readonly speed?: number };
  if (speed !== undefined) stage.clock.setSpeed(speed);
  stage.clock.advance(spanMs(advance) ?? 0);
  stage.gitlab.catchUp();
  return jsonAnswer(200, clockView(stage.clock));
}

function setScenario({ stage, forgetRequests, webhookHosts }: Controlled, body: string): SimulatedResponse {
  const reading = readScenario(body);
  if (reading.kind === 'wrong') return wrong(reading.faults);
  const { scenario } = reading.value;
  if ((scenario.relativeUrlRoot ?? '') !== stage.gitlab.relativeUrlRoot) {
    return jsonAnswer(400, { message: 'relative_url_root cannot change while it is served.' });
  }
  const stray = webhooksOf(scenario).find(({ url }) => strayWebhook(url, webhookHosts) !== undefined);
  if (stray !== undefined) {
    const why = strayWebhook(stray.url, webhookHosts);
    return jsonAnswer(400, { message: `The webhook ${shownUrl(stray.url)} ${why}.` });
  }
  stage.play(reading.value);
  forgetRequests();
  return jsonAnswer(200, projectViews(stage));
}
