/** From whom a letter is for to who is written to. An order holds ids; the address is looked up when it is sent. */

import { v5 as uuidv5 } from 'uuid';
import type { Audience, Notice } from '../domain/consequences.ts';
import type { Addressee, LetterOrder } from '../domain/letters.ts';
import type { Referral } from '../domain/referral.ts';
import { contactPoint, type Directory } from '../domain/routing/directory.ts';
import type { Queries } from '../prisma/store/connect.ts';
import { holdersOf } from '../prisma/store/people.ts';

/** One letter for each notice and addressee; nobody gets the same letter twice for one act. */
export async function ordersFor(
  db: Queries,
  directory: Directory,
  referral: Referral,
  notices: readonly { notice: Notice; seq: number }[],
): Promise<LetterOrder[]> {
  const orders: LetterOrder[] = [];
  for (const { notice, seq } of notices) {
    const { letter, to, recipientId, clockId } = notice;
    for (const addressee of await addressees(db, directory, referral, to)) {
      const letterId = letterIdOf(referral.id, seq, letter, addressee);
      const about = { ...(recipientId && { recipientId }), ...(clockId && { clockId }) };
      orders.push({ letterId, letter, addressee, ...about });
    }
  }
  return orders.filter((order, index) => orders.findIndex((other) => isSame(order, other)) === index);
}

async function addressees(db: Queries, directory: Directory, referral: Referral, to: Audience): Promise<Addressee[]> {
  switch (to.who) {
    case 'sender': {
      const personId = referral.handlers[referral.senderAgencyId] ?? referral.senderPersonId;
      return [{ kind: 'person', personId, agencyId: referral.senderAgencyId }];
    }
    case 'coordinator': {
      const desk = directory.contactPoints.find((point) => point.agencyId === referral.coordinatorAgencyId);
      return desk ? [{ kind: 'point', contactPointId: desk.id, line: 'desk' }] : [];
    }
    case 'recipient':
      return ofRecipient(directory, referral, to);
    case 'supervisors': {
      const agencyId = to.of === 'sender' ? referral.senderAgencyId : referral.coordinatorAgencyId;
      const personIds = await holdersOf(db, agencyId, 'supervisor');
      return personIds.map((personId) => ({ kind: 'person', personId, agencyId }));
    }
  }
}

function ofRecipient(
  directory: Directory,
  referral: Referral,
  { recipientId, line }: Audience & { who: 'recipient' },
): Addressee[] {
  const recipient = referral.recipients.find(({ id }) => id === recipientId);
  if (recipient === undefined) return [];
  const { contactPointId } = recipient;
  if (line === 'desk') return [{ kind: 'point', contactPointId, line: 'desk' }];
  const deputyId = contactPoint(directory, contactPointId)?.deputyId;
  const duty: Addressee = { kind: 'point', contactPointId, line: 'duty' };
  return deputyId ? [duty, { kind: 'point', contactPointId: deputyId, line: 'deputy' }] : [duty];
}

/** Namespace of letter ids (RFC 9562, version 5): the same event and addressee give the same letter. */
const LETTER_NAMESPACE = '6f0c1f0e-5b2e-5c7a-9d53-0b7c2a4e8d11';

function letterIdOf(referralId: string, seq: number, letter: string, addressee: Addressee): string {
  return uuidv5([referralId, seq, letter, keyOf(addressee)].join('/'), LETTER_NAMESPACE);
}

function keyOf(addressee: Addressee): string {
  return addressee.kind === 'person' ? addressee.personId : `${addressee.contactPointId}:${addressee.line}`;
}

function isSame(one: LetterOrder, other: LetterOrder): boolean {
  return (
    one.letter === other.letter &&
    one.recipientId === other.recipientId &&
    one.clockId === other.clockId &&
    keyOf(one.addressee) === keyOf(other.addressee)
  );
}
