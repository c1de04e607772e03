/** Accepts many proposals at once, of those that agree with the sender: each is an act of its own, with its own result. */

import type { FastifyInstance } from 'fastify';
import { ReferralError } from '../../../domain/errors.ts';
import { actIdOf } from '../../engine/idempotency.ts';
import type { Principal } from '../../http/identity/principal.ts';
import { withTimeout } from '../../platform/with-timeout.ts';
import { ownAct } from '../../workspace/read-marks.ts';
import { readFormValues, showPage } from '../page.tsx';
import { doneAt } from '../referral/done-notice.tsx';
import { type ActOutcome, actOnMany, ManyOutcomes } from '../referral/many-acts.tsx';
import { openReferral, othersActs, type ReferralPageDeps } from '../referral/referral-view.ts';
import { requireDesk } from '../require-desk.ts';
import { acceptableWithOthers } from './triage-rows.ts';

/** Registers the form that accepts several proposals. */
export function acceptManyPages(app: FastifyInstance, deps: ReferralPageDeps): void {
  app.post('/triage/accept', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'triage');
    const { reference = [], key: [key = crypto.randomUUID()] = [] } = readFormValues(request.body);
    const results = await actOnMany(request, reference, (selected, remainingMs) =>
      accept(deps, principal, { selected, key, remainingMs }),
    );
    const title = t('waiting:triage.accept');
    const body = (
      <ManyOutcomes
        title={title}
        results={results}
        summary={(counts) => t('waiting:accepted', counts)}
        back={{ path: '/triage', label: t('everywhere:nav.triage') }}
      />
    );
    return showPage(request, reply, { title, desk: 'triage', body });
  });
}

/** The value of a row's box: the proposal that the person sees is the one at this entry of the journal. */
export function selectedProposal({ reference, seq }: { reference: string; seq: number }): string {
  return `${reference}/${seq}`;
}

interface Selected {
  selected: string;
  key: string;
  remainingMs: () => number;
}

async function accept(
  deps: ReferralPageDeps,
  principal: Principal,
  { selected, key, remainingMs }: Selected,
): Promise<ActOutcome> {
  const [name = '', seq = ''] = selected.split('/');
  const { person } = principal;
  const now = new Date().toISOString();
  const view = await openReferral(deps, person, name, now);
  const { referral, journal, numbers, lookup, duplicates, lastSeq } = view;
  const { id, reference } = referral;
  const seen = numbers.numberOf(Number(seq) || 0);
  const changed = () => new ReferralError('CHANGED_MEANWHILE', 'The referral changed after this page was opened.');
  const own = journal.findLast(({ by }) => by.kind === 'person' && by.personId === person.personId);
  const lastAct = journal.filter(({ seq: each, actId }) => each > seen && actId === own?.actId);
  const result = (last: number) => doneAt(deps, principal, reference, { type: 'complete-triage', seq: last });
  // A repetition gets the earlier answer.
  if (own && lastAct.some(({ event }) => event.type === 'triaged')) return { reference, done: await result(own.seq) };
  const isTakenBack = lastAct.some(({ event }) => event.type === 'triage-taken-back');
  const { directory } = lookup;
  const proposal = acceptableWithOthers({ referral, duplicates, directory, person, now });
  if (
    proposal === undefined ||
    isTakenBack ||
    othersActs(journal, seen, person, actIdOf(id, person, `${key}/${reference}`)).length > 0
  )
    throw changed();
  const { urgency, urgencyGrounds, capability, countries } = proposal;
  const act = {
    ...({ type: 'complete-triage', urgency, urgencyGrounds, capability } as const),
    countries: countries.slice(0, 1).map(({ country }) => country),
    contactPoints: [],
  };
  const check = (current: { seq: number }) => {
    if (current.seq !== lastSeq) throw changed();
  };
  const { seq: last } = await ownAct(deps, person, id, () => {
    const acted = deps.engine.perform(person, reference, act, { key: `${key}/${reference}`, check });
    return withTimeout(acted, remainingMs());
  });
  return { reference, done: await result(last) };
}
