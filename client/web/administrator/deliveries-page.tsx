/** The list of messages to webhooks as a table, with its filters and the results in words. */

import { DELIVERY_FAILURES, DELIVERY_STATUSES, type DeliveryStatus } from '../../../domain/webhooks.ts';
import type { ListedDelivery } from '../../../prisma/store/webhook-deliveries.ts';
import type { ListedWebhook } from '../../../prisma/store/webhooks.ts';
import { formatInstant } from '../../i18n/dates.ts';
import { english } from '../../i18n/english.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { MOST_COUNTED } from '../../queries/list.ts';
import type { DeliveryPage } from '../../queries/webhook-deliveries.ts';
import { DateAndTime } from '../parts/due.tsx';
import { FilterForm } from '../parts/filter-form.tsx';
import { Form, Select, Submit } from '../parts/form.tsx';
import { ListFoot } from '../parts/list-foot.tsx';
import { Notice } from '../parts/notice.tsx';
import { Table, withQuery } from '../parts/table.tsx';
import { Tag } from '../parts/tag.tsx';
import { useViewer } from '../viewer.ts';

interface Props {
  /** The path of the page. */
  address: string;
  webhooks: readonly ListedWebhook[];
  page: DeliveryPage;
  /** The filters. */
  webhook: string | undefined;
  status: DeliveryStatus | undefined;
  /** Whether a message to the webhook, or to any without this filter, has failed. */
  hasFailed: boolean;
  sentAgain: number | undefined;
}

/** The page that lists messages. */
export function DeliveriesPage({ address, webhooks, page, webhook, status, hasFailed, sentAgain }: Props) {
  const { t, address: here } = useViewer();
  const { rows, total, next } = page;
  const title = t('integration:webhooks.deliveries');
  const back = withQuery(here, { 'sent-again': undefined });
  const again = new URLSearchParams({ ...(webhook && { webhook }), back });
  return (
    <>
      {sentAgain !== undefined && (
        <Notice title={t('everywhere:done.title')} good>
          {t('integration:webhooks.sent-again', { count: sentAgain })}
        </Notice>
      )}
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        <a class="govuk-link" href="/admin/webhooks">
          {t('integration:webhooks.back')}
        </a>
      </p>
      <Filters {...{ address, webhooks, webhook, status }} />
      {hasFailed && (
        <a class="govuk-button govuk-button--secondary" draggable={false} href={`${address}/send-again?${again}`}>
          {t('integration:webhooks.again-all')}
        </a>
      )}
      <Deliveries {...{ address, webhooks, rows, back }} isFiltered={webhook !== undefined || status !== undefined} />
      <ListFoot
        next={next}
        total={
          total > MOST_COUNTED
            ? t('integration:webhooks.more-than', { number: MOST_COUNTED })
            : t('integration:webhooks.total', { count: total })
        }
      />
    </>
  );
}

function Filters({ address, webhooks, webhook, status }: Pick<Props, 'address' | 'webhooks' | 'webhook' | 'status'>) {
  const { t } = useViewer();
  const any = t('everywhere:list.any');
  return (
    <FilterForm action={address}>
      <Select
        name="webhook"
        label={t('integration:webhooks.url')}
        value={webhook}
        empty={any}
        options={webhooks.map(({ id, url }) => ({ value: id, label: url }))}
      />
      <Select
        name="status"
        label={t('integration:webhooks.state')}
        value={status}
        empty={any}
        options={DELIVERY_STATUSES.map((value) => ({ value, label: t(`integration:webhooks.status.${value}`) }))}
      />
    </FilterForm>
  );
}

interface ListProps extends Pick<Props, 'address' | 'webhooks'> {
  rows: readonly ListedDelivery[];
  /** This page, where sending again leads back to. */
  back: string;
  isFiltered: boolean;
}

function Deliveries({ address, webhooks, rows, back, isFiltered }: ListProps) {
  const { t } = useViewer();
  const urlOf = new Map(webhooks.map(({ id, url }) => [id, url]));
  return (
    <Table
      caption={t('integration:webhooks.deliveries')}
      rows={rows}
      empty={t(isFiltered ? 'integration:webhooks.none-fits' : 'integration:webhooks.no-deliveries')}
      columns={[
        {
          ...{ key: 'at', title: t('integration:webhooks.decided') },
          cell: ({ decidedAt }) => <DateAndTime at={decidedAt.toISOString()} />,
        },
        { key: 'reference', title: t('everywhere:column.reference'), cell: ({ reference }) => reference },
        { key: 'event', title: t('integration:webhooks.event'), cell: ({ event }) => eventName(event, t) },
        {
          key: 'url',
          title: t('integration:webhooks.url'),
          cell: ({ webhookId }) => urlOf.get(webhookId) ?? '',
        },
        {
          ...{ key: 'result', title: t('integration:webhooks.result') },
          cell: (delivery) => <Result delivery={delivery} />,
        },
        {
          ...{ key: 'again', title: t('integration:webhooks.again'), action: true },
          cell: ({ id, reference }) => (
            <Form action={`${address}/${id}/send-again`} hidden={{ back }}>
              <Submit kind="secondary">
                {t('integration:webhooks.again')} <span class="govuk-visually-hidden">{reference}</span>
              </Submit>
            </Form>
          ),
        },
      ]}
    />
  );
}

type EventName = keyof typeof english.events;

/** The name of an event; the code of one that this version does not know. */
export function eventName(event: string, t: Translate): string {
  const known = Object.keys(english.events).find((each): each is EventName => each === event);
  return known ? t(`events:${known}`) : event;
}

/** The result of an attempt in words: the HTTP status, or why there was no answer and what to do. */
export function resultText(result: string | null, t: Translate): string {
  const failure = DELIVERY_FAILURES.find((known) => known === result);
  if (failure) return t(`integration:webhooks.failure.${failure}`);
  return result === null ? '' : t('integration:webhooks.http', { status: result });
}

function Result({ delivery: { status, result, tries, dueAt } }: { delivery: ListedDelivery }) {
  const { t, language, zone } = useViewer();
  const colour = status === 'sent' ? 'green' : status === 'failed' ? 'red' : 'yellow';
  const details = [
    ...(tries > 0 ? [t('integration:webhooks.tries', { count: tries })] : []),
    ...(status === 'waiting' && tries > 0
      ? [t('integration:webhooks.next', { at: formatInstant(dueAt.toISOString(), language, zone) })]
      : []),
  ];
  return (
    <>
      <Tag colour={colour}>{t(`integration:webhooks.status.${status}`)}</Tag> {details.join(', ')}
      {result !== null && <div class="desk-quiet">{resultText(result, t)}</div>}
    </>
  );
}
