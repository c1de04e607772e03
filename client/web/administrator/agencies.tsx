/** Agencies: all of them, and one with its contact points. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayEdit } from '../../../domain/administration/editor.ts';
import { versionOf } from '../../../domain/audit/version.ts';
import type { Agency, ContactPoint, Directory } from '../../../domain/routing/directory.ts';
import { AGENCY_TYPES } from '../../../domain/vocabulary.ts';
import { readDirectory } from '../../../prisma/store/directory.ts';
import { type Edit, editsOf, readAgency } from '../../../prisma/store/directory-edit.ts';
import { administer } from '../../directory/administer.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import { countryName } from '../../i18n/countries.ts';
import { sendCsv } from '../csv.ts';
import { readForm } from '../form-fields.ts';
import { readFormValues, showPage } from '../page.tsx';
import { Choices, Form, Input, Select, Submit } from '../parts/form.tsx';
import { ListLayout } from '../parts/list-layout.tsx';
import { SavedNotice } from '../parts/notice.tsx';
import { type NumberedPage, pageIn } from '../parts/numbered-page.ts';
import { PageOf } from '../parts/page-of.tsx';
import { Table } from '../parts/table.tsx';
import { useViewer } from '../viewer.ts';
import { Changes } from './changes.tsx';
import { type EditingContext, editing } from './editor.ts';
import { agencyForm } from './fields.ts';
import { PointsTable } from './points-table.tsx';
import { notFound, type Refused, saveDirectoryForm } from './save.ts';

const EDITS = 10;

/** Registers the pages of agencies. */
export function agenciesPages(app: FastifyInstance, deps: HttpDependencies): void {
  const { db } = deps;
  app.get<{ Querystring: { format?: string; page?: string } }>('/admin/agencies', async (request, reply) => {
    const { editor, t } = editing(request, 'agencies');
    const { agencies, contactPoints } = await readDirectory(db);
    const own = agencies.filter(({ id }) => mayEdit(editor, id));
    if (request.query.format === 'csv') {
      const rows = own.map(({ id, name, country, type }) => [id, name, country, t(`codes:agencyType.${type}`)]);
      return sendCsv(reply, 'agencies', [['id', ...headOf(t)], ...rows]);
    }
    const page = pageIn(request.query.page, own.length);
    const body = <Agencies agencies={own} page={page} points={contactPoints} />;
    return showPage(request, reply, { title: t('everywhere:nav.agencies'), desk: 'agencies', body });
  });

  app.get<{ Params: { id: string } }>('/admin/agencies/:id', (request, reply) =>
    show(request, reply, editing(request, 'agencies'), request.params.id),
  );

  app.post<{ Params: { id: string } }>('/admin/agencies/:id', (request, reply) => {
    const now = editing(request, 'agencies');
    const { id } = request.params;
    return saveDirectoryForm(reply, {
      ...{ form: readForm(agencyForm, request.body), formValues: readFormValues(request.body), t: now.t },
      to: `/admin/agencies/${id}?saved`,
      save: ({ version, ...agency }) =>
        administer(deps, now.editor, { type: 'change-agency', agency: { id, ...agency } }, version),
      again: (refused) => show(request, reply, now, id, refused),
    });
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { editor }: EditingContext,
    id: string,
    refused?: Refused,
  ): Promise<FastifyReply> {
    const agency = await readAgency(db, id);
    if (agency === undefined || !mayEdit(editor, id)) return notFound(reply);
    const [directory, edits] = await Promise.all([readDirectory(db), editsOf(db, id, ['agency', 'closed-day'], EDITS)]);
    const body = <OneAgency agency={agency} directory={directory} edits={edits} />;
    return showPage(request, reply, { title: agency.name, desk: 'agencies', ...refused, body });
  }
}

function headOf(t: EditingContext['t']): string[] {
  return [t('administrator:name'), t('everywhere:column.country'), t('administrator:type')];
}

interface AgenciesProps {
  agencies: readonly Agency[];
  page: NumberedPage;
  points: readonly ContactPoint[];
}

function Agencies({ agencies, page, points }: AgenciesProps) {
  const { t, language } = useViewer();
  return (
    <ListLayout title={t('everywhere:nav.agencies')}>
      <Table
        caption={t('everywhere:nav.agencies')}
        rows={agencies.slice(page.from, page.to)}
        empty={t('administrator:agency.none')}
        columns={[
          {
            ...{ key: 'name', title: t('administrator:name') },
            cell: ({ id, name }) => <a href={`/admin/agencies/${id}`}>{name}</a>,
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
}

function OneAgency({ agency, directory, edits }: OneAgencyProps) {
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
      <Changes edits={edits} />
    </>
  );
}
