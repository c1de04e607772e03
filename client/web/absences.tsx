/** Absences: who of the agency is absent, until when, and which deputy gets the notifications too. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isAbsent } from '../../domain/absence.ts';
import { ERRORS, ReferralError } from '../../domain/errors.ts';
import type { Person } from '../../domain/people.ts';
import type { AbsentMember } from '../../prisma/store/absences.ts';
import { isoDay } from '../contract/submission.ts';
import type { HttpDependencies } from '../http/dependencies.ts';
import { day } from '../i18n/dates.ts';
import type { Translate } from '../i18n/i18n.ts';
import { absencesAt, deputiesFor, enterAbsence, mayEnterForOthers } from '../workspace/absences.ts';
import { readForm } from './form-fields.ts';
import { redirectAfterPost, showPage } from './page.tsx';
import { Form, Input, Select, Submit } from './parts/form.tsx';
import { SavedNotice } from './parts/notice.tsx';
import { Table } from './parts/table.tsx';
import { Tag } from './parts/tag.tsx';
import { requireDesk } from './require-desk.ts';
import { type FormFault, type FormValues, useViewer } from './viewer.ts';

const personId = z.string().min(1).max(100);
const absenceForm = z.object({
  personId,
  ...{ from: isoDay, until: isoDay },
  deputyId: z.preprocess((value) => (value === '' ? undefined : value), personId.optional()),
});
const removalForm = z.object({ personId });

interface Refused {
  status: number;
  formValues: FormValues;
  faults: readonly FormFault[];
}

/** Registers the page. */
export function absencePages(app: FastifyInstance, { db }: HttpDependencies): void {
  app.get('/absences', (request, reply) => show(request, reply));

  app.post('/absences', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'absences');
    const form = readForm(absenceForm, request.body);
    if (form.faults) return show(request, reply, { ...form, status: 422, faults: withTexts(form.faults, t) });
    const { personId: whose, from, until, deputyId } = form.value;
    const absence = { from, until, ...(deputyId !== undefined && { deputyId }) };
    try {
      await enterAbsence(db, principal.person, { personId: whose, absence, now: new Date().toISOString() });
    } catch (error) {
      if (!(error instanceof ReferralError) || error.code !== 'INVALID_INPUT') throw error;
      const { faults, formValues } = refusedFields(request, error);
      return show(request, reply, { status: ERRORS[error.code].http, formValues, faults: withTexts(faults, t) });
    }
    return redirectAfterPost(reply, '/absences?saved');
  });

  app.post('/absences/remove', async (request, reply) => {
    const { principal } = requireDesk(request, 'absences');
    const { personId: whose } = removalForm.parse(request.body);
    await enterAbsence(db, principal.person, { personId: whose, absence: undefined, now: new Date().toISOString() });
    return redirectAfterPost(reply, '/absences?saved');
  });

  async function show(request: FastifyRequest, reply: FastifyReply, refused?: Refused): Promise<FastifyReply> {
    const { principal, t } = requireDesk(request, 'absences');
    const members = await absencesAt(db, principal.person, new Date().toISOString());
    const body = <Absences members={members} person={principal.person} />;
    return showPage(request, reply, { title: t('everywhere:nav.absences'), desk: 'absences', ...refused, body });
  }
}

function refusedFields(request: FastifyRequest, error: ReferralError) {
  const read = readForm(z.never(), request.body);
  const formValues = read.faults ? read.formValues : {};
  return { formValues, faults: [{ field: error.field ?? '', message: error.message }] };
}

const FIELDS = ['from', 'until', 'deputyId'] as const;

function withTexts(faults: readonly FormFault[], t: Translate): FormFault[] {
  return faults.map(({ field }) => {
    const known = FIELDS.find((each) => each === field);
    return { field, message: t(known ? `officer:absence.fault.${known}` : 'everywhere:field.check') };
  });
}

interface Props {
  members: readonly AbsentMember[];
  person: Person;
}

function Absences({ members, person }: Props) {
  const { t } = useViewer();
  const choices = mayEnterForOthers(person) ? members : members.filter(({ id }) => id === person.personId);
  return (
    <>
      <SavedNotice />
      <h1 class="govuk-heading-l">{t('everywhere:nav.absences')}</h1>
      <p class="govuk-body desk-measure">{t('officer:absence.about')}</p>
      <Entered members={members} person={person} />
      <h2 class="govuk-heading-m">{t('officer:absence.enter')}</h2>
      <Form action="/absences">
        <Select
          name="personId"
          label={t('officer:absence.person')}
          value={person.personId}
          options={choices.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Input name="from" type="date" label={t('officer:absence.from')} width={10} />
        <Input name="until" type="date" label={t('officer:absence.until')} width={10} />
        <Select
          name="deputyId"
          label={t('officer:absence.deputy')}
          hint={t('officer:absence.deputy-hint')}
          empty={t('everywhere:none')}
          options={deputiesFor(members, '').map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
        <Submit>{t('officer:absence.save')}</Submit>
      </Form>
    </>
  );
}

function Entered({ members, person }: Props) {
  const { t, language, now } = useViewer();
  const away = members.flatMap(({ absence, ...member }) => (absence ? [{ ...member, absence }] : []));
  const nameOf = (id: string | undefined) => members.find((member) => member.id === id)?.name ?? id ?? '';
  return (
    <Table
      caption={t('officer:absence.title')}
      rows={away}
      empty={t('officer:absence.none')}
      columns={[
        {
          ...{ key: 'person', title: t('officer:absence.person') },
          cell: ({ name, zone, absence }) => (
            <>
              {name} {isAbsent(absence, zone, now) && <Tag colour="orange">{t('officer:absence.now')}</Tag>}
            </>
          ),
        },
        {
          ...{ key: 'from', title: t('officer:absence.from') },
          cell: ({ absence }) => day(absence.from, language, 'UTC'),
        },
        {
          ...{ key: 'until', title: t('officer:absence.until') },
          cell: ({ absence }) => day(absence.until, language, 'UTC'),
        },
        {
          ...{ key: 'deputy', title: t('officer:absence.deputy') },
          cell: ({ absence }) => nameOf(absence.deputyId) || t('everywhere:none'),
        },
        {
          ...{ key: 'remove', title: t('everywhere:remove'), action: true },
          cell: ({ id, name }) =>
            (id === person.personId || mayEnterForOthers(person)) && (
              <Form action="/absences/remove" hidden={{ personId: id }}>
                <Submit kind="secondary">
                  {t('everywhere:remove')} <span class="govuk-visually-hidden">{name}</span>
                </Submit>
              </Form>
            ),
        },
      ]}
    />
  );
}
