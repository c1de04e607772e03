/** The overview page: five numbers, each linked to its referrals, and below them the most urgent referrals. */

import type { FastifyInstance } from 'fastify';
import type { ListFilter } from '../../../domain/list-query.ts';
import { countOpenAlarms } from '../../../prisma/store/log-alarms.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { type ListRow, listReferrals } from '../../queries/list.ts';
import { addressOfList } from '../../queries/list-address.ts';
import { type DirectoryLookup, nameLookup } from '../../queries/names.ts';
import { listOverdue, type OverdueDeadlines } from '../../queries/overdue.ts';
import { type CountedReferrals, readNow } from '../../queries/overview.ts';
import { hasDesk } from '../navigation.ts';
import { type ColumnName, ReferralRows } from '../officer/referral-rows.tsx';
import { showPage } from '../page.tsx';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';
import { OpenLogAlarms } from './log-alarms.tsx';
import { OverdueTable } from './overdue-table.tsx';

const WORST = 5;

const SHOWN: readonly ColumnName[] = ['reference', 'kind', 'urgency', 'status', 'sender', 'recipients', 'next'];

/** Registers the overview. */
export function nowPages(app: FastifyInstance, { db, lookup }: ReferralPageDeps): void {
  app.get('/now', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'now');
    const worst = async (filter: ListFilter): Promise<ListRow[]> =>
      (await listReferrals({ db }, principal.person, { ...filter, sort: 'due', order: 'asc', limit: WORST })).rows;
    const alarmsOf = async () => (hasDesk(principal, 'log-alarms') ? countOpenAlarms(db) : undefined);
    const [figures, overdue, soon, known, alarms] = await Promise.all([
      readNow({ db }, principal.person),
      listOverdue({ db }, principal.person, WORST),
      worst({ desk: 'all', open: true, atRisk: true }),
      lookup(),
      alarmsOf(),
    ]);
    const body = <Now {...{ alarms, figures, overdue, soon }} lookup={known} />;
    return showPage(request, reply, { title: t('everywhere:nav.now'), desk: 'now', live: true, body });
  });
}

interface NowProps {
  figures: CountedReferrals[];
  overdue: OverdueDeadlines;
  /** The referrals that are at risk, the first due at the top. */
  soon: readonly ListRow[];
  lookup: DirectoryLookup;
  /** Alarms of the audit log that were not acknowledged; undefined for those who do not handle them. */
  alarms: number | undefined;
}

function Now({ figures, overdue, soon, lookup, alarms }: NowProps) {
  const { t, language } = useViewer();
  return (
    <>
      <h1 class="govuk-heading-l">{t('everywhere:nav.now')}</h1>
      {alarms !== undefined && <OpenLogAlarms count={alarms} />}
      <ul class="desk-figures">
        {figures.map(({ name, count, filter }) => (
          <li class={count > 0 ? `desk-figure desk-figure--${name}` : 'desk-figure'}>
            <a href={addressOfList('/referrals', filter)}>
              <span class="desk-figure__number">{formatNumber(count, language)}</span> {t(`supervisor:now.${name}`)}
            </a>
            <p>{t(`supervisor:now.means.${name}`)}</p>
          </li>
        ))}
      </ul>
      <OverdueTable overdue={overdue} lookup={lookup} />
      <ReferralRows
        caption={t('supervisor:now.worst')}
        rows={soon}
        names={nameLookup(lookup, undefined)}
        show={SHOWN}
        empty={t('supervisor:now.nothing')}
        isPart={soon.length >= WORST}
        titled
      />
    </>
  );
}
