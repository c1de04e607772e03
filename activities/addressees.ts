/** Determines the addressees of letters. Orders hold ids; the mail address is looked up when the letter is sent. */

import { v5 as uuidv5 } from 'uuid';
import { isAbsent } from '../domain/absence.ts';
import { currentUrgency } from '../domain/current-urgency.ts';
import type { Addressee, LetterOrder } from '../domain/letter-kinds.ts';
import type { Audience, ContactLine, LetterNotice, SupervisedParty } from '../domain/letter-notice.ts';
import { actingSenderOf, OFFICERS, type Role } from '../domain/people.ts';
import type { Recipient, Referral } from '../domain/referral.ts';
import { agencyDaysOf, type ContactPoint, contactPoint, type Directory, deskOf } from '../domain/routing/directory.ts';
import { isStaffed } from '../domain/routing/office-hours.ts';
import { STATUSES_AT_WORK } from '../domain/statuses.ts';
import { isUrgentOrHigher } from '../domain/urgency.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { Queries } from '../prisma/store/connect.ts';
import { type Member, membersOf } from '../prisma/store/people.ts';
import { duplicatesOf } from '../prisma/store/referrals.ts';

/** The database, the referral and the time at which letters are decided. */
interface Situation {
  db: Queries;
  directory: Directory;
  referral: Referral;
  at: Instant;
}

/** With the members of an agency. Those of the agencies of the referral are read once, together. */
interface Scene extends Situation {
  members(agencyId: string): Promise<Member[]>;
}

/** One letter for each notification and addressee. An addressee gets the same letter once for each act. */
export async function ordersFor(
  situation: Situation,
  notices: readonly { notice: LetterNotice; seq: number }[],
): Promise<LetterOrder[]> {
  const scene: Scene = { ...situation, members: membersFor(situation) };
  const orders: LetterOrder[] = [];
  for (const { notice, seq } of notices) {
    const { letter, to, recipientId, clockId } = notice;
    for (const addressee of await withDeputies(scene, await addressees(scene, to), to)) {
      if (letter === 'receipt' && (isDeputy(addressee) || !(await wantsReceipt(scene, addressee)))) continue;
      const letterId = letterIdOf(scene.referral.id, seq, letter, addressee);
      const about = { ...(recipientId && { recipientId }), ...(clockId && { clockId }) };
      orders.push({ letterId, letter, addressee, ...about, urgency: currentUrgency(scene.referral) });
    }
  }
  return orders.filter((order, index) => orders.findIndex((other) => isSame(order, other)) === index);
}

function membersFor({ db, referral }: Situation): Scene['members'] {
  const { senderAgencyId, coordinatorAgencyId, recipients } = referral;
  const agencyIds = [senderAgencyId, coordinatorAgencyId, ...recipients.map(({ agencyId }) => agencyId)];
  let parties: Promise<Member[]> | undefined;
  return async (agencyId) => {
    if (!agencyIds.includes(agencyId)) return membersOf(db, [agencyId]);
    parties ??= membersOf(db, agencyIds);
    return (await parties).filter((member) => member.agencyId === agencyId);
  };
}

async function wantsReceipt(scene: Scene, addressee: Addressee): Promise<boolean> {
  if (addressee.kind === 'point') return true;
  const members = await scene.members(addressee.agencyId);
  return members.find(({ personId }) => personId === addressee.personId)?.receipts ?? true;
}

async function addressees(scene: Scene, to: Audience): Promise<Addressee[]> {
  const { db, directory, referral } = scene;
  switch (to.who) {
    case 'sender': {
      // The coordinating agency acts in place of a sender that is disabled.
      if (referral.senderDisabled) return addressees(scene, { who: 'coordinator', line: to.line ?? 'desk' });
      const desk = to.line && deskOf(directory, referral.senderAgencyId);
      return desk ? atPoint(scene, desk.agencyId, desk.id, 'on-call') : [await ofSender(scene, referral)];
    }
    case 'senders-of-twins': {
      const linkedDuplicates = await duplicatesOf(db, referral);
      return Promise.all(linkedDuplicates.map(async (twin) => ({ ...(await ofSender(scene, twin)), twinId: twin.id })));
    }
    case 'coordinator': {
      const desk = deskOf(directory, referral.coordinatorAgencyId);
      return desk ? atPoint(scene, desk.agencyId, desk.id, to.line) : [];
    }
    case 'recipient': {
      const recipient = referral.recipients.find(({ id }) => id === to.recipientId);
      return recipient ? atPoint(scene, recipient.agencyId, pointOf(recipient, directory), to.line) : [];
    }
    case 'supervisors': {
      const agencyId = agencyOf(referral, to.of);
      if (agencyId === undefined) return [];
      const members = await scene.members(agencyId);
      const supervisors = members.filter(({ roles }) => roles.includes('supervisor'));
      return supervisors.map(({ personId }) => ({ kind: 'person', personId, agencyId }));
    }
  }
}

/** If the contact point was disabled after its agency acknowledged the referral, another one of the agency gets the letters. */
function pointOf({ agencyId, contactPointId, status }: Recipient, directory: Directory): string {
  const isDisabled = contactPoint(directory, contactPointId)?.disabled ?? false;
  if (!isDisabled || !STATUSES_AT_WORK.includes(status)) return contactPointId;
  return deskOf(directory, agencyId)?.id ?? contactPointId;
}

/**
 * The deputy of an absent person gets the letter too, if the deputy has a role in which the absent person gets it. Deputies of
 * deputies do not.
 */
