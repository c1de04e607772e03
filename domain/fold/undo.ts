/** What is kept of an act that its author may take back, and the referral as it was before. */

import type { ReversibleAct } from '../acts.ts';
import { OF_ONE_AGENCY } from '../disclosed-events.ts';
import type { EventType, JournalEntry, ReferralEvent } from '../events.ts';
import type { Referral, Undo } from '../referral.ts';

/** The referral with what can be taken back after `entry`. Acts of the engine do not change it, because no person acted. */
export function withUndo(before: Referral, after: Referral, entry: JournalEntry): Referral {
  const { by, event, actId } = entry;
  if (by.kind !== 'person' || OF_ONE_AGENCY.includes(event.type)) return after;
  const act = reversibleAct(event);
  if (act !== undefined) return { ...after, undo: undoOf(before, entry, act) };
  const { undo, ...rest } = after;
  if (undo === undefined) return after;
  if (undo.actId !== actId) return rest;
  return event.type === 'clock-stopped' ? { ...after, undo: withStopped(undo, before, event.clockId) } : after;
}

/** The referral before the act that was taken back. */
export function restored(referral: Referral): Referral {
  const { unserved, ...rest } = { ...referral, ...referral.undo?.before };
  // While triage is open, no country lacks a recipient.
  return unserved === undefined || referral.undo?.act === 'complete-triage' ? rest : { ...rest, unserved };
}

/** The acts by the event that reverses them. */
const TAKEN_BACK: Partial<Record<EventType, ReversibleAct>> = {
  'assignment-taken-back': 'assign',
  'triage-taken-back': 'complete-triage',
  'closure-proposal-taken-back': 'propose-closure',
  'duplicate-taken-back': 'mark-duplicate',
};

/** The act that the event reverses. */
export function actTakenBack({ type }: Pick<ReferralEvent, 'type'>): ReversibleAct | undefined {
  return TAKEN_BACK[type];
}

function reversibleAct(event: ReferralEvent): ReversibleAct | undefined {
  if (!('takeBackUntil' in event) || event.takeBackUntil === undefined) return undefined;
  switch (event.type) {
    case 'handler-assigned':
      return 'assign';
    case 'triaged':
      return 'complete-triage';
    case 'closure-proposed':
      return 'propose-closure';
    case 'closed':
      return 'mark-duplicate';
  }
}

function undoOf(before: Referral, { seq, actId, by, event }: JournalEntry, act: ReversibleAct): Undo {
  const [personId, agencyId] = by.kind === 'person' ? [by.personId, by.agencyId] : ['', ''];
  const until = 'takeBackUntil' in event ? (event.takeBackUntil ?? '') : '';
  const counts = { recipients: before.recipients.length, clocks: before.clocks.length };
  return {
    ...{ act, actId, seq, by: personId, agencyId, until },
    ...counts,
    stopped: [],
    before: partsOf(before, act),
  };
}

function partsOf(referral: Referral, act: ReversibleAct): Partial<Referral> {
  const { status, handlers, ending, withdrawal, questions, translations, recipients } = referral;
  const { urgency, triage, unrouted, supplementedSinceTriage } = referral;
  const asked = { questions, ...(translations && { translations }) };
  switch (act) {
    case 'assign':
      return { handlers };
    case 'propose-closure':
      return { status, ending };
    case 'mark-duplicate':
      return { status, ending, withdrawal, recipients, ...asked };
    case 'complete-triage':
      return { status, urgency, triage, unrouted, supplementedSinceTriage, ...asked };
  }
}

function withStopped(undo: Undo, { clocks }: Referral, clockId: string): Undo {
  const state = clocks.find(({ id }) => id === clockId)?.state;
  if (state === undefined || state.status === 'stopped') return undo;
  return { ...undo, stopped: [...undo.stopped, { clockId, state }] };
}
