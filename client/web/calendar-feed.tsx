/** The calendar of deadlines: its secret address on the settings page, and the file that calendar programs read. */

import type { FastifyInstance } from 'fastify';
import { REFRESH_SECONDS } from '../../domain/exchange/calendar.ts';
import { deleteFeed } from '../../prisma/store/calendar-feeds.ts';
import type { HttpDependencies } from '../http/dependencies.ts';
import { entityTagOf, matchesIfNoneMatch } from '../http/entity-tags.ts';
import { principalOf } from '../http/identity/principal.ts';
import { CALENDAR_PATH } from '../http/identity/request-kind.ts';
import { translatorFor } from '../i18n/i18n.ts';
import { MOST_REFERRALS, readCalendar, renewCalendar } from '../workspace/calendar-feed.ts';
import { redirectAfterPost, showPage } from './page.tsx';
import { DateAndTime } from './parts/due.tsx';
import { Form, Submit } from './parts/form.tsx';
import { useViewer } from './viewer.ts';

const ADDRESS = '/settings/calendar';

/** Registers the file, and the routes that make and revoke its address. */
export function calendarFeedPages(app: FastifyInstance, deps: HttpDependencies): void {
  // The answer shows the secret, so there is no redirect. A reload asks before it makes another one.
  app.post(ADDRESS, { config: { stepUp: true } }, async (request, reply) => {
    const { person, language } = principalOf(request);
    const secret = await renewCalendar(deps, person);
    const title = translatorFor(language)('integration:calendar.address');
    const body = <AddressPage title={title} url={`${deps.publicUrl}${CALENDAR_PATH}${secret}.ics`} />;
    return showPage(request, reply, { title, body });
  });

  app.post(`${ADDRESS}/revoke`, async (request, reply) => {
    await deleteFeed(deps.db, principalOf(request).person);
    return redirectAfterPost(reply, '/settings?revoked');
  });

  app.get<{ Params: { file: string } }>(`${CALENDAR_PATH}:file`, async (request, reply) => {
    const calendar = await readCalendar(deps, request.params.file.replace(/\.ics$/, ''));
    if (calendar === undefined) {
      reply.code(404).type('text/plain; charset=utf-8').header('cache-control', 'no-store');
      return reply.send('There is no calendar at this address. Copy a new address from your settings in Liaise.\n');
    }
    const tag = entityTagOf(calendar);
    reply.header('etag', tag).header('cache-control', `private, max-age=${REFRESH_SECONDS}, must-revalidate`);
    if (matchesIfNoneMatch(request.headers['if-none-match'], tag)) return reply.code(304).send();
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'inline; filename="liaise.ics"')
      .send(calendar);
  });
}

/** The section of the settings page. `madeAt` is undefined if the person has no calendar. */
export function CalendarSection({ madeAt }: { madeAt: Date | undefined }) {
  const { t } = useViewer();
  return (
    <>
      <h2 class="govuk-heading-m">{t('integration:calendar.title')}</h2>
      <p class="govuk-body">{t('integration:calendar.what-for', { most: MOST_REFERRALS })}</p>
      {madeAt && (
        <p class="govuk-body">
          {t('integration:calendar.made')} <DateAndTime at={madeAt.toISOString()} />
        </p>
      )}
      <Form action={ADDRESS}>
        <Submit kind="secondary">{t(madeAt ? 'integration:calendar.renew' : 'integration:calendar.make')}</Submit>
      </Form>
      {madeAt && (
        <Form action={`${ADDRESS}/revoke`}>
          <Submit kind="warning">{t('integration:calendar.revoke')}</Submit>
        </Form>
      )}
    </>
  );
}

/** Shows the address. It is in no other page, log or answer. */
function AddressPage({ title, url }: { title: string; url: string }) {
  const { t } = useViewer();
  return (
    <div class="desk-measure">
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-inset-text">
        <code>{url}</code>
      </p>
      <p class="govuk-body">{t('integration:calendar.address-text')}</p>
      <a class="govuk-link" href="/settings">
        {t('integration:calendar.back')}
      </a>
    </div>
  );
}
