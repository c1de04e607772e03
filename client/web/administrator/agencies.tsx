/** Agencies: all of them, and one with its contact points. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayEdit } from '../../../domain/administration/editor.ts';
import type { Agency } from '../../../domain/routing/directory.ts';
import type { Language } from '../../../domain/words/languages.ts';
import { readDirectory } from '../../../prisma/store/directory.ts';
import { editsOf, readAgency } from '../../../prisma/store/directory-edit.ts';
import { administer } from '../../directory/administer.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import { countryName } from '../../i18n/countries.ts';
import { sendCsv } from '../csv.ts';
import { readForm } from '../form-fields.ts';
import { readFormValues, showPage } from '../page.tsx';
import { pageIn } from '../parts/numbered-page.ts';
import { Agencies, NewAgency, OneAgency } from './agencies-page.tsx';
import { type EditingContext, editingContext } from './editor.ts';
import { agencyForm, newAgencyForm } from './fields.ts';
import { notFound, type Refused, saveDirectoryForm } from './save.ts';

const EDITS = 10;

/** Registers the pages of agencies. */
export function agenciesPages(app: FastifyInstance, deps: HttpDependencies): void {
  const { db } = deps;
  app.get<{ Querystring: { format?: string; page?: string } }>('/admin/agencies', async (request, reply) => {
    const { editor, t, principal } = editingContext(request, 'agencies');
    const { agencies, contactPoints } = await readDirectory(db);
    const own = agencies.filter(({ id }) => mayEdit(editor, id)).sort(byCountry(principal.language));
    if (request.query.format === 'csv') {
      const rows = own.map(({ id, name, country, type }) => [id, name, country, t(`codes:agencyType.${type}`)]);
      return sendCsv(reply, 'agencies', [['id', ...headOf(t)], ...rows]);
    }
    const page = pageIn(request.query.page, own.length);
    const body = <Agencies agencies={own} page={page} points={contactPoints} mayAdd={editor.everywhere} />;
    return showPage(request, reply, { title: t('everywhere:nav.agencies'), desk: 'agencies', body });
  });

  app.get('/admin/agencies/new', (request, reply) => showNew(request, reply, editingContext(request, 'agencies')));

  app.post('/admin/agencies/new', (request, reply) => {
    const now = editingContext(request, 'agencies');
    return saveDirectoryForm(reply, {
      ...{ form: readForm(newAgencyForm, request.body), formValues: readFormValues(request.body), t: now.t },
      to: '/admin/agencies?saved',
      save: (agency) => administer(deps, now.editor, { type: 'add-agency', agency: { ...agency, excludes: [] } }),
      again: (refused) => showNew(request, reply, now, refused),
    });
  });

  for (const status of ['disable', 'enable'] as const) {
    app.post<{ Params: { id: string } }>(`/admin/agencies/:id/${status}`, (request, reply) => {
      const now = editingContext(request, 'agencies');
      const { id } = request.params;
      return saveDirectoryForm(reply, {
        ...{ form: { value: id }, formValues: {}, t: now.t, to: `/admin/agencies/${id}?saved` },
        save: (agencyId) => administer(deps, now.editor, { type: `${status}-agency`, id: agencyId }),
        again: (refused) => show(request, reply, now, id, refused),
      });
    });
  }

  app.get<{ Params: { id: string } }>('/admin/agencies/:id', (request, reply) =>
    show(request, reply, editingContext(request, 'agencies'), request.params.id),
  );

  app.post<{ Params: { id: string } }>('/admin/agencies/:id', (request, reply) => {
    const now = editingContext(request, 'agencies');
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
    const body = <OneAgency {...{ agency, directory, edits }} mayDisable={editor.everywhere && !agency.coordinating} />;
    return showPage(request, reply, { title: agency.name, desk: 'agencies', ...refused, body });
  }

  async function showNew(
    request: FastifyRequest,
    reply: FastifyReply,
    { editor, t }: EditingContext,
    refused?: Refused,
  ): Promise<FastifyReply> {
    if (!editor.everywhere) return notFound(reply);
    return showPage(request, reply, {
      title: t('administrator:agency.add'),
      desk: 'agencies',
      ...refused,
      body: <NewAgency />,
    });
  }
}

function headOf(t: EditingContext['t']): string[] {
  return [t('administrator:name'), t('everywhere:column.country'), t('administrator:type')];
}

/** In the order of the names that the page shows; agencies without a country come last. */
function byCountry(language: Language): (one: Agency, other: Agency) => number {
  const nameOf = ({ country }: Agency) => (country ? countryName(language, country) : '\u{10FFFF}');
  return (one, other) =>
    nameOf(one).localeCompare(nameOf(other), language) || one.name.localeCompare(other.name, language);
}
