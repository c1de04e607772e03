/** The page of readings: what was read in an emergency or beyond the allowance, its review, and unusual reading. */

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { defaultReadingPolicy, type ReadingPolicy } from '../../../domain/reading-policy.ts';
import { READING_VERDICTS } from '../../../domain/reading-purposes.ts';
import { UNUSUAL_REASONS, type UnusualDay } from '../../../domain/unusual-reading.ts';
import type { Language } from '../../../domain/words/languages.ts';
import type { NotableReading } from '../../../prisma/store/readings.ts';
import { parse } from '../../contract/parse.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import { day as dayText } from '../../i18n/dates.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { withSemicolons } from '../../i18n/with-semicolons.ts';
import { seesPurposes } from '../../queries/audit.ts';
import { DAYS_SHOWN, type ReadingsOverview, readingsOverview, reviewReading } from '../../queries/readings.ts';
import { type Cell, sendCsv } from '../csv.ts';
import { redirectAfterPost, showPage } from '../page.tsx';
import { DateAndTime } from '../parts/due.tsx';
import { Form, Submit } from '../parts/form.tsx';
import { ListLayout } from '../parts/list-layout.tsx';
import { Reference } from '../parts/reference.tsx';
import { Table } from '../parts/table.tsx';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';
import { readingsOf } from './audit-address.ts';

const review = z.looseObject({ purpose: z.uuid(), verdict: z.enum(READING_VERDICTS) });

/** Registers the page of readings and the form of their review. */
export function readingsPages(
  app: FastifyInstance,
  { db, readingPolicy = defaultReadingPolicy }: HttpDependencies,
): void {
  app.get<{ Querystring: { format?: string } }>('/readings', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'readings');
    const { person, zone } = principal;
    const overview = await readingsOverview({ db, policy: readingPolicy }, person, zone);
    if (request.query.format === 'csv') return sendCsv(reply, 'readings', csvRows(overview, principal.language, t));
    const title = t('everywhere:nav.readings');
    const body = <Readings overview={overview} policy={readingPolicy} zone={zone} />;
    return showPage(request, reply, { title, desk: 'readings', body });
  });

  app.post('/readings', async (request, reply) => {
    const { principal } = requireDesk(request, 'readings');
    await reviewReading({ db }, principal.person, parse(review, request.body));
    return redirectAfterPost(reply, '/readings');
  });
}

interface Props {
  overview: ReadingsOverview;
  policy: ReadingPolicy;
  zone: string;
}

function Readings({ overview: { notable, unusual, names }, policy, zone }: Props) {
  const { t, language, principal } = useViewer();
  const nameOf = (personId: string) => names.get(personId) ?? personId;
  const hasEmergency = notable.some(({ code }) => code === 'emergency');
  return (
    <ListLayout title={t('everywhere:nav.readings')} below={<Rule policy={policy} zone={zone} />}>
      <Table
        caption={t('supervisor:readings.notable')}
        titled
        rows={notable}
        empty={t('supervisor:readings.none-notable', { days: DAYS_SHOWN })}
        columns={[
          { key: 'at', title: t('supervisor:readings.at'), cell: ({ at }) => <DateAndTime at={at} /> },
          { key: 'who', title: t('supervisor:readings.who'), cell: ({ personId }) => nameOf(personId) },
          {
            ...{ key: 'referral', title: t('supervisor:readings.referral') },
            cell: ({ reference }) => (reference === null ? '–' : <Reference reference={reference} />),
          },
          { key: 'times', title: t('supervisor:readings.times'), number: true, cell: ({ times }) => times },
          { key: 'why', title: t('supervisor:readings.why'), cell: (reading) => <Why reading={reading} /> },
          {
            ...{ key: 'review', title: t('supervisor:readings.review') },
            cell: (reading) => <Review reading={reading} nameOf={nameOf} />,
          },
        ]}
      />
      {hasEmergency && principal && !seesPurposes(principal.person) && (
        <p class="govuk-body">{t('supervisor:readings.who-sees')}</p>
      )}
      <Table
        caption={t('supervisor:readings.unusual')}
        titled
        rows={unusual}
        empty={t('supervisor:readings.none-unusual', { days: DAYS_SHOWN })}
        columns={[
          { key: 'day', title: t('supervisor:readings.day'), cell: ({ day }) => dayText(day, language, 'UTC') },
          { key: 'who', title: t('supervisor:readings.who'), cell: ({ personId }) => nameOf(personId) },
          { key: 'why', title: t('supervisor:readings.why'), cell: (day) => <Reasons day={day} /> },
        ]}
      />
    </ListLayout>
  );
}

