/** The page of erasures: which recipients must erase their copies, since when, and whether they confirmed it. */

import type { FastifyInstance } from 'fastify';
import { CONFIRM_ERASURE_DAYS } from '../../../domain/retention.ts';
import { agency } from '../../../domain/routing/directory.ts';
import { recentDirectory } from '../../../prisma/store/directory-version.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import { countryName } from '../../i18n/countries.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { type OrderedErasure, orderedErasures } from '../../queries/erasure-confirmations.ts';
import { type Cell, sendCsv } from '../csv.ts';
import { showPage } from '../page.tsx';
import { DateAndTime } from '../parts/due.tsx';
import { ListLayout } from '../parts/list-layout.tsx';
import { Reference } from '../parts/reference.tsx';
import { Table } from '../parts/table.tsx';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';

/** Registers the page. */
export function erasurePages(app: FastifyInstance, { db }: HttpDependencies): void {
  app.get<{ Querystring: { format?: string } }>('/erasures', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'erasures');
    const rows = await orderedErasures({ db }, principal.person);
    if (request.query.format === 'csv') return sendCsv(reply, 'erasures', csvRows(rows, t));
    const directory = await recentDirectory(db);
    const body = <Erasures rows={rows} agencyName={(id) => agency(directory, id)?.name ?? id} />;
    return showPage(request, reply, { title: t('everywhere:nav.erasures'), desk: 'erasures', body });
  });
}

interface Props {
  rows: readonly OrderedErasure[];
  agencyName: (agencyId: string) => string;
}

function Erasures({ rows, agencyName }: Props) {
  const { t, language } = useViewer();
  return (
    <ListLayout title={t('everywhere:nav.erasures')}>
      <p class="govuk-body desk-measure">{t('protection:erasures.about', { days: CONFIRM_ERASURE_DAYS })}</p>
      <Table
        caption={t('everywhere:nav.erasures')}
        rows={rows}
        empty={t('protection:erasures.none')}
        columns={[
          {
            ...{ key: 'referral', title: t('protection:erasures.referral') },
            cell: ({ reference }) => <Reference reference={reference} />,
          },
          { key: 'agency', title: t('protection:erasures.agency'), cell: ({ agencyId }) => agencyName(agencyId) },
          {
            ...{ key: 'country', title: t('everywhere:column.country') },
            cell: ({ country }) => countryName(language, country),
          },
          {
            ...{ key: 'ground', title: t('protection:erasures.ground') },
            cell: ({ ground }) => t(`codes:erasureGround.${ground}`),
          },
          {
            ...{ key: 'ordered', title: t('protection:erasures.ordered') },
            cell: ({ orderedAt }) => <DateAndTime at={orderedAt} />,
          },
          { key: 'state', title: t('protection:erasures.state'), cell: (row) => <State row={row} /> },
        ]}
      />
    </ListLayout>
  );
}

function State({ row: { state, dueAt, confirmedAt } }: { row: OrderedErasure }) {
  const { t } = useViewer();
  return (
    <>
      {t(`protection:erasures.is.${state}`)} <DateAndTime at={confirmedAt ?? dueAt} />
    </>
  );
}

function csvRows(rows: readonly OrderedErasure[], t: Translate): Cell[][] {
  return [
    [
      ...[t('protection:erasures.referral'), t('protection:erasures.agency'), t('everywhere:column.country')],
      ...[t('protection:erasures.ground'), t('protection:erasures.ordered'), t('protection:erasures.due')],
      ...[t('protection:erasures.confirmed'), t('protection:erasures.state')],
    ],
    ...rows.map(({ reference, agencyId, country, ground, orderedAt, dueAt, confirmedAt = '', state }) => [
      ...[reference, agencyId, country, t(`codes:erasureGround.${ground}`), orderedAt, dueAt, confirmedAt, state],
    ]),
  ];
}
