/** A referral with thirty recipients, more than two hundred entries and long names: more than fits on one page. */

import { ENGINE } from '../../domain/people.ts';
import type { Choice } from '../../domain/routing/route.ts';
import type { Case } from './case.ts';
import { aTriagedCase } from './cases-by-status.ts';
import type { TestDesk } from './desk.ts';
import { aPerson } from './factories.ts';
import { storeCase } from './store-case.ts';

const RECIPIENTS = 30;

/** The ids of the agencies of its recipients. Each has a contact point `<id>-desk`. */
export const LARGE_AGENCIES = Array.from({ length: RECIPIENTS }, (_, n) => `fi-large-${n + 1}`);

/** A name of 120 characters. */
export function longName(id: string): string {
  return `${id}: ${'National Bureau for the Investigation of Crimes against Children '.repeat(2)}`
    .slice(0, 119)
    .padEnd(120, 'n');
}

/** Half of the recipients answer in time, the others late, with a question and an extension. */
export function largeCase(): Case {
  const it = aTriagedCase();
  const taken = LARGE_AGENCIES.map(
    (agencyId): Choice => ({
      agencyId,
      contactPointId: `${agencyId}-desk`,
      country: 'FI',
      type: 'national-contact-point',
    }),
  );
  const candidates = taken.map((each) => ({
    ...each,
    verdict: { taken: true, reason: 'best-of-its-country' } as const,
  }));
  it.act({ type: 'route', decision: { ...it.route(['FI']), candidates, taken } }, ENGINE);
  it.settle();
  const officer = (n: number) => aPerson('partner-officer', LARGE_AGENCIES[n] ?? '');
  const answer = (n: number) => {
    const recipientId = `r${n + 1}`;
    it.act({ type: 'acknowledge', recipientId }, officer(n));
    it.act({ type: 'accept', recipientId }, officer(n));
    it.act({ type: 'extend', recipientId, clock: 'outcome', amount: 5, text: `text-why-${n}` }, officer(n));
  };
  for (let n = 0; n < RECIPIENTS / 2; n += 1) answer(n);
  it.pass(4 * 24);
  for (let n = RECIPIENTS / 2; n < RECIPIENTS; n += 1) answer(n);
  return it;
}

/** Stores the case with its agencies and contact points. The agency `fi-alder` of the seed is their model. */
export async function storeLargeCase(desk: Pick<TestDesk, 'db'>): Promise<Awaited<ReturnType<typeof storeCase>>> {
  const agency = await desk.db.agency.findFirstOrThrow({ where: { id: 'fi-alder' } });
  const point = await desk.db.contactPoint.findFirstOrThrow({ where: { agencyId: agency.id }, orderBy: { id: 'asc' } });
  await desk.db.agency.createMany({ data: LARGE_AGENCIES.map((id) => ({ ...agency, id, name: longName(id) })) });
  await desk.db.contactPoint.createMany({
    data: LARGE_AGENCIES.map((id) => ({ ...point, id: `${id}-desk`, agencyId: id, name: longName(id) })),
  });
  return storeCase(desk.db, largeCase());
}
