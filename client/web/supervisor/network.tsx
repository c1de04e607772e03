/** The network: on a map and in tables, what countries can do, how much they have in hand and how they answer. */

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { VERIFIED_WITHIN_DAYS } from '../../../domain/routing/directory.ts';
import type { KnownLevel } from '../../../domain/routing/registry.ts';
import { REGISTRY_CAPABILITIES, type RegistryCapability } from '../../../domain/vocabulary.ts';
import type { Language } from '../../../domain/words/languages.ts';
import { parse } from '../../contract/parse.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import { countryName } from '../../i18n/countries.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { withoutEmpty } from '../../queries/list-address.ts';
import { type NetworkCountry, readNetwork } from '../../queries/network.ts';
import { type Cell, sendCsv } from '../csv.ts';
import { showPage } from '../page.tsx';
import { FilterForm } from '../parts/filter-form.tsx';
import { Select } from '../parts/form.tsx';
import { PageOf } from '../parts/page-of.tsx';
import { withQuery } from '../parts/table.tsx';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';
import { NetworkMap } from './network-map.tsx';
import {
  AnswersOfCountries,
  CapabilitiesOfCountries,
  capabilityLevelOf,
  type NamedCountry,
} from './network-tables.tsx';

/** So many rows and the maps fit on a page that is quick to come, however many countries there are. */
const ROWS = 40;
const ROWS_OF_CAPABILITIES = 100;

const address = z.object({
  capability: z.enum(REGISTRY_CAPABILITIES).default('investigation'),
  page: z.coerce.number().int().min(1).max(100).default(1),
});

/** Registers the page of the network. */
export function networkPages(app: FastifyInstance, { db }: HttpDependencies): void {
  // Countries and capabilities are about no single case.
  app.get<{ Querystring: { format?: string } }>('/network', { config: { stepUp: false } }, async (request, reply) => {
    const { principal, t } = requireDesk(request, 'network');
    const asked = parse(address, withoutEmpty(request.query));
    const countries = await readNetwork({ db }, principal.person);
    if (request.query.format === 'csv') return sendCsv(reply, 'network', csvRows(countries, t));
    const body = <Network {...asked} countries={named(countries, principal.language)} />;
    return showPage(request, reply, { title: t('everywhere:nav.network'), desk: 'network', body });
  });

  app.get('/network/capabilities', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'network');
    const { page } = parse(address, withoutEmpty(request.query));
    const countries = named(await readNetwork({ db }, principal.person), principal.language);
    const title = t('supervisor:network.capabilities');
    const body = (
      <>
        <a class="govuk-back-link" href="/network">
          {t('everywhere:nav.network')}
        </a>
        <h1 class="govuk-heading-l">{title}</h1>
        <CapabilitiesOfCountries countries={pageOf(countries, page, ROWS_OF_CAPABILITIES)} />
        <PageOf page={page} last={Math.ceil(countries.length / ROWS_OF_CAPABILITIES)} />
      </>
    );
    return showPage(request, reply, { title, desk: 'network', body });
  });
}

/** In the order of their names. */
function named(countries: readonly NetworkCountry[], language: Language): NamedCountry[] {
  return countries
    .map((each) => ({ ...each, name: countryName(language, each.country) }))
    .sort((one, other) => one.name.localeCompare(other.name, language));
}

function pageOf<Row>(rows: readonly Row[], page: number, size: number): Row[] {
  return rows.slice((page - 1) * size, page * size);
}

function csvRows(countries: readonly NetworkCountry[], t: Translate): Cell[][] {
  const head = [
    t('everywhere:column.country'),
    ...REGISTRY_CAPABILITIES.map((capability) => t(`codes:capability.${capability}`)),
    t('supervisor:network.points'),
    t('supervisor:network.load'),
    t('supervisor:network.measured'),
    t('supervisor:network.in-time'),
    t('supervisor:network.silent'),
    t('supervisor:network.unrouted'),
  ];
  const rows = countries.map((each): Cell[] => [
    each.country,
    ...REGISTRY_CAPABILITIES.map((capability) => t(`supervisor:network.level.${capabilityLevelOf(each, capability)}`)),
    each.contactPoints,
    each.load.count,
    each.responsiveness.measured,
    each.responsiveness.inTime,
    each.silent.count,
    each.unrouted.map(({ reference }) => reference).join(' '),
  ]);
  return [head, ...rows];
}

interface NetworkProps {
  capability: RegistryCapability;
  page: number;
  countries: readonly NamedCountry[];
}

function Network({ capability, page, countries }: NetworkProps) {
  const { t, address: here } = useViewer();
  const what = t(`codes:capability.${capability}`);
  const levels = new Map(countries.map((each) => [each.country, capabilityLevelOf(each, capability)]));
  return (
    <>
      <h1 class="govuk-heading-l">{t('everywhere:nav.network')}</h1>
      <FilterForm action="/network">
        <Select
          name="capability"
          label={t('supervisor:network.capability')}
          value={capability}
          options={REGISTRY_CAPABILITIES.map((value) => ({ value, label: t(`codes:capability.${value}`) }))}
        />
      </FilterForm>
      <h2 class="govuk-heading-m">{what}</h2>
      <NetworkMap capability={what} levels={levels} />
      <p class="govuk-body">{seenText(t, what, [...levels.values()])}</p>
      <AnswersOfCountries countries={pageOf(countries, page, ROWS)} capability={capability} />
      <PageOf page={page} last={Math.ceil(countries.length / ROWS)} />
      <p class="desk-list-foot">
        <a href="/network/capabilities">{t('supervisor:network.capabilities')}</a>
        <a href="/network/gaps">{t('registry:gaps.title')}</a>
        <a href={withQuery(here, { format: 'csv', page: undefined })}>{t('everywhere:list.csv')}</a>
      </p>
    </>
  );
}

/** What the map shows, as a sentence. */
function seenText(t: Translate, capability: string, levels: readonly KnownLevel[]): string {
  const count = (level: KnownLevel) => levels.filter((each) => each === level).length;
  return t('registry:seen', {
    ...{ capability, full: count('full'), partial: count('partial'), none: count('none') },
    ...{ unverified: count('unverified'), days: VERIFIED_WITHIN_DAYS },
  });
}
