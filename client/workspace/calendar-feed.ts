/** A person's calendar of the deadlines that their agency must meet, at a secret address (RFC 5545). */

import { createHash, randomBytes } from 'node:crypto';
import { tasksOfRoles } from '../../domain/agency-tasks.ts';
import { ReferralError } from '../../domain/errors.ts';
import { type DueEvent, formatCalendar } from '../../domain/exchange/calendar.ts';
import type { Person } from '../../domain/people.ts';
import { isLanguage } from '../../domain/words/languages.ts';
import { asAgency } from '../../prisma/store/agency-scope.ts';
import { findFeedOwner, saveFeed } from '../../prisma/store/calendar-feeds.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { type Translate, translatorFor } from '../i18n/i18n.ts';
import { listWaiting, type WaitingRow } from '../queries/waiting.ts';

/** The most referrals in a calendar: those that are due first. */
export const MOST_REFERRALS = 200;

const SECRET_BYTES = 32;

/** True if the person's roles have tasks with deadlines. */
export function mayHaveCalendar({ roles }: Pick<Person, 'roles'>): boolean {
  return tasksOfRoles(roles).length > 0;
}

/**
 * Makes the secret of an address, and returns it. An earlier address of the person at this agency stops working. Only the
 * digest is stored, so the secret cannot be shown again.
 *
 * @throws ReferralError ROLE_REQUIRED if the person's roles have no tasks
 */
export async function renewCalendar({ db }: { db: Database }, by: Person): Promise<string> {
  if (!mayHaveCalendar(by)) {
    throw new ReferralError('ROLE_REQUIRED', 'Only people who work on referrals have a calendar of deadlines.');
  }
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  await saveFeed(db, by, digestOf(secret));
  return secret;
}

/**
 * The calendar with this secret as a file. Undefined for a wrong or earlier secret, and if its owner has no tasks at the agency
 * any more. Each of these costs the same query.
 */
export async function readCalendar(
  { db, publicUrl }: { db: Database; publicUrl: string },
  secret: string,
): Promise<string | undefined> {
  const found = await findFeedOwner(db, digestOf(secret));
  const agency = found?.who.agencies.find(({ id }) => id === found.agencyId);
  if (found === undefined || agency === undefined || !mayHaveCalendar(agency)) return undefined;
  const { personId, language } = found.who;
  const owner: Person = { kind: 'person', personId, agencyId: agency.id, roles: agency.roles };
  const query = { sort: 'due', order: 'asc', limit: MOST_REFERRALS } as const;
  const { rows } = await asAgency(agency.id, () => listWaiting({ db }, owner, query));
  const t = translatorFor(isLanguage(language) ? language : 'en');
  return formatCalendar(
    t('integration:calendar.name'),
    rows.flatMap((row) => eventOf(row, publicUrl, t)),
  );
}

/** The event names the referral and the task, and nothing of the case. */
function eventOf(row: WaitingRow, publicUrl: string, t: Translate): DueEvent[] {
  const { task, dueAt, referralId, reference, recipientId, translationId, reply, changedAt, drill } = row;
  if (dueAt === undefined) return [];
  const subject = recipientId ?? translationId ?? (reply?.to === 'question' ? reply.questionId : reply?.recipientId);
  const url = `${publicUrl}/referrals/${reference}`;
  const named = drill ? `${reference} (${t('registry:drill.mark')})` : reference;
  return [
    {
      uid: [task, ...(subject === undefined ? [] : [subject]), referralId].join('-'),
      ...{ dueAt, changedAt, url },
      summary: t('everywhere:labelled', { label: named, value: t(`waiting:do.${task}`) }),
      description: t('integration:calendar.event', { url }),
    },
  ];
}

function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
