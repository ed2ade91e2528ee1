import { emptyAnswer, jsonAnswer } from '../gitlab/wire/answer.js';
import type { SimulatedResponse } from '../gitlab/wire/wire.js';
import { checkDocument } from '../scenario-file/check-document.js';
import type { FileWebhook } from '../scenario-file/file-shape.js';
import { webhookOf } from '../scenario-file/read-scenario.js';
import { projectWebhookSchema } from '../scenario-file/schema.js';
import { type WebhookReach, type Webhooks, shownUrl, strayWebhook } from '../webhooks/webhooks.js';
import type { PlayStage } from './stage.js';

/** What the orders about webhooks reach. */
interface Hooked {
  readonly stage: PlayStage;
  readonly webhookHosts: WebhookReach;
}

/** The part of the control API that is about webhooks. */
export const webhookRoutes = [
  {
    request: 'GET /webhooks',
    does: 'the webhooks, and what became of the events that they were sent',
    answer: ({ stage }: Hooked) => jsonAnswer(200, webhooksView(stage.webhooks)),
  },
  {
    request: 'POST /webhooks',
    does: 'adds a webhook to a project: {"project_id": 42, "url": "http://127.0.0.1:3000/hook", "token": "…"}',
    answer: addWebhook,
  },
  {
    request: 'DELETE /webhooks',
    does: 'removes all webhooks, and forgets what was sent',
    answer: ({ stage }: Hooked) => {
      stage.webhooks.replace([]);
      return emptyAnswer(204);
    },
  },
] as const;

function addWebhook({ stage, webhookHosts }: Hooked, body: string): SimulatedResponse {
  const { value, faults } = checkDocument(body, projectWebhookSchema);
  if (faults.length > 0) {
    const said = faults.map(({ line, column, text }) => `${line}:${column}: ${text}`);
    return jsonAnswer(400, { message: said.join('\n'), faults });
  }
  // The schema has passed it.
  const given = value as FileWebhook & { readonly project_id: number };
  const known = stage.scenario.projects.map(({ id }) => id);
  if (!known.includes(given.project_id)) {
    return jsonAnswer(400, { message: `There is no project ${given.project_id}: ${known.join(', ')} are.` });
  }
  const why = strayWebhook(given.url, webhookHosts);
  if (why !== undefined) {
    return jsonAnswer(400, { message: `The webhook ${shownUrl(given.url)} ${why}.` });
  }
  stage.webhooks.add({ ...webhookOf(given), projectId: given.project_id });
  return jsonAnswer(201, webhooksView(stage.webhooks));
}

function webhooksView(webhooks: Webhooks): unknown {
  return {
    webhooks: webhooks.hooks().map(({ projectId, url, pipelineEvents = true, jobEvents = true }) => ({
      project_id: projectId,
      url: shownUrl(url),
      pipeline_events: pipelineEvents,
      job_events: jobEvents,
    })),
    deliveries: webhooks.records().map(({ projectId, url, kind, attempts, answer, epochMs }) => ({
      project_id: projectId,
      url: shownUrl(url),
      event: kind,
      attempts,
      ...(typeof answer === 'number' ? { status: answer } : { error: answer }),
      at: new Date(epochMs).toISOString(),
    })),
    dropped: webhooks.dropped(),
  };
}
