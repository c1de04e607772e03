/** Announces planned maintenance or an outage of mail to every agency, and ends announcements. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ANNOUNCEMENT_KINDS, type Announcement } from '../../../domain/announcement.ts';
import { ERRORS, ReferralError } from '../../../domain/errors.ts';
import { instant } from '../../contract/submission.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { announce, withdraw } from '../../workspace/announcements.ts';
import { readForm } from '../form-fields.ts';
import { readFormValues, redirectAfterPost, showPage } from '../page.tsx';
import { DateAndTime } from '../parts/due.tsx';
import { Choices, Form, Input, Submit } from '../parts/form.tsx';
import { instantText } from '../parts/local-time.ts';
import { SavedNotice } from '../parts/notice.tsx';
import { Table } from '../parts/table.tsx';
import { requireDesk } from '../require-desk.ts';
import { type FormFault, useViewer } from '../viewer.ts';

const PATH = '/announcements';
const removalForm = z.object({ id: z.uuid() });

/** Registers the page. */
export function announcementPages(app: FastifyInstance, { db }: HttpDependencies): void {
  app.get(PATH, (request, reply) => show(request, reply));

  app.post(PATH, async (request, reply) => {
    const { principal, t } = requireDesk(request, 'announcements');
    const form = readForm(announcementForm(principal.zone), request.body);
    if (form.faults) return show(request, reply, withTexts(form.faults, t), 422);
    try {
      await announce(db, principal.person, form.value, new Date().toISOString());
    } catch (error) {
      if (!(error instanceof ReferralError) || error.code !== 'INVALID_INPUT') throw error;
      const { field = '', message } = error;
      return show(request, reply, withTexts([{ field, message }], t), ERRORS[error.code].http);
    }
    await app.announcements.reload();
    return redirectAfterPost(reply, `${PATH}?saved`);
  });

  app.post(`${PATH}/withdraw`, async (request, reply) => {
    const { principal } = requireDesk(request, 'announcements');
    const { id } = removalForm.parse(request.body);
    await withdraw(db, principal.person, id);
    await app.announcements.reload();
    return redirectAfterPost(reply, `${PATH}?saved`);
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    faults?: readonly FormFault[],
    status = 200,
  ): Promise<FastifyReply> {
    const { t } = requireDesk(request, 'announcements');
    await app.announcements.refresh();
    const body = <AnnouncementsPage announcements={app.announcements.current()} />;
    const refused = faults && { faults, formValues: readFormValues(request.body) };
    const title = t('everywhere:nav.announcements');
    return showPage(request, reply, { title, desk: 'announcements', status, ...refused, body });
  }
}

function announcementForm(zone: string) {
  const local = z.preprocess((text) => (text ? instantText(String(text), zone) : undefined), instant.optional());
  return z.object({ kind: z.enum(ANNOUNCEMENT_KINDS), from: local, to: local });
}

const FIELDS = ['kind', 'from', 'to'] as const;

function withTexts(faults: readonly FormFault[], t: Translate): FormFault[] {
  return faults.map(({ field }) => {
    const known = FIELDS.find((each) => each === field);
    return { field, message: t(known ? `announcements:fault.${known}` : 'everywhere:field.check') };
  });
}

function AnnouncementsPage({ announcements }: { announcements: readonly Announcement[] }) {
  const { t, zone } = useViewer();
  return (
    <>
      <SavedNotice />
      <h1 class="govuk-heading-l">{t('everywhere:nav.announcements')}</h1>
      <p class="govuk-body desk-measure">{t('announcements:about')}</p>
      <Announced announcements={announcements} />
      <h2 class="govuk-heading-m">{t('announcements:new')}</h2>
      <Form action={PATH}>
        <Choices
          kind="radio"
          name="kind"
          label={t('announcements:kind')}
          options={ANNOUNCEMENT_KINDS.map((value) => ({
            value,
            label: t(`announcements:kinds.${value}`),
            hint: t(`announcements:hints.${value}`),
          }))}
        />
        <Input
          name="from"
          type="datetime-local"
          label={t('announcements:from')}
          hint={t('announcements:from-hint', { zone })}
          width={20}
          optional
        />
        <Input
          name="to"
          type="datetime-local"
          label={t('announcements:to')}
          hint={t('announcements:to-hint')}
          width={20}
        />
        <Submit>{t('announcements:announce')}</Submit>
      </Form>
    </>
  );
}

function Announced({ announcements }: { announcements: readonly Announcement[] }) {
  const { t } = useViewer();
  return (
    <Table
      caption={t('announcements:present')}
      rows={announcements}
      empty={t('announcements:none')}
      columns={[
        {
          ...{ key: 'kind', title: t('announcements:kind') },
          cell: ({ kind }) => t(`announcements:kinds.${kind}`),
        },
        { ...{ key: 'from', title: t('announcements:from') }, cell: ({ from }) => <DateAndTime at={from} /> },
        {
          ...{ key: 'to', title: t('announcements:to') },
          cell: ({ to }) => (to === undefined ? t('announcements:unknown') : <DateAndTime at={to} />),
        },
        {
          ...{ key: 'end', title: t('announcements:end'), action: true },
          cell: ({ id, kind }) => (
            <Form action={`${PATH}/withdraw`} hidden={{ id }}>
              <Submit kind="secondary">
                {t('announcements:end')} <span class="govuk-visually-hidden">{t(`announcements:kinds.${kind}`)}</span>
              </Submit>
            </Form>
          ),
        },
      ]}
    />
  );
}
