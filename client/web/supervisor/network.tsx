/** The network on a map and in tables: capabilities, open referrals and timeliness of each country. */

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { REGISTRY_CAPABILITIES } from '../../../domain/vocabulary.ts';
import type { Language } from '../../../domain/words/languages.ts';
import { parse } from '../../contract/parse.ts';
import { countryName } from '../../i18n/countries.ts';
import { labelled } from '../../i18n/labelled.ts';
import type { Names } from '../../i18n/render-sentence.ts';
import { withoutEmpty } from '../../queries/list-address.ts';
import { nameLookup } from '../../queries/names.ts';
import { type NetworkAgency, type NetworkCountry, readAgencies, readNetwork } from '../../queries/network.ts';
import { sendCsv } from '../csv.ts';
import { showPage } from '../page.tsx';
import { FilterForm } from '../parts/filter-form.tsx';
import { Select } from '../parts/form.tsx';
import { pageNumber, rowsOfPage } from '../parts/numbered-page.ts';
import { PageOf } from '../parts/page-of.tsx';
import { withQuery } from '../parts/table.tsx';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';
import { capabilityMap, lateMap, loadMap, MAP_SUBJECTS } from './map-classes.ts';
import { agencyCsv, countryCsv } from './network-csv.ts';
import { NetworkMap } from './network-map.tsx';
import {
  AnswersOfAgencies,
  AnswersOfCountries,
  CapabilitiesOfCountries,
  type NamedCountry,
} from './network-tables.tsx';

/** So many rows and the maps fit on a page that is quick to come, however many countries there are. */
const ROWS = 20;
const ROWS_OF_CAPABILITIES = 50;

const address = z.object({
  capability: z.enum(REGISTRY_CAPABILITIES).default('investigation'),
  /** What the map shows, and what the table is by. */
  show: z.enum(MAP_SUBJECTS).default('capability'),
  by: z.enum(['country', 'agency']).default('country'),
  page: pageNumber,
});

/** Registers the page of the network. */
export function networkPages(app: FastifyInstance, { db, lookup }: ReferralPageDeps): void {
  // Countries and capabilities are about no single case.
  app.get<{ Querystring: { format?: string } }>('/network', { config: { stepUp: false } }, async (request, reply) => {
    const { principal, t } = requireDesk(request, 'network');
    const asked = parse(address, withoutEmpty(request.query));
    const isByAgency = asked.by === 'agency';
    const names = nameLookup(await lookup(), undefined);
    const agencies = isByAgency ? await readAgencies({ db }, principal.person) : [];
    if (request.query.format === 'csv' && isByAgency) {
      return sendCsv(reply, 'network-agencies', agencyCsv(agencies, names.agency, t));
    }
    const countries = await readNetwork({ db }, principal.person);
    if (request.query.format === 'csv') return sendCsv(reply, 'network', countryCsv(countries, t));
    const body = <Network {...asked} {...{ agencies, names }} countries={named(countries, principal.language)} />;
    return showPage(request, reply, { title: t('everywhere:nav.network'), desk: 'network', body });
  });

  app.get('/network/capabilities', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'network');
    const { page } = parse(address, withoutEmpty(request.query));
    const members = (await readNetwork({ db }, principal.person)).filter(({ isMember }) => isMember);
    const countries = named(members, principal.language);
    const title = t('supervisor:network.capabilities');
    const body = (
      <>
        <a class="govuk-back-link" href="/network">
          {t('everywhere:nav.network')}
        </a>
        <h1 class="govuk-heading-l">{title}</h1>
        <CapabilitiesOfCountries countries={rowsOfPage(countries, page, ROWS_OF_CAPABILITIES)} />
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

interface NetworkProps extends z.output<typeof address> {
  countries: readonly NamedCountry[];
  agencies: readonly NetworkAgency[];
  names: Names;
}

function Network({ capability, show, by, page, countries, agencies, names }: NetworkProps) {
  const viewer = useViewer();
  const { t, address: here } = viewer;
  const map = {
    capability: () => capabilityMap(countries, capability, viewer),
    ...{ load: () => loadMap(countries, viewer), late: () => lateMap(countries, viewer) },
  }[show]();
  const rows = by === 'agency' ? agencies.length : countries.length;
  return (
    <>
      <h1 class="govuk-heading-l">{t('everywhere:nav.network')}</h1>
      <p class="govuk-body">
        <a href="/network/capabilities">{t('supervisor:network.capabilities')}</a>{' '}
        <a href="/network/gaps">{t('registry:gaps.title')}</a>
      </p>
      <Filters {...{ capability, show, by }} />
      <h2 class="govuk-heading-m">
        {show === 'capability'
          ? labelled(t, t('supervisor:network.capability'), t(`codes:capability.${capability}`))
          : t(`pictures:map.of.${show}`)}
      </h2>
      <NetworkMap map={map} />
      <p class="govuk-body">{map.seen}</p>
      {by === 'agency' ? (
        <AnswersOfAgencies agencies={rowsOfPage(agencies, page, ROWS)} nameOf={names.agency} />
      ) : (
        <AnswersOfCountries
          countries={rowsOfPage(countries, page, ROWS)}
          {...(show === 'capability' && { capability })}
        />
      )}
      <PageOf page={page} last={Math.ceil(rows / ROWS)} />
      <p class="desk-list-foot">
        <a href={withQuery(here, { format: 'csv', page: undefined })}>{t('everywhere:list.csv')}</a>
      </p>
    </>
  );
}

/** A map of something else has no capability to choose. The choice is kept. */
function Filters({ capability, show, by }: Pick<NetworkProps, 'capability' | 'show' | 'by'>) {
  const { t } = useViewer();
  return (
    <FilterForm action="/network" {...(show !== 'capability' && { keeps: { capability } })}>
      <Select
        name="show"
        label={t('pictures:map.shows')}
        value={show}
        options={MAP_SUBJECTS.map((value) => ({ value, label: t(`pictures:map.of.${value}`) }))}
      />
      {show === 'capability' && (
        <Select
          name="capability"
          label={t('supervisor:network.capability')}
          value={capability}
          options={REGISTRY_CAPABILITIES.map((value) => ({ value, label: t(`codes:capability.${value}`) }))}
        />
      )}
      <Select
        name="by"
        label={t('pictures:map.by')}
        value={by}
        options={(['country', 'agency'] as const).map((value) => ({ value, label: t(`everywhere:column.${value}`) }))}
      />
    </FilterForm>
  );
}