/** The notable readings, then the unusual days. */
function csvRows({ notable, unusual, names }: ReadingsOverview, language: Language, t: Translate): Cell[][] {
  const nameOf = (personId: string) => names.get(personId) ?? personId;
  return [
    (['at', 'who', 'referral', 'times', 'why', 'review'] as const).map((column) => t(`supervisor:readings.${column}`)),
    ...notable.map((reading) => [
      ...[reading.at, nameOf(reading.personId), reading.reference, reading.times, whyText(reading, t)],
      reading.review ? verdictText(reading.review, nameOf, t) : '',
    ]),
    ...unusual.map(({ day, personId, reasons }) => [
      ...[day, nameOf(personId), '', '', reasons.map((reason) => reasonText(reason, language, t)).join('; '), ''],
    ]),
  ];
}

/** Why it is listed. Those who see purposes are led to what the reader stated; its text is only in the audit log. */
function Why({ reading }: { reading: NotableReading }) {
  const { t, principal } = useViewer();
  const { code, reference, personId } = reading;
  const isLinked = code === 'emergency' && reference !== null && principal && seesPurposes(principal.person);
  return (
    <>
      {whyText(reading, t)}
      {isLinked && (
        <>
          <br />
          <a href={readingsOf(reference, personId)}>{t('supervisor:readings.details')}</a>
        </>
      )}
    </>
  );
}

function whyText({ code, beyond }: NotableReading, t: Translate): string {
  const emergency = code === 'emergency' ? [t('supervisor:readings.emergency')] : [];
  return withSemicolons([...emergency, ...(beyond ? [t(`supervisor:readings.beyond.${beyond}`)] : [])], t);
}

function reasonText({ reason, count }: UnusualDay['reasons'][number], language: Language, t: Translate): string {
  return t(`supervisor:readings.reason.${reason}`, { count, number: formatNumber(count, language) });
}

function verdictText({ verdict, personId }: Reviewed, nameOf: (personId: string) => string, t: Translate): string {
  return t(`supervisor:readings.verdict.${verdict}`, { name: nameOf(personId) });
}

type Reviewed = NonNullable<NotableReading['review']>;

interface ReviewProps {
  reading: NotableReading;
  nameOf: (personId: string) => string;
}

function Review({ reading: { code, review, purpose, personId }, nameOf }: ReviewProps) {
  const { t, principal } = useViewer();
  if (review) return <>{verdictText(review, nameOf, t)}</>;
  if (code !== 'emergency') return <>–</>;
  if (principal?.person.personId === personId) return <>{t('supervisor:readings.waits')}</>;
  return (
    <Form action="/readings" hidden={{ purpose }}>
      <div class="govuk-button-group">
        {READING_VERDICTS.map((verdict) => (
          <Submit kind="secondary" name="verdict" value={verdict}>
            {t(`supervisor:readings.decide.${verdict}`)}
          </Submit>
        ))}
      </div>
    </Form>
  );
}

function Reasons({ day: { reasons } }: { day: UnusualDay }) {
  const { t, language } = useViewer();
  return (
    <ul class="govuk-list">
      {reasons.map((reason) => (
        <li>{reasonText(reason, language, t)}</li>
      ))}
    </ul>
  );
}

function Rule({ policy: { unusual, allowances }, zone }: Pick<Props, 'policy' | 'zone'>) {
  const { t, language } = useViewer();
  const numbers = Object.fromEntries(
    Object.entries(unusual).map(([name, number]) => [name, formatNumber(number, language)]),
  );
  return (
    <section class="desk-measure" aria-labelledby="rule">
      <h2 class="govuk-heading-m" id="rule">
        {t('supervisor:readings.rule.title')}
      </h2>
      <p class="govuk-body">{t('supervisor:readings.rule.unusual')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {UNUSUAL_REASONS.map((reason) => (
          <li>{t(`supervisor:readings.rule.limit.${reason}`, { ...numbers, zone })}</li>
        ))}
      </ul>
      <p class="govuk-body">{t('supervisor:readings.rule.allowances')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {(['liaison-officer', 'partner-officer', 'supervisor'] as const).map((role) => (
          <li>
            {t('supervisor:readings.rule.allowance', {
              role: t(`codes:role.${role}`),
              hour: formatNumber(allowances[role].hour, language),
              day: formatNumber(allowances[role].day, language),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
