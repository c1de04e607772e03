/** What an administrator sees of agencies: the list, one agency, and the form that adds one. */

import { versionOf } from '../../../domain/audit/version.ts';
import type { Agency, ContactPoint, Directory } from '../../../domain/routing/directory.ts';
import { AGENCY_TYPES } from '../../../domain/vocabulary.ts';
import type { Edit } from '../../../prisma/store/directory-edit.ts';
import { countryName } from '../../i18n/countries.ts';
import { countryOptions } from '../../i18n/country-list.ts';
import { Choices, Form, Input, Select, Submit } from '../parts/form.tsx';
import { ListLayout } from '../parts/list-layout.tsx';
import { SavedNotice } from '../parts/notice.tsx';
import type { NumberedPage } from '../parts/numbered-page.ts';
import { PageOf } from '../parts/page-of.tsx';
import { Table } from '../parts/table.tsx';
import { Tag } from '../parts/tag.tsx';
import { useViewer } from '../viewer.ts';
import { Changes } from './changes.tsx';
import { PointsTable } from './points-table.tsx';

interface AgenciesProps {
  agencies: readonly Agency[];
  page: NumberedPage;
  points: readonly ContactPoint[];
  /** Whether the viewer may add agencies. */
  mayAdd: boolean;
}

/** The list of agencies. */
export function Agencies({ agencies, page, points, mayAdd }: AgenciesProps) {
  const { t, language } = useViewer();
  return (
    <ListLayout title={t('everywhere:nav.agencies')}>
      {mayAdd && (
        <p class="govuk-body">
          <a href="/admin/agencies/new">{t('administrator:agency.add')}</a>
        </p>
      )}
      <Table
        caption={t('everywhere:nav.agencies')}
        rows={agencies.slice(page.from, page.to)}
        empty={t('administrator:agency.none')}
        columns={[
          {
            ...{ key: 'name', title: t('administrator:name') },
            cell: ({ id, name, disabled }) => (
              <>
                <a href={`/admin/agencies/${id}`}>{name}</a>{' '}
                {disabled && <Tag colour="grey">{t('administrator:agency.disabled')}</Tag>}
              </>
            ),
          },
          {
            ...{ key: 'country', title: t('everywhere:column.country') },
            cell: ({ country }) => (country ? countryName(language, country) : t('everywhere:none')),
          },
          { key: 'type', title: t('administrator:type'), cell: ({ type }) => t(`codes:agencyType.${type}`) },
          {
            ...{ key: 'coordinating', title: t('administrator:agency.coordinating') },
            cell: ({ coordinating }) => t(coordinating ? 'everywhere:yes' : 'everywhere:no'),
          },
          {
            ...{ key: 'points', title: t('administrator:point.many'), number: true },
            cell: ({ id }) => points.filter(({ agencyId }) => agencyId === id).length,
          },
        ]}
      />
      <PageOf page={page.number} last={page.last} />
    </ListLayout>
  );
}

interface OneAgencyProps {
  agency: Agency;
  directory: Directory;
  edits: readonly Edit[];
  /** Whether the viewer may disable the agency, or enable it again. */
  mayDisable: boolean;
}

/** One agency with its contact points. */
export function OneAgency({ agency, directory, edits, mayDisable }: OneAgencyProps) {
  const { t } = useViewer();
  const { id, name, type, excludes } = agency;
  const others = directory.agencies.filter((other) => other.id !== id);
  return (
    <>
      <SavedNotice />
      <h1 class="govuk-heading-l">{name}</h1>
      <Form action={`/admin/agencies/${id}`} hidden={{ version: versionOf(agency) }}>
        <Input name="name" label={t('administrator:name')} value={name} />
        <Select
          name="type"
          label={t('administrator:type')}
          value={type}
          options={AGENCY_TYPES.map((value) => ({ value, label: t(`codes:agencyType.${value}`) }))}
        />
        <details class="govuk-details" {...(excludes.length > 0 && { open: true })}>
          <summary class="govuk-details__summary">{t('administrator:agency.excludes')}</summary>
          <Choices
            kind="checkbox"
            name="excludes"
            label={t('administrator:agency.excludes')}
            hint={t('administrator:agency.excludes-hint')}
            value={excludes}
            options={others.map((other) => ({ value: other.id, label: other.name }))}
          />
        </details>
        <Submit>{t('everywhere:save')}</Submit>
      </Form>
      <PointsTable points={directory.contactPoints.filter(({ agencyId }) => agencyId === id)} />
      <p class="govuk-body">
        <a href={`/admin/agencies/${id}/contact-points/new`}>{t('administrator:point.add')}</a>
      </p>
      {mayDisable && <Availability id={id} disabled={agency.disabled ?? false} />}
      <Changes edits={edits} />
    </>
  );
}

function Availability({ id, disabled }: { id: string; disabled: boolean }) {
  const { t } = useViewer();
  return (
    <Form action={`/admin/agencies/${id}/${disabled ? 'enable' : 'disable'}`}>
      <p class="govuk-body desk-no-print">
        {t(disabled ? 'administrator:agency.enable-hint' : 'administrator:agency.disable-hint')}
      </p>
      <Submit kind="secondary">{t(disabled ? 'administrator:agency.enable' : 'administrator:agency.disable')}</Submit>
    </Form>
  );
}

/** The form that adds an agency. */
export function NewAgency() {
  const { t, language } = useViewer();
  return (
    <div class="desk-measure">
      <h1 class="govuk-heading-l">{t('administrator:agency.add')}</h1>
      <Form action="/admin/agencies/new">
        <Input name="id" label={t('administrator:id')} hint={t('administrator:id-hint')} width={20} />
        <Input name="name" label={t('administrator:name')} />
        <Select
          name="country"
          label={t('everywhere:column.country')}
          empty={t('everywhere:none')}
          options={countryOptions(language)}
        />
        <Select
          name="type"
          label={t('administrator:type')}
          empty={t('everywhere:field.choose')}
          options={AGENCY_TYPES.map((value) => ({ value, label: t(`codes:agencyType.${value}`) }))}
        />
        <Submit>{t('everywhere:save')}</Submit>
      </Form>
    </div>
  );
}
