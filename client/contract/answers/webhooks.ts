/** Webhooks of the caller's agency, and what was sent to them. */

import { z } from 'zod';
import { DELIVERY_FAILURES, DELIVERY_STATUSES, WEBHOOK_KINDS } from '../../../domain/webhooks.ts';
import { moment } from './actor.ts';

/** Schema of the kinds of events that a webhook selects. */
export const webhookKind = z
  .enum(WEBHOOK_KINDS)
  .describe(
    'arrivals: new referrals. answers: acknowledged, accepted, declined, unresponsive. transfers: onward, recalled',
  );

const webhook = z
  .object({
    id: z.uuid(),
    url: z.string(),
    kinds: z.array(webhookKind).readonly(),
    createdAt: moment,
    secretMadeAt: moment.nullable().describe('Null: nothing is sent until the first secret is made'),
    failingSince: moment.nullable().describe('The first failure since the last success'),
    disabledAt: moment.nullable().describe('When Liaise stopped sending, after five days of failures or a 410'),
  })
  .meta({ id: 'Webhook' });

/** Schema of the webhooks of an agency. */
export const webhooksAnswer = z.object({ webhooks: z.array(webhook) }).meta({ id: 'Webhooks' });

/** Schema of a new secret. */
export const secretAnswer = z
  .object({ secret: z.string().describe('whsec_ and 32 bytes in base64. No other answer contains it') })
  .meta({ id: 'WebhookSecret' });

const delivery = z
  .object({
    id: z.uuid().describe('The webhook-id of every attempt'),
    webhookId: z.uuid(),
    referralId: z.uuid(),
    reference: z.string(),
    event: z.string(),
    status: z.enum(DELIVERY_STATUSES),
    decidedAt: moment,
    dueAt: moment.describe('When it is tried next, if it waits'),
    tries: z.number().int(),
    triedAt: moment.nullable(),
    result: z
      .string()
      .nullable()
      .describe(`The HTTP status, or ${DELIVERY_FAILURES.join(', ')}`),
  })
  .meta({ id: 'WebhookDelivery' });

/** Schema of a page of the list of deliveries. */
export const deliveriesAnswer = z
  .object({
    deliveries: z.array(delivery),
    total: z.number().describe('The total on all pages; 1001 stands for any number above 1000'),
    next: z.string().exactOptional().describe('The cursor of the next page; absent on the last'),
  })
  .meta({ id: 'WebhookDeliveries' });

/** Schema of the number of failed deliveries that are sent again. */
export const queuedAnswer = z
  .object({ outcome: z.literal('queued'), deliveries: z.number().int() })
  .meta({ id: 'WebhookDeliveriesQueued' });

/** Schema of the answer to a request that answers nothing else. */
export const doneAnswer = z.object({ outcome: z.enum(['enabled', 'queued']) }).meta({ id: 'WebhookDone' });
