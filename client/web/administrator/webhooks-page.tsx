/** Webhooks as a table, with a form to propose one; and the page that shows a new secret once. */

import { WEBHOOK_KINDS } from '../../../domain/webhooks.ts';
import type { ListedWebhook } from '../../../prisma/store/webhooks.ts';
import { formatInstant } from '../../i18n/dates.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { withSemicolons } from '../../i18n/with-semicolons.ts';
import { Choices, Form, Input, Submit } from '../parts/form.tsx';
import { Notice } from '../parts/notice.tsx';
import { Table } from '../parts/table.tsx';
import { Tag } from '../parts/tag.tsx';
import { useViewer } from '../viewer.ts';

/** The page of webhooks. */
export function WebhooksPage({ webhooks }: { webhooks: readonly ListedWebhook[] }) {
  const { t } = useViewer();
  return (
    <>
      <DoneNotice />
      <h1 class="govuk-heading-l">{t('everywhere:nav.webhooks')}</h1>
      <p class="govuk-body">{t('integration:webhooks.what-for')}</p>
      <Table
        caption={t('everywhere:nav.webhooks')}
        rows={webhooks}
        empty={t('integration:webhooks.none')}
        columns={[
          { key: 'url', title: t('integration:webhooks.url'), cell: ({ url }) => url },
          { key: 'kinds', title: t('integration:webhooks.kinds'), cell: ({ kinds }) => kindNames(kinds, t) },
          {
            ...{ key: 'state', title: t('integration:webhooks.state') },
            cell: (webhook) => <State webhook={webhook} />,
          },
          {
            ...{ key: 'secret', title: t('integration:webhooks.secret') },
            cell: (webhook) => <Secret webhook={webhook} />,
          },
          {
            ...{ key: 'remove', title: t('everywhere:remove'), action: true },
            cell: ({ id, url }) => (
              <a href={`/admin/webhooks/${id}/remove`}>
                {t('everywhere:remove')} <span class="govuk-visually-hidden">{url}</span>
              </a>
            ),
          },
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href="/admin/webhooks/deliveries">
          {t('integration:webhooks.deliveries')}
        </a>
      </p>
      <h2 class="govuk-heading-m">{t('integration:webhooks.add')}</h2>
      <Form action="/admin/webhooks">
        <Input name="url" label={t('integration:webhooks.url')} hint={t('integration:webhooks.url-hint')} width={20} />
        <Choices
          kind="checkbox"
          name="events"
          label={t('integration:webhooks.kinds')}
          options={WEBHOOK_KINDS.map((value) => ({ value, label: t(`integration:webhooks.kind.${value}`) }))}
        />
        <Submit>{t('integration:webhooks.propose')}</Submit>
      </Form>
    </>
  );
}

function kindNames(kinds: ListedWebhook['kinds'], t: Translate): string {
  return withSemicolons(
    kinds.map((kind) => t(`integration:webhooks.kind.${kind}`)),
    t,
  );
}

function DoneNotice() {
  const { t, address } = useViewer();
  if (!new URL(address, 'http://localhost').searchParams.has('enabled')) return null;
  return (
    <Notice title={t('everywhere:done.title')} good>
      {t('integration:webhooks.enabled')}
    </Notice>
  );
}

function State({ webhook: { id, url, disabledAt, failingSince, secretMadeAt } }: { webhook: ListedWebhook }) {
  const { t, language, zone } = useViewer();
  const since = (at: Date) => ({ since: formatInstant(at.toISOString(), language, zone) });
  if (disabledAt !== null) {
    return (
      <>
        <Tag colour="red">{t('integration:webhooks.disabled', since(disabledAt))}</Tag>
        <Form action={`/admin/webhooks/${id}/enable`}>
          <Submit kind="secondary">
            {t('integration:webhooks.enable')} <span class="govuk-visually-hidden">{url}</span>
          </Submit>
        </Form>
      </>
    );
  }
  if (secretMadeAt === null) return <Tag colour="yellow">{t('integration:webhooks.no-secret')}</Tag>;
  if (failingSince !== null) return <Tag colour="red">{t('integration:webhooks.failing', since(failingSince))}</Tag>;
  return <Tag colour="green">{t('integration:webhooks.active')}</Tag>;
}

function Secret({ webhook: { id, url, secretMadeAt } }: { webhook: ListedWebhook }) {
  const { t, language, zone } = useViewer();
  return (
    <>
      {secretMadeAt &&
        t('integration:webhooks.secret-made', { at: formatInstant(secretMadeAt.toISOString(), language, zone) })}
      <Form action={`/admin/webhooks/${id}/secret`}>
        <Submit kind="secondary">
          {t('integration:webhooks.make-secret')} <span class="govuk-visually-hidden">{url}</span>
        </Submit>
      </Form>
    </>
  );
}

/** Shows a secret. It is in no other page, log or answer. */
export function SecretPage({ title, url, secret }: { title: string; url: string; secret: string }) {
  const { t } = useViewer();
  return (
    <div class="desk-measure">
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{url}</p>
      <p class="govuk-inset-text">
        <code>{secret}</code>
      </p>
      <p class="govuk-body">{t('integration:webhooks.secret-text')}</p>
      <a class="govuk-link" href="/admin/webhooks">
        {t('integration:webhooks.back')}
      </a>
    </div>
  );
}
