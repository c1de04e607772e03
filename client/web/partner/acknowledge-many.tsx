/** Acknowledges many referrals at once: each is an act of its own, with its own result. */

import type { FastifyInstance } from 'fastify';
import type { Receipt } from '../../../domain/receipt.ts';
import type { Principal } from '../../http/identity/principal.ts';
import { withTimeout } from '../../platform/with-timeout.ts';
import { possibleActs } from '../../queries/may-act.ts';
import { ownAct } from '../../workspace/read-marks.ts';
import { readFormValues, showPage } from '../page.tsx';
import { doneAt } from '../referral/done-notice.tsx';
import { type ActOutcome, actOnMany, ManyOutcomes, selectedReferral } from '../referral/many-acts.tsx';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { checkOfForm } from '../referral/seen-entries.ts';
import { requireDesk } from '../require-desk.ts';

/** Registers the form that acknowledges several referrals. */
export function acknowledgeManyPages(app: FastifyInstance, deps: ReferralPageDeps): void {
  app.post('/inbox/acknowledge', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'inbox');
    const { reference = [], key: [key = crypto.randomUUID()] = [] } = readFormValues(request.body);
    const results = await actOnMany(request, reference, (selected, remainingMs) =>
      acknowledge(deps, principal, { ...selectedReferral(selected), key, remainingMs }),
    );
    const body = (
      <ManyOutcomes
        title={t('partner:inbox.acknowledge')}
        results={results}
        summary={(counts) => t('partner:inbox.summary', counts)}
        back={{ path: '/waiting', label: t('everywhere:nav.waiting') }}
      />
    );
    return showPage(request, reply, { title: t('partner:inbox.acknowledge'), desk: 'inbox', body });
  });
}

interface Selected {
  name: string;
  /** The last entry that the list showed. */
  seen?: number;
  key: string;
  remainingMs: () => number;
}

async function acknowledge(
  deps: ReferralPageDeps,
  principal: Principal,
  { name, seen, key: formKey, remainingMs }: Selected,
): Promise<ActOutcome> {
  const { person } = principal;
  const view = await deps.reader.status(person, name);
  const { referral } = view;
  const { reference, recipients } = referral;
  const own = recipients.filter(({ agencyId }) => agencyId === person.agencyId).map(({ id }) => id);
  const possible = possibleActs(referral, person, new Date().toISOString(), ['acknowledge']).flatMap(
    ({ recipientId = [] }) => recipientId,
  );
  const perform = async (recipientId: string) => {
    const key = `${formKey}/${reference}/${recipientId}`;
    const check = seen === undefined ? {} : { check: checkOfForm(deps, person, view, { seen, key }) };
    return ownAct(deps, person, referral.id, () => {
      const acted = deps.engine.perform(person, reference, { type: 'acknowledge', recipientId }, { key, ...check });
      return withTimeout(acted, remainingMs());
    });
  };
  if (own.length === 0) return { reference, refused: '' };
  let receipt: Receipt | undefined;
  for (const recipientId of possible) receipt = await perform(recipientId);
  // If none is possible, it was acknowledged under this key before, or the engine refuses it and records why.
  const { seq } = receipt ?? (await Promise.any(own.map(perform)));
  return { reference, done: await doneAt(deps, principal, reference, { type: 'acknowledge', seq }) };
}
