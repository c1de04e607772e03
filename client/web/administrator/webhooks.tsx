/** Webhooks of the administrator's agency: proposed, removed, given secrets, and enabled again. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { v4 as uuidv4 } from 'uuid';
import { webhooksOf } from '../../../prisma/store/webhooks.ts';
import { administer } from '../../directory/administer.ts';
import { enableWebhook, ownWebhook, renewSecret } from '../../directory/webhooks.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import { readForm } from '../form-fields.ts';
import { readFormValues, redirectAfterPost, showPage } from '../page.tsx';
import { Confirm } from './confirm.tsx';
import { type EditingContext, editingContext } from './editor.ts';
import { webhookForm } from './fields.ts';
import { type Refused, saveDirectoryForm } from './save.ts';
import { SecretPage, WebhooksPage } from './webhooks-page.tsx';

type OfId = { Params: { id: string } };

const ADDRESS = '/admin/webhooks';

/** Registers the pages of webhooks. */
export function webhookPages(app: FastifyInstance, deps: HttpDependencies): void {
  const { db } = deps;
  app.get(ADDRESS, (request, reply) => show(request, reply, editingContext(request, 'webhooks')));

  app.post(ADDRESS, (request, reply) => {
    const now = editingContext(request, 'webhooks');
    const { agencyId } = now.editor.person;
    return saveDirectoryForm(reply, {
      ...{ form: readForm(webhookForm, request.body), formValues: readFormValues(request.body), t: now.t },
      to: ADDRESS,
      save: ({ url, events: kinds }) =>
        administer(deps, now.editor, { type: 'add-webhook', webhook: { id: uuidv4(), agencyId, url, kinds } }),
      again: (refused) => show(request, reply, now, refused),
    });
  });

  app.get<OfId>(`${ADDRESS}/:id/remove`, async (request, reply) => {
    const { t, editor } = editingContext(request, 'webhooks');
    const { id, url } = await ownWebhook(db, editor.person, request.params.id);
    const title = t('integration:webhooks.remove', { url });
    const texts = { title, text: t('integration:webhooks.remove-text'), does: t('everywhere:remove') };
    const body = <Confirm {...texts} action={`${ADDRESS}/${id}/remove`} back={ADDRESS} />;
    return showPage(request, reply, { title, desk: 'webhooks', body });
  });

  app.post<OfId>(`${ADDRESS}/:id/remove`, (request, reply) => {
    const now = editingContext(request, 'webhooks');
    const { agencyId } = now.editor.person;
    return saveDirectoryForm(reply, {
      ...{ form: { value: request.params }, formValues: {}, t: now.t, to: ADDRESS },
      save: ({ id }) => administer(deps, now.editor, { type: 'remove-webhook', webhook: { id, agencyId } }),
      again: (refused) => show(request, reply, now, refused),
    });
  });

  // The answer shows the secret, so there is no redirect. A reload asks before it makes another one.
  app.post<OfId>(`${ADDRESS}/:id/secret`, { config: { stepUp: true } }, async (request, reply) => {
    const { t, editor } = editingContext(request, 'webhooks');
    const { url } = await ownWebhook(db, editor.person, request.params.id);
    const secret = await renewSecret(deps, editor.person, request.params.id);
    const title = t('integration:webhooks.secret-title');
    return showPage(request, reply, { title, desk: 'webhooks', body: <SecretPage {...{ title, url, secret }} /> });
  });

  app.post<OfId>(`${ADDRESS}/:id/enable`, async (request, reply) => {
    await enableWebhook(deps, editingContext(request, 'webhooks').editor.person, request.params.id);
    return redirectAfterPost(reply, `${ADDRESS}?enabled`);
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { editor, t }: EditingContext,
    refused?: Refused,
  ): Promise<FastifyReply> {
    const body = <WebhooksPage webhooks={await webhooksOf(db, editor.person.agencyId)} />;
    return showPage(request, reply, { title: t('everywhere:nav.webhooks'), desk: 'webhooks', ...refused, body });
  }
}
