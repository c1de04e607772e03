/** Webhooks of the caller's agency: proposed, given secrets, enabled; and their deliveries, listed and sent again. */

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { v4 as uuidv4 } from 'uuid';
import { z } from 'zod';
import { DELIVERY_STATUSES, WEBHOOK_URL_LENGTH } from '../../domain/webhooks.ts';
import { webhooksOf } from '../../prisma/store/webhooks.ts';
import { proposedAnswer } from '../contract/answers/administration.ts';
import {
  deliveriesAnswer,
  doneAnswer,
  queuedAnswer,
  secretAnswer,
  webhookKind,
  webhooksAnswer,
} from '../contract/answers/webhooks.ts';
import { enableWebhook, ownWebhook, renewSecret, sendAgain, sendFailedAgain } from '../directory/webhooks.ts';
import type { HttpDependencies } from '../http/dependencies.ts';
import { deliveriesWithTotal } from '../queries/webhook-deliveries.ts';
import { administratorOf, proposeChange } from './administration.ts';
import { jsonAnswer, REFUSALS } from './document.ts';

const tags = ['administration'];
const params = z.strictObject({ webhook: z.uuid() });
const PATH = '/administration/webhooks';
const LISTED = 100;
const deliveryQuery = z.strictObject({
  status: z.enum(DELIVERY_STATUSES).exactOptional(),
  cursor: z.string().max(500).exactOptional().describe('`next` of the previous page'),
  limit: z.coerce.number().int().min(1).max(200).default(LISTED),
});

/** Registers the routes of webhooks. All are for administrators of the agency. */
export function webhookRoutes(app: FastifyInstance, deps: HttpDependencies): void {
  subscriptionRoutes(app, deps);
  deliveryRoutes(app, deps);
}

function subscriptionRoutes(app: FastifyInstance, deps: HttpDependencies): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const proposed = { 200: jsonAnswer(proposedAnswer, 'The change is proposed'), ...REFUSALS };

  api.get(
    PATH,
    {
      schema: {
        ...{ operationId: 'listWebhooks', tags, summary: "The webhooks of the caller's agency" },
        response: { 200: jsonAnswer(webhooksAnswer, 'The webhooks, without their secrets'), ...REFUSALS },
      },
    },
    async (request) => {
      const { editor } = administratorOf(request);
      const webhooks = await webhooksOf(deps.db, editor.person.agencyId);
      return {
        webhooks: webhooks.map(({ createdAt, secretMadeAt, failingSince, disabledAt, ...rest }) => ({
          ...rest,
          createdAt: createdAt.toISOString(),
          secretMadeAt: secretMadeAt?.toISOString() ?? null,
          failingSince: failingSince?.toISOString() ?? null,
          disabledAt: disabledAt?.toISOString() ?? null,
        })),
      };
    },
  );

  api.post(
    PATH,
    {
      schema: {
        ...{ operationId: 'addWebhook', tags, summary: 'Proposes a webhook' },
        description: 'Another administrator confirms it. It gets messages as soon as a secret is made.',
        body: z.strictObject({
          url: z.string().min(1).max(WEBHOOK_URL_LENGTH).describe('A public https address'),
          kinds: z.array(webhookKind).min(1),
        }),
        response: proposed,
      },
    },
    (request) => {
      const { agencyId } = administratorOf(request).editor.person;
      return proposeChange(deps, request, {
        type: 'add-webhook',
        webhook: { id: uuidv4(), agencyId, ...request.body },
      });
    },
  );

  api.post(
    `${PATH}/:webhook/remove`,
    {
      schema: {
        ...{ operationId: 'removeWebhook', tags, summary: 'Proposes to remove a webhook' },
        ...{ params, response: proposed },
      },
    },
    async (request) => {
      const { person } = administratorOf(request).editor;
      const { id, agencyId } = await ownWebhook(deps.db, person, request.params.webhook);
      return proposeChange(deps, request, { type: 'remove-webhook', webhook: { id, agencyId } });
    },
  );

  api.post(
    `${PATH}/:webhook/secret`,
    {
      config: { stepUp: true },
      schema: {
        ...{ operationId: 'renewWebhookSecret', tags, summary: 'Makes a new signing secret, and answers it once' },
        description: 'The previous secret also signs for 24 hours. Requires a recent authentication (RFC 9470).',
        ...{ params, response: { 200: jsonAnswer(secretAnswer, 'The secret'), ...REFUSALS } },
      },
    },
    async (request) => ({
      secret: await renewSecret(deps, administratorOf(request).editor.person, request.params.webhook),
    }),
  );

  api.post(
    `${PATH}/:webhook/enable`,
    {
      schema: {
        ...{ operationId: 'enableWebhook', tags, summary: 'Enables a webhook that Liaise disabled' },
        ...{ params, response: { 200: jsonAnswer(doneAnswer, 'It is enabled'), ...REFUSALS } },
      },
    },
    async (request) => {
      await enableWebhook(deps, administratorOf(request).editor.person, request.params.webhook);
      return { outcome: 'enabled' } as const;
    },
  );
}

function deliveryRoutes(app: FastifyInstance, deps: HttpDependencies): void {
  const api = app.withTypeProvider<ZodTypeProvider>();

  api.get(
    `${PATH}/:webhook/deliveries`,
    {
      schema: {
        ...{ operationId: 'listWebhookDeliveries', tags, summary: 'The deliveries of a webhook, newest first' },
        ...{ params, querystring: deliveryQuery },
        ...{ response: { 200: jsonAnswer(deliveriesAnswer, 'The deliveries'), ...REFUSALS } },
      },
    },
    async (request) => {
      const { person } = administratorOf(request).editor;
      const { id: webhookId } = await ownWebhook(deps.db, person, request.params.webhook);
      const { status, ...place } = request.query;
      const filter = { agencyId: person.agencyId, webhookId, ...(status && { status }) };
      const { rows, ...page } = await deliveriesWithTotal(deps, filter, place);
      return {
        ...page,
        deliveries: rows.map(({ decidedAt, dueAt, triedAt, ...rest }) => ({
          ...rest,
          decidedAt: decidedAt.toISOString(),
          dueAt: dueAt.toISOString(),
          triedAt: triedAt?.toISOString() ?? null,
        })),
      };
    },
  );

  api.post(
    `${PATH}/:webhook/deliveries/send-failed-again`,
    {
      schema: {
        ...{ operationId: 'sendFailedDeliveriesAgain', tags },
        summary: 'Sends all failed deliveries of a webhook again, with the same ids',
        ...{ params, response: { 200: jsonAnswer(queuedAnswer, 'They are queued'), ...REFUSALS } },
      },
    },
    async (request) => {
      const { person } = administratorOf(request).editor;
      const deliveries = await sendFailedAgain(deps, person, request.params.webhook);
      return { outcome: 'queued', deliveries } as const;
    },
  );

  api.post(
    `${PATH}/deliveries/:delivery/send-again`,
    {
      schema: {
        ...{ operationId: 'sendWebhookDeliveryAgain', tags, summary: 'Sends a delivery again, with the same id' },
        params: z.strictObject({ delivery: z.uuid() }),
        response: { 200: jsonAnswer(doneAnswer, 'It is queued'), ...REFUSALS },
      },
    },
    async (request) => {
      await sendAgain(deps, administratorOf(request).editor.person, request.params.delivery);
      return { outcome: 'queued' } as const;
    },
  );
}
