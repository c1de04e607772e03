/** The page of one contact point: all its fields, and when they were last confirmed. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayEdit } from '../../../domain/administration/editor.ts';
import { versionOf } from '../../../domain/audit/version.ts';
import {
  type Agency,
  type ContactPoint,
  type Directory,
  agency as findAgency,
} from '../../../domain/routing/directory.ts';
import { NO_COUNTRY } from '../../../domain/routing/registry.ts';
import { readDirectory } from '../../../prisma/store/directory.ts';
import { type Edit, editsOf, readContactPoint } from '../../../prisma/store/directory-edit.ts';
import { administer } from '../../directory/administer.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import { countryOptions } from '../../i18n/country-list.ts';
import { labelled } from '../../i18n/labelled.ts';
import { readForm } from '../form-fields.ts';
import { readFormValues, showPage } from '../page.tsx';
import { DateAndTime } from '../parts/due.tsx';
import { Form, Input, Select, Submit } from '../parts/form.tsx';
import { SavedNotice } from '../parts/notice.tsx';
import { Tag } from '../parts/tag.tsx';
import { useViewer } from '../viewer.ts';
import { Changes } from './changes.tsx';
import { type EditingContext, editingContext } from './editor.ts';
import { newPointForm, pointForm } from './fields.ts';
import { PointFields } from './point-fields.tsx';
import { notFound, type Refused, saveDirectoryForm } from './save.ts';

const EDITS = 10;
type OfPoint = { Params: { id: string } };

/** Registers the pages of contact points. */
export function contactPointPages(app: FastifyInstance, deps: HttpDependencies): void {
  const { db } = deps;
  app.get<OfPoint>('/admin/contact-points/:id', (request, reply) =>
    show(request, reply, editingContext(request, 'agencies'), request.params.id),
  );

  app.post<OfPoint>('/admin/contact-points/:id', (request, reply) => {
    const now = editingContext(request, 'agencies');
    const { id } = request.params;
    return saveDirectoryForm(reply, {
      ...{ form: readForm(pointForm, request.body), formValues: readFormValues(request.body), t: now.t },
      to: `/admin/contact-points/${id}?saved`,
      save: ({ version, ...point }) =>
        administer(deps, now.editor, { type: 'change-contact-point', point: { id, ...whole(point) } }, version),
      again: (refused) => show(request, reply, now, id, refused),
    });
  });

  app.post<OfPoint>('/admin/contact-points/:id/verify', (request, reply) => {
    const now = editingContext(request, 'agencies');
    const { id } = request.params;
    return saveDirectoryForm(reply, {
      ...{ form: { value: id }, formValues: {}, t: now.t, to: `/admin/contact-points/${id}?saved` },
      save: (pointId) => administer(deps, now.editor, { type: 'verify-contact-point', id: pointId }),
      again: (refused) => show(request, reply, now, id, refused),
    });
  });

  for (const change of ['disable', 'enable'] as const) {
    app.post<OfPoint>(`/admin/contact-points/:id/${change}`, (request, reply) => {
      const now = editingContext(request, 'agencies');
      const { id } = request.params;
      return saveDirectoryForm(reply, {
        ...{ form: { value: id }, formValues: {}, t: now.t, to: `/admin/contact-points/${id}` },
        save: (pointId) => administer(deps, now.editor, { type: `${change}-contact-point`, id: pointId }),
        again: (refused) => show(request, reply, now, id, refused),
      });
    });
  }

  app.get<OfPoint>('/admin/agencies/:id/contact-points/new', (request, reply) =>
    showNew(request, reply, editingContext(request, 'agencies'), request.params.id),
  );

  app.post<OfPoint>('/admin/agencies/:id/contact-points/new', (request, reply) => {
    const now = editingContext(request, 'agencies');
    const { id: agencyId } = request.params;
    return saveDirectoryForm(reply, {
      ...{ form: readForm(newPointForm, request.body), formValues: readFormValues(request.body), t: now.t },
      to: `/admin/agencies/${agencyId}?saved`,
      save: ({ id, country, ...point }) =>
        administer(deps, now.editor, { type: 'add-contact-point', point: { id, agencyId, country, ...whole(point) } }),
      again: (refused) => showNew(request, reply, now, agencyId, refused),
    });
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { editor }: EditingContext,
    id: string,
    refused?: Refused,
  ): Promise<FastifyReply> {
    const point = await readContactPoint(db, id);
    if (point === undefined || !mayEdit(editor, point.agencyId)) return notFound(reply);
    const [directory, edits] = await Promise.all([readDirectory(db), editsOf(db, id, ['contact-point'], EDITS)]);
    const body = <OnePoint point={point} directory={directory} edits={edits} />;
    return showPage(request, reply, { title: point.name, desk: 'agencies', ...refused, body });
  }

  async function showNew(
    request: FastifyRequest,
    reply: FastifyReply,
    { editor, t }: EditingContext,
    agencyId: string,
    refused?: Refused,
  ): Promise<FastifyReply> {
    const directory = await readDirectory(db);
    const agency = findAgency(directory, agencyId);
    if (agency === undefined || !mayEdit(editor, agencyId)) return notFound(reply);
    const body = <NewPoint agency={agency} directory={directory} />;
    return showPage(request, reply, { title: t('administrator:point.add'), desk: 'agencies', ...refused, body });
  }
}

/** Fields that were left empty are not there. */
function whole<T extends Emptiable>(point: T) {
  const { dutyEmail, deputyId, calendar, capacity, drillDays, ...rest } = point;
  return {
    ...rest,
    ...(dutyEmail && { dutyEmail }),
    ...(deputyId && { deputyId }),
    ...(calendar && { calendar }),
    ...(capacity !== undefined && { capacity }),
    ...(drillDays !== undefined && { drillDays }),
  };
}

interface Emptiable {
  dutyEmail?: string | undefined;
  deputyId?: string | undefined;
  calendar?: string | undefined;
  capacity?: number | undefined;
  drillDays?: number | undefined;
}

interface OnePointProps {
  point: ContactPoint;
  directory: Directory;
  edits: readonly Edit[];
}

function OnePoint({ point, directory, edits }: OnePointProps) {
  const { t } = useViewer();
  const { id, name, agencyId, verifiedAt, disabled = false } = point;
  return (
    <>
      <SavedNotice />
      <a class="govuk-back-link" href={`/admin/agencies/${agencyId}`}>
        {findAgency(directory, agencyId)?.name ?? agencyId}
      </a>
      <h1 class="govuk-heading-l">{name}</h1>
      {disabled && (
        <p class="govuk-body">
          <Tag colour="grey">{t('administrator:agency.disabled')}</Tag>
        </p>
      )}
      <p class="govuk-body">
        {labelled(t, t('administrator:point.verified'), '')}
        <DateAndTime at={verifiedAt} />
      </p>
      <Form action={`/admin/contact-points/${id}/verify`}>
        <Submit kind="secondary">{t('administrator:point.verify')}</Submit>
      </Form>
      <Form action={`/admin/contact-points/${id}`} hidden={{ version: versionOf(point) }}>
        <PointFields point={point} agencyId={agencyId} directory={directory} />
        <Submit>{t('everywhere:save')}</Submit>
      </Form>
      <Form action={`/admin/contact-points/${id}/${disabled ? 'enable' : 'disable'}`}>
        <p class="govuk-body desk-no-print">
          {t(disabled ? 'registry:point.enable-hint' : 'registry:point.disable-hint')}
        </p>
        <Submit kind="secondary">{t(disabled ? 'registry:point.enable' : 'registry:point.disable')}</Submit>
      </Form>
      <Changes edits={edits} />
    </>
  );
}

function NewPoint({ agency, directory }: { agency: Agency; directory: Directory }) {
  const { t, language } = useViewer();
  return (
    <>
      <a class="govuk-back-link" href={`/admin/agencies/${agency.id}`}>
        {agency.name}
      </a>
      <h1 class="govuk-heading-l">{t('administrator:point.add')}</h1>
      <Form action={`/admin/agencies/${agency.id}/contact-points/new`}>
        <Input name="id" label={t('administrator:id')} hint={t('administrator:id-hint')} width={20} />
        <Select
          name="country"
          label={t('everywhere:column.country')}
          value={agency.country ?? NO_COUNTRY}
          options={[
            { value: NO_COUNTRY, label: t('codes:agencyType.international-organisation') },
            ...countryOptions(language),
          ]}
        />
        <PointFields agencyId={agency.id} directory={directory} />
        <Submit>{t('everywhere:save')}</Submit>
      </Form>
    </>
  );
}
