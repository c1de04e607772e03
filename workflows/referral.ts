/** The life of one referral: ask what is owed next, carry it out, wait for people and clocks. */

import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  currentUpdateInfo,
  isCancellation,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { Act } from '../domain/acts.ts';
import { nextDuty } from '../domain/duty.ts';
import { ENGINE } from '../domain/people.ts';
import { type Receipt, receiptOf } from '../domain/receipt.ts';
import type { Referral } from '../domain/referral.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { type ActMessage, actIdOf, PERSON_ACT_TYPES, type ReferralStart, stateQuery, updateOf } from './messages.ts';
import { findRoute, giveUpLetters, proposeTriage, restore, sendLetters } from './proxies.ts';
import { now, type ReferralState, refuseEarly, takeTurn } from './turn.ts';

/** A desk with what the loop itself has under way. */
interface LoopState extends ReferralState {
  ready: boolean;
  /** Somebody has asked for something. */
  asked: boolean;
  /** The submission was refused: there is no referral. */
  refused: boolean;
  sending: boolean;
  alarm: Alarm | undefined;
}

/** The one timer: for when it is set, and how to take it back. */
interface Alarm {
  at: Instant;
  cancel(): void;
}

export async function referral(start: ReferralStart): Promise<void> {
  const life: LoopState = { ...blank, referralId: start.referralId };
  receiveActs(life);
  await begin(life, start);
  while (!isComplete(life)) {
    if (life.referral && workflowInfo().continueAsNewSuggested && isIdle(life))
      await continueWithNewHistory(life.referral);
    await (life.referral === undefined || life.busy ? settle(life) : carryOut(life, life.referral));
  }
}

const blank = {
  referral: undefined,
  busy: false,
  ready: false,
  asked: false,
  refused: false,
  sending: false,
  alarm: undefined,
};

/** Every act of the table that people may ask for, each an update of its name. */
function receiveActs(life: LoopState): void {
  setHandler(stateQuery, () => life.referral);
  for (const name of PERSON_ACT_TYPES) {
    setHandler(updateOf(name), (request) => receive(life, request), {
      validator: (request) => refuseEarly(life, request),
    });
  }
}

async function receive(life: LoopState, request: ActMessage): Promise<Receipt> {
  life.asked = true;
  await condition(() => life.ready);
  try {
    const { referral, entries } = await takeTurn(life, request, actIdOf(currentUpdateInfo()?.id));
    return receiptOf(referral, entries);
  } finally {
    life.refused = life.referral === undefined;
  }
}

async function begin(life: LoopState, start: ReferralStart): Promise<void> {
  if (start.from === 'state') life.referral = start.referral;
  if (start.from === 'journal') life.referral = await restore(start.referralId);
  life.ready = true;
  if (start.from !== 'submission') return;
  const answered = () => life.referral !== undefined || life.refused;
  if (await isAsked(life)) return condition(answered);
  // Its first task was lost, and the submission with it: whoever asked asks again, or a worker has recorded it by now.
  if (await condition(answered, SUBMISSION_TIMEOUT)) return;
  life.referral ??= await restore(start.referralId);
  life.refused = life.referral === undefined;
}

/** Longer than anybody waits for an answer. */
const SUBMISSION_TIMEOUT = '30 seconds';

/** Whether the submission came with the first task. Temporal checks conditions after it has delivered all of the task. */
async function isAsked(life: LoopState): Promise<boolean> {
  let isTaskDelivered = false;
  const delivered = condition(() => life.asked || isTaskDelivered);
  isTaskDelivered = true;
  await delivered;
  return life.asked;
}

/** Nobody is being served, and no letter is on its way. */
function isIdle(life: LoopState): boolean {
  return allHandlersFinished() && !life.busy && !life.sending;
}

/** And nothing is owed any more. */
function isComplete(life: LoopState): boolean {
  if (!isIdle(life)) return false;
  return life.referral === undefined || nextDuty(life.referral, now()).type === 'end';
}

/** Lets whoever has the turn finish. */
async function settle(life: LoopState): Promise<void> {
  await condition(() => (!life.busy && life.referral !== undefined) || isComplete(life));
}

async function carryOut(life: LoopState, referral: Referral): Promise<void> {
  const duty = nextDuty(referral, now());
  switch (duty.type) {
    case 'propose-triage': {
      const proposal = await proposeTriage(referral.facts);
      return act(life, referral, { type: 'propose-triage', proposal });
    }
    case 'route': {
      const { countries, replaces } = duty;
      const decision = await findRoute({ referral, countries, asOf: now() });
      return act(life, referral, { type: 'route', decision, ...(replaces && { replaces }) });
    }
    case 'warn-clock':
    case 'expire-clock':
      return act(life, referral, duty);
    case 'wait':
      if (duty.unsent) send(life, referral);
      return wait(life, referral, duty);
    case 'end':
      // Somebody may be about to act on what is closed: to reopen it, to confirm a recall.
      return wait(life, referral, {});
  }
}

/** The engine's own act, unless somebody acted meanwhile: the next duty is asked anew then. */
async function act(life: LoopState, { seq }: Referral, act: Act): Promise<void> {
  while (life.busy) await condition(() => !life.busy);
  if (life.referral?.seq !== seq) return;
  await takeTurn(life, { act, actor: ENGINE }, `${life.referralId}/${seq}/${act.type}`).catch((failure) => {
    // The journal had gone on elsewhere, and the act is not owed any more.
    if (life.referral?.seq !== seq) return;
    if (isCancellation(failure)) throw failure;
    // A failure of Temporal's own kind would end the workflow; a fault of the program has the task tried until it is mended.
    throw new Error(`${act.type} is owed and cannot be done.`, { cause: failure });
  });
}

/** Until somebody acts, the nearest instant comes, or everything is over. */
async function wait(life: LoopState, { seq }: Referral, { until }: { until?: Instant }): Promise<void> {
  if (until !== undefined) setAlarm(life, until);
  const rings = () => until !== undefined && life.alarm === undefined;
  await condition(() => life.referral?.seq !== seq || rings() || isComplete(life));
}

/**
 * One timer a referral. One that is set for earlier stays: it wakes the loop once for nothing, which costs less than
 * replacing it at every act.
 */
function setAlarm(life: LoopState, at: Instant): void {
  if (life.alarm && life.alarm.at <= at) return;
  life.alarm?.cancel();
  const scope = new CancellationScope();
  const alarm: Alarm = { at, cancel: () => scope.cancel() };
  life.alarm = alarm;
  const rung = () => {
    if (life.alarm === alarm) life.alarm = undefined;
  };
  const milliseconds = Math.max(Date.parse(at) - Date.parse(now()), 1);
  scope.run(() => sleep(milliseconds)).then(rung, rung);
}

/** Sends what is unsent, beside everything else: no act ever waits for a mail server. */
function send(life: LoopState, { unsentLetters, seq }: Referral): void {
  if (life.sending) return;
  life.sending = true;
  const letters = { referralId: life.referralId, letterIds: unsentLetters };
  sendLetters(letters)
    .catch(() => giveUpLetters(letters))
    .then((results) => {
      const settle: ActMessage = { act: { type: 'settle-letters', results }, actor: ENGINE };
      return takeTurn(life, settle, `${life.referralId}/${seq}/letters`);
    })
    .finally(() => {
      life.sending = false;
    });
}

/** A long life gets a new history. */
async function continueWithNewHistory(known: Referral): Promise<void> {
  await continueAsNew<typeof referral>({ from: 'state', referralId: known.id, referral: known });
}
