/** The network: on a map and in tables, what countries can do, how much they have in hand and how they answer. */

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { REGISTRY_CAPABILITIES, type RegistryCapability } from '../../../domain/vocabulary.ts';
import { parse } from '../../contract/parse.ts';
import type { DeskDeps } from '../../desk/deps.ts';
import { withoutEmpty } from '../../desk/list-address.ts';
import { type KnownLevel, type NetworkCountry, readNetwork } from '../../desk/network.ts';
import { countryName } from '../../words/countries.ts';
import { type Words, wordsFor } from '../../words/words.ts';
import { atDesk } from '../at-desk.ts';
import { type Cell, sendCsv } from '../csv.ts';
import { showPage } from '../page.tsx';
import { Select } from '../parts/form.tsx';
import { withQuery } from '../parts/table.tsx';
import { useViewer } from '../viewer.ts';
import { FilterForm } from './filter-form.tsx';
import { NetworkMap } from './network-map.tsx';
import { AnswersOfCountries, CapabilitiesOfCountries } from './network-tables.tsx';

const address = z.object({ capability: z.enum(REGISTRY_CAPABILITIES).default('investigation') });

export function networkPages(app: FastifyInstance, { db }: DeskDeps): void {
  app.get<{ Querystring: { format?: string } }>('/network', async (request, reply) => {
    const { asker, words } = atDesk(request, 'network');
    const { capability } = parse(address, withoutEmpty(request.query));
    const countries = await readNetwork({ db }, asker.person);
    if (request.query.format === 'csv') {
      return sendCsv(reply, 'network', csvRows(countries, wordsFor(asker.language)));
    }
    const body = <Network capability={capability} countries={countries} />;
    return showPage(request, reply, { title: words('common:nav.network'), desk: 'network', body });
  });
}

function csvRows(countries: readonly NetworkCountry[], words: Words): Cell[][] {
  const head = [
    words('common:column.country'),
    ...REGISTRY_CAPABILITIES.map((capability) => words(`codes:capability.${capability}`)),
    words('supervisor:network.points'),
    words('supervisor:network.load'),
    words('supervisor:network.measured'),
    words('supervisor:network.in-time'),
    words('supervisor:network.silent'),
    words('supervisor:network.unrouted'),
  ];
  const rows = countries.map((each): Cell[] => [
    each.country,
    ...REGISTRY_CAPABILITIES.map((capability) => words(`supervisor:network.level.${levelOf(each, capability)}`)),
    each.contactPoints,
    each.load.count,
    each.responsiveness.measured,
    each.responsiveness.inTime,
    each.silent.count,
    each.unrouted.map(({ reference }) => reference).join(' '),
  ]);
  return [head, ...rows];
}

function levelOf({ capabilities }: NetworkCountry, capability: RegistryCapability): KnownLevel {
  return capabilities.find((each) => each.capability === capability)?.level ?? 'none';
}

function Network({ capability, countries }: { capability: RegistryCapability; countries: NetworkCountry[] }) {
  const { words, language, address: here } = useViewer();
  const what = words(`codes:capability.${capability}`);
  const levels = new Map(countries.map((each) => [each.country, levelOf(each, capability)]));
  const byName = countries
    .map((each) => ({ ...each, name: countryName(language, each.country) }))
    .sort((one, other) => one.name.localeCompare(other.name, language));
  return (
    <>
      <h1 class="govuk-heading-l">{words('common:nav.network')}</h1>
      <FilterForm action="/network">
        <Select
          name="capability"
          label={words('supervisor:network.capability')}
          value={capability}
          options={REGISTRY_CAPABILITIES.map((value) => ({ value, label: words(`codes:capability.${value}`) }))}
        />
      </FilterForm>
      <h2 class="govuk-heading-m">{what}</h2>
      <NetworkMap title={words('supervisor:network.map', { capability: what })} levels={levels} />
      <p class="govuk-body">
        <a href={withQuery(here, { format: 'csv' })}>{words('common:list.csv')}</a>
      </p>
      <AnswersOfCountries countries={byName} />
      <CapabilitiesOfCountries countries={byName} />
    </>
  );
}
