/** Lists the deliveries of an agency's webhooks: filtered and paged. */

import { z } from 'zod';
import { ReferralError } from '../../domain/errors.ts';
import type { Database } from '../../prisma/store/connect.ts';
import {
  countDeliveries,
  type DeliveryFilter,
  type DeliveryPlace,
  type ListedDelivery,
  listDeliveries,
} from '../../prisma/store/webhook-deliveries.ts';
import { instant } from '../contract/submission.ts';
import { MOST_COUNTED } from './list.ts';

/** One page of the list. */
export interface DeliveryPage {
  rows: ListedDelivery[];
  /** Number of deliveries on all pages. `MOST_COUNTED + 1` stands for any higher number. */
  total: number;
  /** Cursor of the next page; absent on the last. */
  next?: string;
}

interface Page {
  cursor?: string;
  limit: number;
}

/** Returns a page with the total. @throws ReferralError as `pageOfDeliveries`. */
export async function deliveriesWithTotal(
  deps: { db: Database },
  filter: DeliveryFilter,
  page: Page,
): Promise<DeliveryPage> {
  const [found, total] = await Promise.all([
    pageOfDeliveries(deps, filter, page),
    countDeliveries(deps.db, filter, MOST_COUNTED + 1),
  ]);
  return { ...found, total };
}

/** Returns a page, newest first. @throws ReferralError INVALID_INPUT for an invalid cursor. */
export async function pageOfDeliveries(
  { db }: { db: Database },
  filter: DeliveryFilter,
  { cursor, limit }: Page,
): Promise<Omit<DeliveryPage, 'total'>> {
  const after = cursor === undefined ? undefined : placeOf(cursor);
  const found = await listDeliveries(db, filter, { limit: limit + 1, ...(after && { after }) });
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, ...(last && { next: cursorOf(last) }) };
}

function cursorOf({ decidedAt, id }: DeliveryPlace): string {
  return Buffer.from(`${decidedAt.toISOString()} ${id}`).toString('base64url');
}

const place = z.tuple([instant, z.uuid()]);

/** @throws ReferralError INVALID_INPUT */
function placeOf(cursor: string): DeliveryPlace {
  const [at, id] = place.safeParse(Buffer.from(cursor, 'base64url').toString().split(' ')).data ?? [];
  if (at !== undefined && id !== undefined) return { decidedAt: new Date(at), id };
  throw new ReferralError('INVALID_INPUT', 'The cursor belongs to another list. Start at its first page.', 'cursor');
}
