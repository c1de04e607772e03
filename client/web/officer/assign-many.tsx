/** Assigns many referrals at once to the person or to a colleague: each is an act of its own, with its own result. */

import type { FastifyInstance } from 'fastify';
import type { Principal } from '../../http/identity/principal.ts';
import { withTimeout } from '../../platform/with-timeout.ts';
import { ownAct } from '../../workspace/read-marks.ts';
import { readFormValues, showPage } from '../page.tsx';
import { doneAt } from '../referral/done-notice.tsx';
import { type ActOutcome, actOnMany, ManyOutcomes, selectedReferral } from '../referral/many-acts.tsx';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { checkOfForm } from '../referral/seen-entries.ts';
import { requireDesk } from '../require-desk.ts';

/** Registers the form that assigns several referrals. */
export function assignManyPages(app: FastifyInstance, deps: ReferralPageDeps): void {
  app.post('/waiting/assign', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'waiting');
    const values = readFormValues(request.body);
    const { reference = [], key: [key = crypto.randomUUID()] = [], personId: [personId = 'me'] = [] } = values;
    const results = await actOnMany(request, reference, (selected, remainingMs) =>
      assign(deps, principal, { ...selectedReferral(selected), personId, key, remainingMs }),
    );
    const title = t('waiting:assign');
    const body = (
      <ManyOutcomes
        title={title}
        results={results}
        summary={(counts) => t('waiting:assigned', counts)}
        back={{ path: '/waiting', label: t('everywhere:nav.waiting') }}
      />
    );
    return showPage(request, reply, { title, desk: 'waiting', body });
  });
}

interface Selected {
  name: string;
  /** The last entry that the list showed. */
  seen?: number;
  /** Id of a colleague, or `me`. */
  personId: string;
  key: string;
  remainingMs: () => number;
}

async function assign(
  deps: ReferralPageDeps,
  principal: Principal,
  { name, seen, personId, key: formKey, remainingMs }: Selected,
): Promise<ActOutcome> {
  const { person } = principal;
  const view = await deps.reader.status(person, name);
  const { id, reference } = view.referral;
  const key = `${formKey}/${reference}`;
  const check = seen === undefined ? {} : { check: checkOfForm(deps, person, view, { seen, key }) };
  const act = personId === 'me' ? ({ type: 'take' } as const) : ({ type: 'assign', personId } as const);
  const { seq } = await ownAct(deps, person, id, () => {
    const acted = deps.engine.perform(person, reference, act, { key, ...check });
    return withTimeout(acted, remainingMs());
  });
  return { reference, done: await doneAt(deps, principal, reference, { type: act.type, seq }) };
}
