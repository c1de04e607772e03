/** The capability registry: the entries of a country, and the page that changes or confirms one. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { versionOf } from '../../../domain/audit/version.ts';
import type { Agency, CountryCapability, Directory } from '../../../domain/routing/directory.ts';
import { countriesOf, knownCapabilities } from '../../../domain/routing/registry.ts';
import { CAPABILITY_LEVELS, type Country, type RegistryCapability } from '../../../domain/vocabulary.ts';
import { readDirectory } from '../../../prisma/store/directory.ts';
import { type Edit, editsOf } from '../../../prisma/store/directory-edit.ts';
import { parse, parseInput } from '../../contract/parse.ts';
import { country } from '../../contract/submission.ts';
import { administer } from '../../directory/administer.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import { countryName } from '../../i18n/countries.ts';
import { withoutEmpty } from '../../queries/list-address.ts';
import { readForm } from '../form-fields.ts';
import { readFormValues, showPage } from '../page.tsx';
import { FilterForm } from '../parts/filter-form.tsx';
import { Choices, Form, Select, Submit } from '../parts/form.tsx';
import { SavedNotice } from '../parts/notice.tsx';
import { type RegistryRow, RegistryTable } from '../parts/registry-table.tsx';
import { useViewer } from '../viewer.ts';
import { Changes } from './changes.tsx';
import { type EditingContext, editingContext } from './editor.ts';
import { capabilityAddress, capabilityForm } from './fields.ts';
import { notFound, type Refused, saveDirectoryForm } from './save.ts';

const EDITS = 10;
const address = z.object({ country: country.exactOptional() });
type OfEntry = { Params: { country: string; capability: string } };

/** Registers the pages of the registry. */
export function registryPages(app: FastifyInstance, deps: HttpDependencies): void {
  const { db } = deps;
  app.get('/admin/registry', async (request, reply) => {
    const { t } = editingContext(request, 'registry');
    const asked = parse(address, withoutEmpty(request.query));
    const directory = await readDirectory(db);
    const countries = countriesOf(directory);
    const chosen = countries.find((each) => each === asked.country) ?? countries[0];
    const body = <Registry directory={directory} countries={countries} chosen={chosen} />;
    return showPage(request, reply, { title: t('everywhere:nav.registry'), desk: 'registry', body });
  });

  app.get<OfEntry>('/admin/registry/:country/:capability', (request, reply) =>
    show(request, reply, editingContext(request, 'registry')),
  );

  app.post<OfEntry>('/admin/registry/:country/:capability', (request, reply) => {
    const now = editingContext(request, 'registry');
    const named = parseInput(capabilityAddress, request.params);
    if (!named.success) return notFound(reply);
    return saveDirectoryForm(reply, {
      ...{ form: readForm(capabilityForm, request.body), formValues: readFormValues(request.body), t: now.t },
      to: `${pathOf(named.data)}?saved`,
      save: ({ version, ...entry }) =>
        administer(deps, now.editor, { type: 'set-capability', entry: { ...named.data, ...entry } }, version),
      again: (refused) => show(request, reply, now, refused),
    });
  });

  app.post<OfEntry>('/admin/registry/:country/:capability/confirm', (request, reply) => {
    const now = editingContext(request, 'registry');
    const named = parseInput(capabilityAddress, request.params);
    if (!named.success) return notFound(reply);
    return saveDirectoryForm(reply, {
      ...{ form: { value: named.data }, formValues: {}, t: now.t, to: `${pathOf(named.data)}?saved` },
      save: (entry) => administer(deps, now.editor, { type: 'confirm-capability', ...entry }),
      again: (refused) => show(request, reply, now, refused),
    });
  });

  async function show(
    request: FastifyRequest<OfEntry>,
    reply: FastifyReply,
    { t, principal }: EditingContext,
    refused?: Refused,
  ): Promise<FastifyReply> {
    const named = parseInput(capabilityAddress, request.params);
    if (!named.success) return notFound(reply);
    const id = `${named.data.country}/${named.data.capability}`;
    const [directory, edits] = await Promise.all([readDirectory(db), editsOf(db, id, ['capability'], EDITS)]);
    const title = t('registry:of', {
      capability: t(`codes:capability.${named.data.capability}`),
      country: countryName(principal.language, named.data.country),
    });
    const body = <OneEntry {...named.data} {...{ title, directory, edits }} />;
    return showPage(request, reply, { title, desk: 'registry', ...refused, body });
  }
}

