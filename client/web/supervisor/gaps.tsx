/** The gaps of the network: capabilities that a country lacks or that are not confirmed, as a table and as CSV. */

import type { FastifyInstance } from 'fastify';
import { VERIFIED_WITHIN_DAYS } from '../../../domain/routing/directory.ts';
import { capabilityGaps } from '../../../domain/routing/registry.ts';
import { recentDirectory } from '../../../prisma/store/directory-version.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import { countryName } from '../../i18n/countries.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { type Cell, sendCsv } from '../csv.ts';
import { showPage } from '../page.tsx';
import { ListLayout } from '../parts/list-layout.tsx';
import { type NumberedPage, pageIn } from '../parts/numbered-page.ts';
import { PageOf } from '../parts/page-of.tsx';
import { type RegistryRow, RegistryTable } from '../parts/registry-table.tsx';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';

type OfGaps = { Querystring: { format?: string; page?: string } };

/** Registers the page of gaps. */
export function gapPages(app: FastifyInstance, { db }: HttpDependencies): void {
  app.get<OfGaps>('/network/gaps', { config: { stepUp: false } }, async (request, reply) => {
    const { principal, t } = requireDesk(request, 'network');
    const directory = await recentDirectory(db);
    const names = new Map(directory.agencies.map(({ id, name }) => [id, name]));
    const rows = capabilityGaps(directory, new Date().toISOString()).map(({ country, ...gap }) => ({
      ...{ ...gap, country: countryName(principal.language, country), code: country },
    }));
    if (request.query.format === 'csv') return sendCsv(reply, 'capability-gaps', csvRows(rows, t));
    const page = pageIn(request.query.page, rows.length);
    // A file has codes and is in their order. The page has names.
    const { compare } = new Intl.Collator(principal.language);
    const sorted = rows.toSorted((one, other) => compare(one.country, other.country));
    const body = <Gaps rows={sorted.slice(page.from, page.to)} names={names} page={page} />;
    return showPage(request, reply, { title: t('registry:gaps.title'), desk: 'network', body });
  });
}

function csvRows(rows: readonly (RegistryRow & { code: string })[], t: Translate): Cell[][] {
  const head = [
    ...[t('everywhere:column.country'), t('supervisor:network.capability'), t('administrator:capability.level')],
    ...[t('registry:stated'), t('administrator:capability.providers'), t('registry:confirmed'), t('registry:recorded')],
  ];
  const lines = rows.map(({ code, capability, level, stated, providerIds, verifiedAt, recordedBy }): Cell[] => [
    ...[code, t(`codes:capability.${capability}`), t(`supervisor:network.level.${level}`)],
    ...[t(`supervisor:network.level.${stated}`), providerIds.join(' '), verifiedAt, recordedBy?.agencyId],
  ]);
  return [head, ...lines];
}

interface GapsProps {
  rows: readonly RegistryRow[];
  names: ReadonlyMap<string, string>;
  page: NumberedPage;
}

function Gaps({ rows, names, page }: GapsProps) {
  const { t } = useViewer();
  const title = t('registry:gaps.title');
  return (
    <>
      <a class="govuk-back-link" href="/network">
        {t('everywhere:nav.network')}
      </a>
      <ListLayout title={title}>
        <p class="govuk-body">{t('registry:gaps.hint', { days: VERIFIED_WITHIN_DAYS })}</p>
        <RegistryTable caption={title} rows={rows} names={names} empty={t('registry:gaps.none')} />
        <PageOf page={page.number} last={page.last} />
      </ListLayout>
    </>
  );
}