async function withDeputies(scene: Scene, found: readonly Addressee[], to: Audience): Promise<Addressee[]> {
  const roles: readonly Role[] = to.who === 'supervisors' ? ['supervisor'] : OFFICERS;
  const deputies = await Promise.all(
    found.map(async (addressee): Promise<Addressee[]> => {
      if (addressee.kind !== 'person') return [];
      const members = await scene.members(addressee.agencyId);
      const absent = members.find(({ personId }) => personId === addressee.personId);
      if (absent?.absence === undefined || !isAbsent(absent.absence, absent.zone, scene.at)) return [];
      const { deputyId } = absent.absence;
      const deputy = members.find((member) => member.personId === deputyId && member.roles.some(isIn(roles)));
      return deputy ? [{ ...addressee, personId: deputy.personId, deputyFor: addressee.personId }] : [];
    }),
  );
  // If the deputy gets the letter anyway, the second one is left out, because the first of equal orders counts.
  return [...found, ...deputies.flat()];
}

function isIn(roles: readonly Role[]): (role: Role) => boolean {
  return (role) => roles.includes(role);
}

function isDeputy(addressee: Addressee): boolean {
  return addressee.kind === 'person' && addressee.deputyFor !== undefined;
}

/** If no officer is left, the letter is addressed to the submitter: its failure is then on record. */
async function ofSender(scene: Scene, referral: Referral): Promise<Addressee> {
  const { senderAgencyId: agencyId, senderPersonId: personId, handlers } = referral;
  const officer = await firstOfficer(scene, agencyId, [handlers[agencyId], personId]);
  const desk = deskOf(scene.directory, agencyId);
  if (officer || desk === undefined) return officer ?? { kind: 'person', personId, agencyId };
  return { kind: 'point', contactPointId: desk.id, line: 'desk' };
}

async function atPoint(
  scene: Scene,
  agencyId: string,
  contactPointId: string,
  line: ContactLine,
): Promise<Addressee[]> {
  const { directory, referral } = scene;
  const desk: Addressee = { kind: 'point', contactPointId, line: 'desk' };
  const duty: Addressee = { kind: 'point', contactPointId, line: 'duty' };
  const point = contactPoint(directory, contactPointId);
  switch (line) {
    case 'desk':
      return [desk];
    case 'open-desk':
      return isAwaited(scene, point) ? [] : [desk];
    case 'desk-at-any-hour':
      return isAwaited(scene, point) ? [desk, duty] : [desk];
    case 'officer':
    case 'officer-or-duty': {
      if (line === 'officer-or-duty' && isAwaited(scene, point)) return [duty];
      const officer = (await firstOfficer(scene, agencyId, [referral.handlers[agencyId]])) ?? desk;
      return isAwaited(scene, point) ? [officer, duty] : [officer];
    }
    case 'on-call':
    case 'duty-alone': {
      const first = point?.dutyEmail === undefined ? desk : duty;
      const isAlone = line === 'duty-alone' && first === duty;
      const hasOther = !isAlone && hasDeputy(point, directory);
      return hasOther ? [first, { kind: 'point', contactPointId: point.deputyId, line: 'deputy' }] : [first];
    }
  }
}

function hasDeputy(
  point: ContactPoint | undefined,
  directory: Directory,
): point is ContactPoint & Required<Pick<ContactPoint, 'deputyId'>> {
  return point?.deputyId !== undefined && !contactPoint(directory, point.deputyId)?.disabled;
}

/** Skips people who have left or have another role by now. */
async function firstOfficer(
  scene: Scene,
  agencyId: string,
  personIds: readonly (string | undefined)[],
): Promise<Addressee | undefined> {
  if (personIds.every((id) => id === undefined)) return undefined;
  const members = await scene.members(agencyId);
  const isOfficer = (id: string) =>
    members.some(({ personId, roles }) => personId === id && roles.some(isIn(OFFICERS)));
  const personId = personIds.find((id) => id !== undefined && isOfficer(id));
  return personId === undefined ? undefined : { kind: 'person', personId, agencyId };
}

/** An order of one letter about the whole referral that belongs to no event. */
export function orderFor(
  referral: Referral,
  { letter, addressee }: Pick<LetterOrder, 'letter' | 'addressee'>,
): LetterOrder {
  const { id, seq } = referral;
  return { letterId: letterIdOf(id, seq, letter, addressee), letter, addressee, urgency: currentUrgency(referral) };
}

/** With little time left, the duty line is written to as well, instead of waiting until the desk opens. */
function isAwaited({ directory, referral, at }: Scene, point: ContactPoint | undefined): boolean {
  if (!isUrgentOrHigher(currentUrgency(referral)) || point?.dutyEmail === undefined) return false;
  return !isStaffed(point, agencyDaysOf(directory, point.agencyId), at);
}

function agencyOf(referral: Referral, side: SupervisedParty): string | undefined {
  if (side === 'sender') return actingSenderOf(referral);
  if (side === 'coordinator') return referral.coordinatorAgencyId;
  return referral.recipients.find(({ id }) => id === side.recipientId)?.agencyId;
}

/** Namespace of letter ids (RFC 9562, version 5): the same event and addressee give the same letter. */
const LETTER_NAMESPACE = '6f0c1f0e-5b2e-5c7a-9d53-0b7c2a4e8d11';

function letterIdOf(referralId: string, seq: number, letter: string, addressee: Addressee): string {
  return uuidv5([referralId, seq, letter, keyOf(addressee)].join('/'), LETTER_NAMESPACE);
}

function keyOf(addressee: Addressee): string {
  const who = addressee.kind === 'person' ? addressee.personId : `${addressee.contactPointId}:${addressee.line}`;
  return addressee.twinId ? `${who}:${addressee.twinId}` : who;
}

function isSame(one: LetterOrder, other: LetterOrder): boolean {
  return (
    one.letter === other.letter &&
    one.recipientId === other.recipientId &&
    one.clockId === other.clockId &&
    keyOf(one.addressee) === keyOf(other.addressee)
  );
}
