/** The workflow of one referral: perform the next duty, then wait for people and clocks. */

import {
  ActivityFailure,
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
import { engineActId, nextDuty } from '../domain/duty.ts';
import { ENGINE } from '../domain/people.ts';
import { type Receipt, receiptOf } from '../domain/receipt.ts';
import type { Referral } from '../domain/referral.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { refuseForeignAct, refuseForeignStart, refuseUnstatedAct, unlessForged } from './meant-for.ts';
import { type ActMessage, actIdOf, type ReferralStart, stateQuery, UPDATE_TYPES, updateOf } from './messages.ts';
import { findRoute, giveUpLetters, proposeTriage, restore, sendLetters } from './proxies.ts';
import { now, type ReferralState, refuseEarly, takeTurn } from './turn.ts';

/** The state of the loop, including the referral. */
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

/** The workflow of one referral, from its submission or journal to its end. */
export async function referral(start: ReferralStart): Promise<void> {
  refuseForeignStart(start);
  const state: LoopState = { ...blank, referralId: start.referralId };
  receiveActs(state);
  await begin(state, start);
  while (!isComplete(state)) {
    if (state.referral && workflowInfo().continueAsNewSuggested && isIdle(state))
      await continueWithNewHistory(state.referral);
    await (state.referral === undefined || state.busy ? settle(state) : carryOut(state, state.referral));
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

/** Registers an update for each act of people, and for the results of letters. */
function receiveActs(state: LoopState): void {
  setHandler(stateQuery, () => state.referral);
  for (const name of UPDATE_TYPES) {
    setHandler(updateOf(name), (request) => receive(state, request), {
      validator: (request) => {
        refuseUnstatedAct(request);
        refuseForeignAct(request);
        refuseEarly(state, request);
      },
    });
  }
}

async function receive(state: LoopState, request: ActMessage): Promise<Receipt> {
  refuseForeignAct(request);
  state.asked = true;
  await condition(() => state.ready);
  try {
    const { referral, entries } = await takeTurn(state, request, actIdOf(currentUpdateInfo()?.id));
    return receiptOf(referral, entries);
  } finally {
    state.refused = state.referral === undefined;
  }
}

async function begin(state: LoopState, start: ReferralStart): Promise<void> {
  if (start.from === 'state') state.referral = start.referral;
  if (start.from === 'journal') state.referral = await restore(start.referralId);
  state.ready = true;
  if (start.from !== 'submission') return;
  const answered = () => state.referral !== undefined || state.refused;
  if (await isAsked(state)) return condition(answered);
  // The first workflow task was lost with the submission. The client sends it again, or a worker has recorded it.
  if (await condition(answered, SUBMISSION_TIMEOUT)) return;
  state.referral ??= await restore(start.referralId);
  state.refused = state.referral === undefined;
}

/** Longer than clients wait for a result. */
const SUBMISSION_TIMEOUT = '30 seconds';

/** Whether the submission came with the first task. Temporal checks conditions after it has delivered all of the task. */
async function isAsked(state: LoopState): Promise<boolean> {
  let isTaskDelivered = false;
  const delivered = condition(() => state.asked || isTaskDelivered);
  isTaskDelivered = true;
  await delivered;
  return state.asked;
}

/** No act is in progress, and no letter is being sent. */
function isIdle(state: LoopState): boolean {
  return allHandlersFinished() && !state.busy && !state.sending;
}

/** Idle, and no duty is left. */
function isComplete(state: LoopState): boolean {
  if (!isIdle(state)) return false;
  return state.referral === undefined || nextDuty(state.referral, now()).type === 'end';
}

/** Waits until the act in progress is finished. */
async function settle(state: LoopState): Promise<void> {
  await condition(() => (!state.busy && state.referral !== undefined) || isComplete(state));
}

async function carryOut(state: LoopState, referral: Referral): Promise<void> {
  const duty = nextDuty(referral, now());
  switch (duty.type) {
    case 'propose-triage': {
      // Only if it was not recorded with the act that made it due: by an earlier version, or by a worker that was killed.
      const proposal = await proposeTriage(referral.facts);
      return act(state, referral, { type: 'propose-triage', proposal });
    }
    case 'route': {
      const { countries, replaces } = duty;
      const decision = await findRoute({ referral, countries, asOf: now() });
      return act(state, referral, { type: 'route', decision, ...(replaces && { replaces }) });
    }
    case 'warn-clock':
    case 'expire-clock':
    case 'resume-clock':
      return act(state, referral, duty);
    case 'wait':
      if (duty.unsent) send(state, referral);
      return wait(state, referral, duty);
    case 'end':
      // An act on the closed referral may be in progress, for example a reopening or a confirmation of a recall.
      return wait(state, referral, {});
  }
}

/** Performs an act of the engine, unless another act came first; the loop then computes the next duty again. */
async function act(state: LoopState, referral: Referral, act: Act): Promise<void> {
  const { seq } = referral;
  while (state.busy) await condition(() => !state.busy);
  if (state.referral?.seq !== seq) return;
  await takeTurn(state, { act, actor: ENGINE }, engineActId(referral, act.type)).catch((failure) => {
    // Another run extended the journal, so the act is no longer due.
    if (state.referral?.seq !== seq) return;
    if (isCancellation(failure)) throw failure;
    // A Temporal failure would end the workflow. Any other error retries the workflow task until a fixed build runs.
    throw new Error(`${act.type} is due, but failed.`, { cause: failure });
  });
}

/** Waits until the referral changes, the given instant comes, or the workflow is complete. */
async function wait(state: LoopState, { seq }: Referral, { until }: { until?: Instant }): Promise<void> {
  if (until !== undefined) setAlarm(state, until);
  const rings = () => until !== undefined && state.alarm === undefined;
  await condition(() => state.referral?.seq !== seq || rings() || isComplete(state));
}

/**
 * One timer for each referral. An earlier timer stays: it wakes the loop once without need, which costs less than
 * replacing the timer at every act.
 */
function setAlarm(state: LoopState, at: Instant): void {
  if (state.alarm && state.alarm.at <= at) return;
  state.alarm?.cancel();
  const scope = new CancellationScope();
  const alarm: Alarm = { at, cancel: () => scope.cancel() };
  state.alarm = alarm;
  const rung = () => {
    if (state.alarm === alarm) state.alarm = undefined;
  };
  const milliseconds = Math.max(Date.parse(at) - Date.parse(now()), 1);
  scope.run(() => sleep(milliseconds)).then(rung, rung);
}

/** Only for letters of earlier versions: waits in the background until the dispatcher has sent them. */
function send(state: LoopState, { unsentLetters, seq }: Referral): void {
  if (state.sending) return;
  state.sending = true;
  const letters = { referralId: state.referralId, letterIds: unsentLetters };
  unlessForged(() => sendLetters(letters))
    .catch((failure) => {
      // Any other error retries the workflow task: letters must not be given up because a key is missing.
      if (!(failure instanceof ActivityFailure)) throw failure;
      return unlessForged(() => giveUpLetters(letters));
    })
    .then((results) => {
      const settle: ActMessage = { act: { type: 'settle-letters', results }, actor: ENGINE };
      return takeTurn(state, settle, `${state.referralId}/${seq}/letters`);
    })
    .finally(() => {
      state.sending = false;
    });
}

/** Continues with a new history if the current one is long. */
async function continueWithNewHistory(known: Referral): Promise<void> {
  await continueAsNew<typeof referral>({ from: 'state', referralId: known.id, referral: known });
}
