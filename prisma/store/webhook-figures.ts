/** Counts of webhooks for monitoring. */

import type { Queries } from './connect.ts';

/** The numbers behind the gauges of webhooks. */
export interface WebhookFigures {
  /** Deliveries that are decided and not yet sent, of webhooks that are enabled. */
  waiting: number;
  /** The first failure of the webhook that has failed longest; null if none fails. */
  failingSince: Date | null;
  disabled: number;
}

/** Reads the numbers. */
export async function readWebhookFigures(db: Queries): Promise<WebhookFigures> {
  const waiting = await db.webhookDelivery.count({ where: { status: 'waiting', webhook: { disabledAt: null } } });
  const failing = await db.webhook.aggregate({ where: { disabledAt: null }, _min: { failingSince: true } });
  const disabled = await db.webhook.count({ where: { disabledAt: { not: null } } });
  return { waiting, failingSince: failing._min.failingSince, disabled };
}