interface EntryName {
  country: Country;
  capability: RegistryCapability;
}

function pathOf({ country: code, capability }: EntryName): string {
  return `/admin/registry/${code}/${capability}`;
}

interface RegistryProps {
  directory: Directory;
  countries: readonly Country[];
  chosen: Country | undefined;
}

function Registry({ directory, countries, chosen }: RegistryProps) {
  const { t, language, now } = useViewer();
  const entries = directory.capabilities.filter((each) => each.country === chosen);
  const known = chosen === undefined ? [] : knownCapabilities(entries, now);
  const rows = known.map(
    (each): RegistryRow => ({
      ...{ ...each, href: pathOf({ country: chosen ?? '', capability: each.capability }) },
    }),
  );
  const names = new Map(directory.agencies.map(({ id, name }) => [id, name]));
  return (
    <>
      <h1 class="govuk-heading-l">{t('everywhere:nav.registry')}</h1>
      <p class="govuk-body">{t('registry:what')}</p>
      <FilterForm action="/admin/registry">
        <Select
          name="country"
          label={t('everywhere:column.country')}
          value={chosen}
          options={countries.map((value) => ({ value, label: countryName(language, value) }))}
        />
      </FilterForm>
      <RegistryTable
        caption={chosen === undefined ? t('everywhere:nav.registry') : countryName(language, chosen)}
        {...{ titled: true, rows, names, empty: t('supervisor:network.none') }}
      />
    </>
  );
}

interface OneEntryProps extends EntryName {
  title: string;
  directory: Directory;
  edits: readonly Edit[];
}

function OneEntry({ country: code, capability, title, directory, edits }: OneEntryProps) {
  const { t, now } = useViewer();
  const entry = directory.capabilities.find((each) => each.country === code && each.capability === capability);
  const providers = directory.agencies.filter((each) => mayProvide(each, code, entry));
  return (
    <>
      <SavedNotice />
      <a class="govuk-back-link" href={`/admin/registry?country=${code}`}>
        {t('everywhere:nav.registry')}
      </a>
      <h1 class="govuk-heading-l">{title}</h1>
      <RegistryTable
        {...{ caption: title, names: new Map(directory.agencies.map(({ id, name }) => [id, name])) }}
        rows={knownCapabilities(entry ? [entry] : [], now).filter((each) => each.capability === capability)}
        empty={t('supervisor:network.none')}
      />
      {entry && (
        <Form action={`${pathOf({ country: code, capability })}/confirm`}>
          <Submit kind="secondary">{t('registry:confirm')}</Submit>
        </Form>
      )}
      <Form action={pathOf({ country: code, capability })} hidden={{ version: versionOf(entry) }}>
        <Choices
          kind="radio"
          name="level"
          label={t('administrator:capability.level')}
          hint={t('registry:level-hint')}
          value={[entry?.level ?? 'none']}
          options={CAPABILITY_LEVELS.map((value) => ({ value, label: t(`supervisor:network.level.${value}`) }))}
        />
        <Choices
          kind="checkbox"
          name="providerIds"
          label={t('administrator:capability.providers')}
          hint={t('registry:providers-hint')}
          value={entry?.providerIds ?? []}
          options={providers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Submit>{t('everywhere:save')}</Submit>
      </Form>
      <Changes edits={edits} />
    </>
  );
}

/** Agencies of the country, international organisations, and those that the entry names already. */
function mayProvide(agency: Agency, code: Country, entry: CountryCapability | undefined): boolean {
  return agency.country === code || agency.country === null || (entry?.providerIds.includes(agency.id) ?? false);
}
