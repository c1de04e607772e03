/** Messages to the webhooks of the administrator's agency: listed, and sent again, one by one or all that failed. */

import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { DELIVERY_STATUSES } from '../../../domain/webhooks.ts';
import { countDeliveries, type DeliveryFilter, type ListedDelivery } from '../../../prisma/store/webhook-deliveries.ts';
import { type ListedWebhook, webhooksOf } from '../../../prisma/store/webhooks.ts';
import { parse } from '../../contract/parse.ts';
import { sendAgain, sendFailedAgain } from '../../directory/webhooks.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { withoutEmpty } from '../../queries/list-address.ts';
import { deliveriesWithTotal, pageOfDeliveries } from '../../queries/webhook-deliveries.ts';
import { type Cell, streamCsv } from '../csv.ts';
import { redirectAfterPost, showPage } from '../page.tsx';
import { everyPage } from '../parts/every-page.ts';
import { listAddressIn } from '../referral/return-address.ts';
import { useViewer } from '../viewer.ts';
import { Confirm } from './confirm.tsx';
import { DeliveriesPage, eventName, resultText } from './deliveries-page.tsx';
import { editingContext } from './editor.ts';

const ADDRESS = '/admin/webhooks/deliveries';
/** Rows of one page, and of one query for a file. */
const LISTED = 50;
const FILE_LIMIT = 500;

const id = z.uuid();
const address = z.object({
  webhook: id.exactOptional(),
  status: z.enum(DELIVERY_STATUSES).exactOptional(),
  cursor: z.string().max(500).exactOptional(),
  format: z.literal('csv').exactOptional(),
  /** The number of messages that the last form sent again. */
  'sent-again': z.coerce.number().int().nonnegative().exactOptional(),
});

const params = z.object({ id });
const form = z.object({ webhook: id.exactOptional(), back: z.string().exactOptional() });

/** Registers the list of messages to webhooks. */
export function deliveryPages(app: FastifyInstance, deps: HttpDependencies): void {
  const { db } = deps;

  app.get(ADDRESS, async (request, reply) => {
    const { editor, t } = editingContext(request, 'webhooks');
    const { agencyId } = editor.person;
    const asked = parse(address, withoutEmpty(request.query));
    const { webhook, status, cursor, format } = asked;
    const ofWebhook = { agencyId, ...(webhook && { webhookId: webhook }) };
    const filter: DeliveryFilter = { ...ofWebhook, ...(status && { status }) };
    const webhooks = await webhooksOf(db, agencyId);
    if (format === 'csv') return sendList(reply, deps, filter, { webhooks, t });
    const [page, failed] = await Promise.all([
      deliveriesWithTotal(deps, filter, { limit: LISTED, ...(cursor && { cursor }) }),
      countDeliveries(db, { ...ofWebhook, status: 'failed' }, 1),
    ]);
    const body = (
      <DeliveriesPage
        {...{ webhooks, page, webhook, status, address: ADDRESS }}
        hasFailed={failed > 0}
        sentAgain={asked['sent-again']}
      />
    );
    return showPage(request, reply, { title: t('integration:webhooks.deliveries'), desk: 'webhooks', body });
  });

  app.get(`${ADDRESS}/send-again`, async (request, reply) => {
    const { editor, t } = editingContext(request, 'webhooks');
    const { agencyId } = editor.person;
    const { webhook, back: given } = parse(form, withoutEmpty(request.query));
    const back = listAddressIn(given) ?? ADDRESS;
    const webhooks = await webhooksOf(db, agencyId);
    const count = await countDeliveries(db, { agencyId, ...(webhook && { webhookId: webhook }), status: 'failed' });
    const title = t('integration:webhooks.again-all');
    const url = webhooks.find((each) => each.id === webhook)?.url ?? t('integration:webhooks.every');
    const texts = { title, text: t('integration:webhooks.again-all-text', { count, url }), does: title };
    const hidden = { back, ...(webhook && { webhook }) };
    const body =
      count === 0 ? (
        <NothingFailed back={back} />
      ) : (
        <Confirm {...texts} action={`${ADDRESS}/send-again`} hidden={hidden} back={back} harmless />
      );
    return showPage(request, reply, { title, desk: 'webhooks', body });
  });

  app.post(`${ADDRESS}/send-again`, async (request, reply) => {
    const { person } = editingContext(request, 'webhooks').editor;
    const { webhook, back } = parse(form, withoutEmpty(request.body));
    return redirectAfterPost(reply, addressAfter(back, await sendFailedAgain(deps, person, webhook)));
  });

  app.post(`${ADDRESS}/:id/send-again`, async (request, reply) => {
    const { person } = editingContext(request, 'webhooks').editor;
    const { back } = parse(form, withoutEmpty(request.body));
    await sendAgain(deps, person, parse(params, request.params).id);
    return redirectAfterPost(reply, addressAfter(back, 1));
  });
}

/** The page of the list that the person left, with the number of messages that are sent again. */
function addressAfter(back: string | undefined, sent: number): string {
  const list = listAddressIn(back) ?? ADDRESS;
  return `${list}${list.includes('?') ? '&' : '?'}sent-again=${sent}`;
}

function sendList(
  reply: FastifyReply,
  deps: HttpDependencies,
  filter: DeliveryFilter,
  { webhooks, t }: { webhooks: readonly ListedWebhook[]; t: Translate },
): Promise<FastifyReply> {
  const urlOf = new Map(webhooks.map(({ id: of, url }) => [of, url]));
  const lineOf = ({ decidedAt, reference, event, webhookId, status, result, tries }: ListedDelivery): Cell[] => [
    ...[decidedAt.toISOString(), reference, eventName(event, t), urlOf.get(webhookId)],
    ...[t(`integration:webhooks.status.${status}`), resultText(result, t), tries],
  ];
  const pages = everyPage((cursor) => pageOfDeliveries(deps, filter, { limit: FILE_LIMIT, ...(cursor && { cursor }) }));
  const head = [
    ...[t('integration:webhooks.decided'), t('everywhere:column.reference'), t('integration:webhooks.event')],
    ...[t('integration:webhooks.url'), t('integration:webhooks.state'), t('integration:webhooks.result')],
    t('integration:webhooks.attempts'),
  ];
  return streamCsv(reply, 'webhooks', { head, pages, lines: (rows) => rows.map(lineOf) });
}

function NothingFailed({ back }: { back: string }) {
  const { t } = useViewer();
  return (
    <>
      <a class="govuk-back-link" href={back}>
        {t('integration:webhooks.deliveries')}
      </a>
      <h1 class="govuk-heading-l">{t('integration:webhooks.again-all')}</h1>
      <p class="govuk-body">{t('integration:webhooks.again-none')}</p>
    </>
  );
}
