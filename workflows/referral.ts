/** The workflow of one referral: perform the next duty, then wait for people and clocks. */

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

/** The referral, and the state of the loop. */
interface LoopState extends ReferralState {
  ready: boolean;
  /** An update has arrived. */
  asked: boolean;
  /** The submission was refused, so there is no referral. */
  refused: boolean;
  sending: boolean;
  alarm: Alarm | undefined;
}

/** The only timer: its instant, and a function that cancels it. */
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

/** Registers an update for each act of people. */
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
  // The first workflow task was lost with the submission. The client sends it again, or a worker has recorded it.
  if (await condition(answered, SUBMISSION_TIMEOUT)) return;
  life.referral ??= await restore(start.referralId);
  life.refused = life.referral === undefined;
}

/** Longer than clients wait for a result. */
const SUBMISSION_TIMEOUT = '30 seconds';

/** Whether the submission came with the first task. Temporal checks conditions after it has delivered all of the task. */
async function isAsked(life: LoopState): Promise<boolean> {
  let isTaskDelivered = false;
  const delivered = condition(() => life.asked || isTaskDelivered);
  isTaskDelivered = true;
  await delivered;
  return life.asked;
}

/** No act is in progress, and no letter is being sent. */
function isIdle(life: LoopState): boolean {
  return allHandlersFinished() && !life.busy && !life.sending;
}

/** Idle, and no duty is left. */
function isComplete(life: LoopState): boolean {
  if (!isIdle(life)) return false;
  return life.referral === undefined || nextDuty(life.referral, now()).type === 'end';
}

/** Waits until the act in progress is finished. */
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
      // An act on the closed referral may be in progress, for example a reopening or a confirmation of a recall.
      return wait(life, referral, {});
  }
}

/** Performs an act of the engine, unless another act came first; the loop then computes the next duty again. */
async function act(life: LoopState, { seq }: Referral, act: Act): Promise<void> {
  while (life.busy) await condition(() => !life.busy);
  if (life.referral?.seq !== seq) return;
  await takeTurn(life, { act, actor: ENGINE }, `${life.referralId}/${seq}/${act.type}`).catch((failure) => {
    // Another run extended the journal, so the act is no longer due.
    if (life.referral?.seq !== seq) return;
    if (isCancellation(failure)) throw failure;
    // A Temporal failure would end the workflow. Any other error retries the workflow task until a fixed build runs.
    throw new Error(`${act.type} is due, but failed.`, { cause: failure });
  });
}

/** Waits until the referral changes, the given instant comes, or the workflow is complete. */
async function wait(life: LoopState, { seq }: Referral, { until }: { until?: Instant }): Promise<void> {
  if (until !== undefined) setAlarm(life, until);
  const rings = () => until !== undefined && life.alarm === undefined;
  await condition(() => life.referral?.seq !== seq || rings() || isComplete(life));
}

/**
 * One timer for each referral. An earlier timer stays: it wakes the loop once without need, which costs less than
 * replacing the timer at every act.
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

/** Sends unsent letters in the background, so that no act waits for a mail server. */
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

/** Continues with a new history if the current one is long. */
async function continueWithNewHistory(known: Referral): Promise<void> {
  await continueAsNew<typeof referral>({ from: 'state', referralId: known.id, referral: known });
}
