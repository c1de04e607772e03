/** Alarms of the audit log, with their acknowledgement. For supervisors of the coordinating agency. */

import type { FastifyInstance } from 'fastify';
import { isLogAlarmKind } from '../../../domain/audit/log-alarms.ts';
import { ReferralError } from '../../../domain/errors.ts';
import { acknowledgeAlarms, type ListedAlarm, newestAlarms } from '../../../prisma/store/log-alarms.ts';
import { namesOfPeople } from '../../../prisma/store/people.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { redirectAfterPost, showPage } from '../page.tsx';
import { DateAndTime } from '../parts/due.tsx';
import { Form, Submit } from '../parts/form.tsx';
import { Table } from '../parts/table.tsx';
import { Tag } from '../parts/tag.tsx';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';

const ROWS = 100;

/** Registers the page of alarms. */
export function logAlarmPages(app: FastifyInstance, { db }: HttpDependencies): void {
  app.get('/log-alarms', async (request, reply) => {
    const { t } = requireDesk(request, 'log-alarms');
    const alarms = await newestAlarms(db, ROWS);
    const names = await namesOfPeople(
      db,
      alarms.flatMap(({ acknowledged }) => acknowledged?.by ?? []),
    );
    const body = <LogAlarms alarms={alarms} names={names} />;
    return showPage(request, reply, { title: t('everywhere:nav.log-alarms'), desk: 'log-alarms', body });
  });

  app.post<{ Params: { id: string } }>('/log-alarms/:id/acknowledge', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'log-alarms');
    const { id } = request.params;
    if (!/^\d{1,18}$/.test(id)) throw new ReferralError('INVALID_INPUT', t('codes:error.INVALID_INPUT'));
    await acknowledgeAlarms(db, BigInt(id), principal.person.personId);
    return redirectAfterPost(reply, '/log-alarms');
  });
}

function LogAlarms({ alarms, names }: { alarms: readonly ListedAlarm[]; names: ReadonlyMap<string, string> }) {
  const { t } = useViewer();
  return (
    <>
      <h1 class="govuk-heading-l">{t('everywhere:nav.log-alarms')}</h1>
      <p class="govuk-body">{t('supervisor:log-alarms.lead')}</p>
      <Table
        caption={t('everywhere:nav.log-alarms')}
        rows={alarms}
        empty={t('supervisor:log-alarms.none')}
        columns={[
          { key: 'at', title: t('supervisor:audit.at'), cell: ({ at }) => <DateAndTime at={at.toISOString()} /> },
          {
            ...{ key: 'what', title: t('supervisor:log-alarms.what') },
            cell: ({ kind, detail }) => (
              <>
                {isLogAlarmKind(kind) ? t(`codes:logAlarm.${kind}`) : kind}
                <br />
                <span lang="en">{detail}</span>
              </>
            ),
          },
          {
            ...{ key: 'state', title: t('supervisor:log-alarms.state') },
            cell: (alarm) => <State alarm={alarm} names={names} />,
          },
        ]}
      />
    </>
  );
}

function State({ alarm: { id, acknowledged }, names }: { alarm: ListedAlarm; names: ReadonlyMap<string, string> }) {
  const { t } = useViewer();
  if (acknowledged === undefined) {
    return (
      <Form action={`/log-alarms/${id}/acknowledge`}>
        <Submit kind="secondary">{t('supervisor:log-alarms.acknowledge')}</Submit>
      </Form>
    );
  }
  const { by, at } = acknowledged;
  return (
    <>
      {names.get(by) ?? by}, <DateAndTime at={at.toISOString()} />
    </>
  );
}

/** The number of alarms that were not acknowledged. One line also if there is none, so that a new alarm moves no row below it. */
export function OpenLogAlarms({ count }: { count: number }) {
  const { t, language } = useViewer();
  return (
    <p class="govuk-body">
      <Tag colour={count > 0 ? 'red' : 'grey'}>{formatNumber(count, language)}</Tag>{' '}
      <a href="/log-alarms">
        {count > 0 ? t('supervisor:log-alarms.open', { count }) : t('everywhere:nav.log-alarms')}
      </a>
    </p>
  );
}
