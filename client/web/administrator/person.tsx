/** Changes to one person: details, roles at each agency, sign-in accounts and sessions, and their removal. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Editor, mayChange, mayEdit, maySee } from '../../../domain/administration/editor.ts';
import { readDirectory } from '../../../prisma/store/directory.ts';
import { editsOf } from '../../../prisma/store/directory-edit.ts';
import { identitiesOf } from '../../../prisma/store/identities.ts';
import { findPerson, type KnownPerson } from '../../../prisma/store/people.ts';
import { countSessions } from '../../../prisma/store/people-edit.ts';
import { type Administered, administer } from '../../directory/administer.ts';
import { type LeftWork, workLeftBy } from '../../directory/open-work.ts';
import { endSessions } from '../../directory/sessions.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import { type ParsedForm, readForm } from '../form-fields.ts';
import { readFormValues, showPage } from '../page.tsx';
import { Confirm } from './confirm.tsx';
import { type EditingContext, editingContext } from './editor.ts';
import { emptyForm, identityForm, personForm, rolesForm, takenIdentity } from './fields.ts';
import { OpenWorkTables } from './open-work.tsx';
import { PersonPage } from './person-page.tsx';
import { notFound, type Refused, saveDirectoryForm } from './save.ts';

const EDITS = 10;
type OfPerson = { Params: { id: string } };
type ToConfirm = 'deactivate' | 'end-sessions' | 'take-identity' | 'pseudonymise';

/** Registers the pages of one person. */
export function personPages(app: FastifyInstance, deps: HttpDependencies): void {
  const { db } = deps;
  app.get<OfPerson>('/admin/people/:id', (request, reply) => show(request, reply, editingContext(request, 'people')));

  posted('', personForm, (now, id, { version, ...details }) =>
    administer(deps, now.editor, { type: 'change-person', person: { id, ...details } }, version),
  );
  posted('/roles', rolesForm, (now, personId, { version, ...at }) =>
    administer(deps, now.editor, { type: 'set-roles', personId, ...at }, version),
  );
  posted('/identities', identityForm, (now, personId, given) =>
    administer(deps, now.editor, { type: 'add-account', account: { personId, ...given } }),
  );
  confirmed('take-identity', takenIdentity, (now, personId, taken) =>
    administer(deps, now.editor, { type: 'remove-account', account: { personId, ...taken } }),
  );
  confirmed('end-sessions', emptyForm, async (now, personId) => {
    await endSessions(deps, now.editor, personId);
    return { outcome: 'applied' };
  });
  confirmed('deactivate', emptyForm, (now, personId) =>
    administer(deps, now.editor, { type: 'deactivate-person', personId }),
  );
  confirmed('pseudonymise', emptyForm, (now, personId) =>
    administer(deps, now.editor, { type: 'pseudonymise-person', personId }),
  );

  function posted<T>(
    path: string,
    schema: Parameters<typeof readForm<T>>[0],
    save: (now: EditingContext, id: string, value: T) => Promise<Administered>,
  ): void {
    // The details of a person give no right.
    app.post<OfPerson>(`/admin/people/:id${path}`, { config: { stepUp: path !== '' } }, (request, reply) =>
      saved(request, reply, readForm(schema, request.body), save),
    );
  }

  /** Asked about by a page of its own first. */
  function confirmed<T>(
    what: ToConfirm,
    schema: Parameters<typeof readForm<T>>[0],
    save: (now: EditingContext, id: string, value: T) => Promise<Administered>,
  ): void {
    app.get<OfPerson>(`/admin/people/:id/${what}`, async (request, reply) => {
      const { editor, t } = editingContext(request, 'people');
      const person = await findPerson(db, request.params.id);
      if (person === undefined || !maySee(editor, person)) return notFound(reply);
      const { name } = person;
      const [title, text] = [t(`people:confirm.${what}`, { name }), t(`people:confirm.text.${what}`)];
      const back = `/admin/people/${encodeURIComponent(person.id)}`;
      const hidden = Object.fromEntries(new URLSearchParams(request.url.split('?')[1] ?? ''));
      const left = what === 'deactivate' ? await workOf(editor, person) : undefined;
      const body = (
        <Confirm {...{ title, text, back, hidden, does: title, action: `${back}/${what}` }}>
          <OpenWorkTables left={left} of="person" />
        </Confirm>
      );
      return showPage(request, reply, { title, desk: 'people', body });
    });
    // Ending sessions must be quick: a session may have leaked.
    app.post<OfPerson>(`/admin/people/:id/${what}`, { config: { stepUp: what !== 'end-sessions' } }, (request, reply) =>
      saved(request, reply, readForm(schema, request.body), save),
    );
  }

  async function workOf(editor: Editor, person: KnownPerson): Promise<LeftWork[] | undefined> {
    const edit = { type: 'deactivate-person', personId: person.id } as const;
    const roles = person.memberships
      .filter(({ agencyId }) => mayEdit(editor, agencyId))
      .map((each) => ({ agencyId: each.agencyId, before: each.roles, after: [] }));
    return workLeftBy(db, edit, { roles });
  }

  function saved<T>(
    request: FastifyRequest<OfPerson>,
    reply: FastifyReply,
    form: ParsedForm<T>,
    save: (now: EditingContext, id: string, value: T) => Promise<Administered>,
  ): Promise<FastifyReply> {
    const now = editingContext(request, 'people');
    const { id } = request.params;
    return saveDirectoryForm(reply, {
      ...{
        form,
        formValues: readFormValues(request.body),
        t: now.t,
        to: `/admin/people/${encodeURIComponent(id)}?saved`,
      },
      save: (value) => save(now, id, value),
      again: (refused) => show(request, reply, now, refused),
    });
  }

  async function show(
    request: FastifyRequest<OfPerson>,
    reply: FastifyReply,
    { editor }: EditingContext,
    refused?: Refused,
  ): Promise<FastifyReply> {
    const { id } = request.params;
    const person = await findPerson(db, id);
    if (person === undefined || !maySee(editor, person)) return notFound(reply);
    const [{ agencies }, identities, sessions, edits] = await Promise.all([
      readDirectory(db),
      identitiesOf(db, id),
      countSessions(db, id),
      editsOf(db, id, ['person', 'roles', 'identity', 'sessions'], EDITS),
    ]);
    const body = (
      <PersonPage
        {...{ person, identities, sessions, edits, mayChange: mayChange(editor, person) }}
        agencies={agencies.filter((each) => mayEdit(editor, each.id))}
      />
    );
    return showPage(request, reply, { title: person.name, desk: 'people', ...refused, body });
  }
}
