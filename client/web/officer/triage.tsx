/** Triage queue: what the rules propose and why; taken as it is, changed with a reason, or dealt with otherwise. */

import type { FastifyInstance } from 'fastify';
import { disclose } from '../../../domain/disclosure.ts';
import type { Person } from '../../../domain/people.ts';
import { readReferrals } from '../../../prisma/store/referrals.ts';
import type { Names } from '../../i18n/render-sentence.ts';
import { type ListPage, listReferrals } from '../../queries/list.ts';
import { possibleActs } from '../../queries/may-act.ts';
import { possibleDuplicates } from '../../queries/possible-duplicates.ts';
import { showPage } from '../page.tsx';
import { ListLayout } from '../parts/list-layout.tsx';
import { unreachableOf } from '../referral/decision.tsx';
import { type Done, doneFrom } from '../referral/done-notice.tsx';
import { nameLookup } from '../referral/names.ts';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';
import { readListRequest, sendList } from './list-request.ts';
import { TriageCard, type WaitingReferral } from './triage-card.tsx';

/** Each is read with its proposal: fewer than in a plain list. */
const LIMIT = 20;

/** Possible duplicates shown for each referral. The page of the referral has more. */
const MAX_DUPLICATES = 3;

/** Registers the triage queue. */
export function triagePages(app: FastifyInstance, deps: ReferralPageDeps): void {
  app.get('/triage', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'triage');
    const { query, isCsv } = readListRequest(request.query, { desk: 'triage', sort: 'due', order: 'asc' });
    const names = nameLookup(await deps.lookup(), undefined);
    if (isCsv) return sendList(reply, { deps, principal, query, t, names });
    const page = await listReferrals(deps, principal.person, { ...query, limit: LIMIT });
    const waiting = await withProposals(deps, principal.person, page);
    const body = <Triage waiting={waiting} page={page} names={names} done={await doneFrom(deps, request)} />;
    return showPage(request, reply, { title: t('everywhere:nav.triage'), desk: 'triage', live: true, body });
  });
}

async function withProposals(
  { db, lookup }: ReferralPageDeps,
  person: Person,
  { rows }: ListPage,
): Promise<WaitingReferral[]> {
  const now = new Date().toISOString();
  const { directory } = await lookup();
  const ids = rows.map(({ referralId }) => referralId);
  const read = await readReferrals(db, ids);
  const duplicates = await possibleDuplicates(db, person, read, MAX_DUPLICATES);
  const seen = new Map(read.map((each) => [each.id, disclose(each, person).referral]));
  return rows.flatMap((row) => {
    const referral = seen.get(row.referralId);
    if (referral === undefined) return [];
    const unreachable = unreachableOf(referral, directory, now);
    const acts = possibleActs(referral, person, now);
    return [{ row, referral, acts, unreachable, duplicates: duplicates.get(referral.id) ?? [] }];
  });
}

interface Props {
  waiting: readonly WaitingReferral[];
  page: ListPage;
  names: Names;
  done: Done | undefined;
}

function Triage({ waiting, page: { total, next }, names, done }: Props) {
  const { t } = useViewer();
  return (
    <ListLayout title={t('everywhere:nav.triage')} total={total} next={next} done={done}>
      {waiting.length === 0 && <p class="govuk-inset-text">{t('officer:triage.empty')}</p>}
      {waiting.map((each) => (
        <TriageCard waiting={each} names={names} />
      ))}
    </ListLayout>
  );
}
