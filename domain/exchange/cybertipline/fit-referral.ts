/** Fits what was read from a report to a referral: its lists have a maximum length, and the guard refuses some texts. */

import type { TextCosts } from '../../guard/budget.ts';
import { defaultGuardPolicy, type GuardPolicy } from '../../guard/policy.ts';
import { utf8Length } from '../../guard/tokens.ts';
import { GUARD_LIMITS, guardMaterial, textsToLeaveOut } from '../../material-guard.ts';
import type { Submission } from '../../submission.ts';
import type { LossReason } from '../loss-report.ts';
import type { Settlement } from './leaf-ledger.ts';
import { longTextIn, TOTAL_LENGTH } from './text-pieces.ts';

/** How much a referral can still hold: entries of each list, characters of long texts, and bytes of all texts. */
export interface Room extends Record<keyof typeof MOST, number> {
  characters: number;
  bytes: number;
}

/** As in the contract of a submission. */
const MOST = { particulars: 5_000, materials: 5_000, indicators: 500, subjects: 500, preservation: 100 };

/** The room of a new referral. */
export const WHOLE_ROOM: Room = { ...MOST, characters: TOTAL_LENGTH, bytes: GUARD_LIMITS.document };

/** What is left of the room after a submission was read. */
export function roomAfter(room: Room, submission: Submission): Room {
  const { particulars, materials, indicators, subjects, preservation } = submission;
  const left = (before: number, used: number) => Math.max(0, before - used);
  return {
    particulars: left(room.particulars, particulars.length),
    materials: left(room.materials, materials.length),
    indicators: left(room.indicators, indicators.length),
    subjects: left(room.subjects, subjects.length),
    preservation: left(room.preservation, preservation.length),
    characters: left(room.characters, longTextIn(particulars.map(({ value }) => value))),
    // Names of fields count as well.
    bytes: left(room.bytes, utf8Length(JSON.stringify(submission))),
  };
}

/** What is left out can join or separate other texts, so the rest is checked again. */
const MOST_ROUNDS = 4;

/** The note of the country database on each IP address, in bytes that count as identifiers. */
const NOTE_BYTES = 24;

type Lists = Pick<Submission, keyof typeof MOST | 'originReferences'>;

/** Texts that are never left out, such as the summary, count even if nothing may. The budget of the referral decides on them. */
const AT_ANY_COST: GuardPolicy = {
  ...defaultGuardPolicy,
  opaque: Number.POSITIVE_INFINITY,
  identifiers: Number.POSITIVE_INFINITY,
};

interface Fitted {
  submission: Submission;
  /** What its texts count towards the budget of the referral. */
  costs: TextCosts;
}

/**
 * The submission without what a referral cannot hold. What is left out is recorded in `settlement.lost`. The guard accepts the
 * rest within the limits.
 *
 * @throws ReferralError MATERIAL_REFUSED if parts that were left out again and again joined others to files.
 */
export function fitReferral(submission: Submission, settlement: Settlement, limits: TextCosts, room: Room): Fitted {
  let fitted = { ...submission, ...shortened(submission, settlement, room) };
  const notes = fitted.indicators.filter(({ country, basis }) => country === null && basis === 'ip-geolocation');
  const identifiers = Math.max(0, limits.identifiers - notes.length * NOTE_BYTES);
  for (let round = 1; ; round += 1) {
    const { reasons, costs } = textsToLeaveOut(fitted, { ...limits, identifiers }, room.bytes);
    if (reasons.size > 0 && round > MOST_ROUNDS) guardMaterial(fitted, AT_ANY_COST);
    if (reasons.size === 0 || round > MOST_ROUNDS) {
      return { submission: fitted, costs: { ...costs, identifiers: costs.identifiers + notes.length * NOTE_BYTES } };
    }
    fitted = { ...fitted, ...without(fitted, reasons, settlement) };
  }
}

function shortened(submission: Submission, { lost, sources }: Settlement, room: Room): Partial<Lists> {
  const firstOf = <T extends object>(list: readonly T[], most: number, reason: LossReason): T[] => {
    for (const entry of list.slice(most)) {
      const node = sources.get(entry);
      if (node && !lost.has(node)) lost.set(node, reason);
      else if (node && reason === 'too-many-entries') lost.set(node, reason);
    }
    return list.slice(0, most);
  };
  const { particulars, materials, indicators, subjects, preservation } = submission;
  return {
    particulars: firstOf(particulars, room.particulars, 'too-many-entries'),
    materials: firstOf(materials, room.materials, 'too-many-entries'),
    indicators: firstOf(indicators, room.indicators, 'kept-as-particulars-only'),
    subjects: firstOf(subjects, room.subjects, 'kept-as-particulars-only'),
    preservation: firstOf(preservation, room.preservation, 'kept-as-particulars-only'),
  };
}

type Refused = ReturnType<typeof textsToLeaveOut>['reasons'];

function without(lists: Lists, refused: Refused, { lost, sources }: Settlement): Lists {
  return {
    particulars: lists.particulars.filter((entry, place) => !leaveOut('particulars', entry, place)),
    materials: lists.materials.filter((entry, place) => !leaveOut('materials', entry, place)),
    originReferences: lists.originReferences.filter((entry, place) => !leaveOut('originReferences', entry, place)),
    preservation: lists.preservation.filter((entry, place) => !leaveInParticulars('preservation', entry, place)),
    indicators: lists.indicators.map((entry, place) => {
      if (!leaveInParticulars('indicators', entry, place)) return entry;
      const { value: _, ...rest } = entry;
      return readFrom(entry, rest);
    }),
    subjects: lists.subjects.map((entry, place) => {
      if (!leaveInParticulars('subjects', entry, place)) return entry;
      return readFrom(entry, { ...entry, reference: `${entry.category} ${place + 1}` });
    }),
  };

  /** Whether the guard refuses a text of the entry, which nothing else in the submission has. */
  function leaveOut(list: keyof Lists, entry: object, place: number): boolean {
    const reason = refusal(list, entry, place);
    const node = sources.get(entry);
    if (reason && node) lost.set(node, reason);
    return reason !== undefined;
  }

  /** The same for a text that particulars have as well. */
  function leaveInParticulars(list: keyof Lists, entry: object, place: number): boolean {
    const reason = refusal(list, entry, place);
    const node = sources.get(entry);
    if (reason && node && !lost.has(node)) lost.set(node, 'kept-as-particulars-only');
    return reason !== undefined;
  }

  function refusal(list: keyof Lists, entry: object, place: number) {
    const fields = Object.keys(entry).map((field) => refused.get(`${list}.${place}.${field}`));
    return fields.find((reason) => reason === 'looks-like-file') ?? fields.find((reason) => reason !== undefined);
  }

  function readFrom<T extends object>(earlier: object, entry: T): T {
    const node = sources.get(earlier);
    if (node) sources.set(entry, node);
    return entry;
  }
}
