/** The life of one referral: ask what is owed next, carry it out, wait for people and clocks. */

import {
  allHandlersFinished,
  condition,
  continueAsNew,
  currentUpdateInfo,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Act } from '../domain/acts.ts';
import { type Duty, nextDuty } from '../domain/duty.ts';
import { ENGINE } from '../domain/people.ts';
import { type Receipt, receiptOf } from '../domain/receipt.ts';
import type { Referral } from '../domain/referral.ts';
import { ACT_NAMES, type ActRequest, type ReferralStart, stateQuery, updateOf } from './messages.ts';
import { findRoute, giveUpLetters, proposeTriage, restore, sendLetters } from './proxies.ts';
import { type Desk, now, refuseEarly, takeTurn } from './turn.ts';

/** A desk with what the loop itself has under way. */
interface Life extends Desk {
  ready: boolean;
  /** The submission was refused: there is no referral. */
  refused: boolean;
  sending: boolean;
}

export async function referral(start: ReferralStart): Promise<void> {
  const life: Life = { ...blank, referralId: start.referralId };
  receiveActs(life);
  await begin(life, start);
  while (!isOver(life)) {
    if (workflowInfo().continueAsNewSuggested && life.referral) await startAfresh(life, life.referral);
    await (life.referral === undefined || life.busy ? settle(life) : carryOut(life, life.referral));
  }
}

const blank = { referral: undefined, busy: false, ready: false, refused: false, sending: false };

/** Every act of the table that people may ask for, each an update of its name. */
function receiveActs(life: Life): void {
  setHandler(stateQuery, () => life.referral);
  for (const name of ACT_NAMES) {
    setHandler(updateOf(name), (request) => receive(life, request), {
      validator: ({ act, actor }) => refuseEarly(life, act, actor),
    });
  }
}

async function receive(life: Life, { act, actor }: ActRequest): Promise<Receipt> {
  await condition(() => life.ready);
  try {
    const { referral, entries } = await takeTurn(life, act, actor, currentUpdateInfo()?.id ?? '');
    return receiptOf(referral, entries);
  } finally {
    life.refused = life.referral === undefined;
  }
}

async function begin(life: Life, start: ReferralStart): Promise<void> {
  if (start.from === 'state') life.referral = start.referral;
  if (start.from === 'journal') life.referral = await restore(start.referralId);
  life.ready = true;
  await condition(() => life.referral !== undefined || life.refused || start.from === 'journal');
}

/** Nothing is owed and nobody is being served. */
function isOver(life: Life): boolean {
  if (!allHandlersFinished() || life.sending) return false;
  return life.referral === undefined || nextDuty(life.referral, now()).type === 'end';
}

/** Lets whoever has the turn finish. */
async function settle(life: Life): Promise<void> {
  await condition(() => (!life.busy && life.referral !== undefined) || isOver(life));
}

async function carryOut(life: Life, referral: Referral): Promise<void> {
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
      return settle(life);
  }
}

/** The engine's own act. Somebody may have acted meanwhile: then it is refused, and the next duty is asked anew. */
async function act(life: Life, { seq }: Referral, act: Act): Promise<void> {
  const before = life.referral?.seq;
  if (before !== seq) return;
  await takeTurn(life, act, ENGINE, `${life.referralId}/${seq}/${act.type}`).catch((failure) => {
    if (life.referral?.seq === before) throw failure;
  });
}

/** One timer, until the nearest instant; every act wakes it. */
async function wait(life: Life, { seq }: Referral, { until }: Duty & { type: 'wait' }): Promise<void> {
  const changed = () => life.referral?.seq !== seq || isOver(life);
  const milliseconds = until === undefined ? undefined : Date.parse(until) - Date.parse(now());
  await (milliseconds === undefined ? condition(changed) : condition(changed, Math.max(milliseconds, 1)));
}

/** Sends what is unsent, beside everything else: no act ever waits for a mail server. */
function send(life: Life, { unsentLetters, seq }: Referral): void {
  if (life.sending) return;
  life.sending = true;
  const letters = { referralId: life.referralId, letterIds: unsentLetters };
  sendLetters(letters)
    .catch(() => giveUpLetters(letters))
    .then((results) => takeTurn(life, { type: 'settle-letters', results }, ENGINE, `${life.referralId}/${seq}/letters`))
    .finally(() => {
      life.sending = false;
    });
}

/** A long life gets a new history. What is under way ends first. */
async function startAfresh(life: Life, known: Referral): Promise<void> {
  await condition(() => allHandlersFinished() && !life.busy && !life.sending);
  const { referralId } = life;
  await continueAsNew<typeof referral>({ from: 'state', referralId, referral: life.referral ?? known });
}
