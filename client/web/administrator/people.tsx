/** The list of people with their roles at each agency, and the form that adds a person. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayEdit, maySee } from '../../../domain/administration/editor.ts';
import { ROLES } from '../../../domain/people.ts';
import type { Agency } from '../../../domain/routing/directory.ts';
import { readDirectory } from '../../../prisma/store/directory.ts';
import { type KnownPerson, listPeople } from '../../../prisma/store/people.ts';
import { administer } from '../../directory/administer.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { sendCsv } from '../csv.ts';
import { readForm } from '../form-fields.ts';
import { readFormValues, showPage } from '../page.tsx';
import { FilterForm } from '../parts/filter-form.tsx';
import { Choices, Form, Input, Select, Submit } from '../parts/form.tsx';
import { ListLayout } from '../parts/list-layout.tsx';
import { type NumberedPage, pageIn } from '../parts/numbered-page.ts';
import { PageOf } from '../parts/page-of.tsx';
import { Table } from '../parts/table.tsx';
import { useViewer } from '../viewer.ts';
import { type EditingContext, editingContext } from './editor.ts';
import { newPersonForm } from './fields.ts';
import { PersonFields } from './person-fields.tsx';
import { type Refused, saveDirectoryForm } from './save.ts';

/** Registers the list of people and the form that adds one. */
export function peoplePages(app: FastifyInstance, deps: HttpDependencies): void {
  const { db } = deps;
  app.get<{ Querystring: { format?: string; agency?: string; page?: string } }>(
    '/admin/people',
    async (request, reply) => {
      const { editor, t } = editingContext(request, 'people');
      const [people, { agencies }] = await Promise.all([listPeople(db), readDirectory(db)]);
      const { agency, format } = request.query;
      const seen = people
        .filter((person) => maySee(editor, person))
        .filter((person) => !agency || isAt(person, agency));
      const nameOf = (id: string) => agencies.find((each) => each.id === id)?.name ?? id;
      if (format === 'csv') {
        const rows = seen.map((person) => [
          person.id,
          person.name,
          person.email,
          rolesOf(person, nameOf, t).join('; '),
        ]);
        const head = [t('administrator:id'), t('administrator:name'), t('administrator:email')];
        return sendCsv(reply, 'people', [[...head, t('people:roles')], ...rows]);
      }
      const own = agencies.filter(({ id }) => mayEdit(editor, id));
      const page = pageIn(request.query.page, seen.length);
      const body = <People people={seen} page={page} agencies={own} agency={agency} nameOf={nameOf} />;
      return showPage(request, reply, { title: t('everywhere:nav.people'), desk: 'people', body });
    },
  );

  app.get('/admin/people/new', (request, reply) => showNew(request, reply, editingContext(request, 'people')));

  // A new person has roles.
  app.post('/admin/people/new', { config: { stepUp: true } }, (request, reply) => {
    const now = editingContext(request, 'people');
    const formValues = readFormValues(request.body);
    return saveDirectoryForm(reply, {
      ...{ form: readForm(newPersonForm, request.body), formValues, t: now.t },
      to: `/admin/people/${encodeURIComponent(formValues['id']?.[0] ?? '')}?saved`,
      save: ({ agencyId, roles, ...person }) =>
        administer(deps, now.editor, { type: 'add-person', person, agencyId, roles }),
      again: (refused) => showNew(request, reply, now, refused),
    });
  });

  async function showNew(
    request: FastifyRequest,
    reply: FastifyReply,
    { editor, t }: EditingContext,
    refused?: Refused,
  ): Promise<FastifyReply> {
    const { agencies } = await readDirectory(db);
    const body = <NewPerson agencies={agencies.filter(({ id }) => mayEdit(editor, id))} />;
    return showPage(request, reply, { title: t('people:add'), desk: 'people', ...refused, body });
  }
}

function isAt({ memberships }: KnownPerson, agency: string): boolean {
  return memberships.some(({ agencyId }) => agencyId === agency);
}

/** A line for each agency. */
function rolesOf({ memberships }: KnownPerson, nameOf: (id: string) => string, t: Translate): string[] {
  return memberships.map(
    ({ agencyId, roles }) => `${nameOf(agencyId)}: ${roles.map((role) => t(`codes:role.${role}`)).join(', ')}`,
  );
}

interface PeopleProps {
  people: readonly KnownPerson[];
  page: NumberedPage;
  agencies: readonly Agency[];
  agency: string | undefined;
  nameOf: (id: string) => string;
}

function People({ people, page, agencies, agency, nameOf }: PeopleProps) {
  const { t } = useViewer();
  return (
    <ListLayout title={t('everywhere:nav.people')}>
      <p class="govuk-body">
        <a href="/admin/people/new">{t('people:add')}</a>
      </p>
      {agencies.length > 1 && (
        <FilterForm action="/admin/people">
          <Select
            name="agency"
            label={t('everywhere:column.agency')}
            value={agency}
            empty={t('everywhere:list.any')}
            options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </FilterForm>
      )}
      <Table
        caption={t('everywhere:nav.people')}
        rows={people.slice(page.from, page.to)}
        empty={t('people:none')}
        columns={[
          {
            ...{ key: 'name', title: t('administrator:name') },
            cell: ({ id, name }) => <a href={`/admin/people/${encodeURIComponent(id)}`}>{name}</a>,
          },
          { key: 'id', title: t('administrator:id'), cell: ({ id }) => id },
          {
            ...{ key: 'roles', title: t('people:roles') },
            cell: (person) => (
              <ul class="desk-plain-list">
                {rolesOf(person, nameOf, t).map((line) => (
                  <li>{line}</li>
                ))}
                {person.memberships.length === 0 && <li>{t('people:inactive')}</li>}
              </ul>
            ),
          },
        ]}
      />
      <PageOf page={page.number} last={page.last} />
    </ListLayout>
  );
}

function NewPerson({ agencies }: { agencies: readonly Agency[] }) {
  const { t } = useViewer();
  return (
    <div class="desk-measure">
      <h1 class="govuk-heading-l">{t('people:add')}</h1>
      <Form action="/admin/people/new">
        <Input name="id" label={t('administrator:id')} hint={t('administrator:person-id-hint')} width={20} />
        <PersonFields />
        <Select
          name="agencyId"
          label={t('everywhere:column.agency')}
          empty={t('everywhere:field.choose')}
          options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Choices
          kind="checkbox"
          name="roles"
          label={t('people:roles')}
          options={ROLES.map((value) => ({ value, label: t(`codes:role.${value}`) }))}
        />
        <Submit>{t('everywhere:save')}</Submit>
      </Form>
    </div>
  );
}
