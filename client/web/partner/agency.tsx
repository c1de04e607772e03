/** The own agency: its entries in the directory, by which referrals are routed, and a button that confirms them. */

import type { FastifyInstance } from 'fastify';
import { holidaysOf } from '../../../domain/clocks/working-days.ts';
import {
  type Agency,
  agency,
  agencyDaysOf,
  type ContactPoint,
  type Directory,
} from '../../../domain/routing/directory.ts';
import type { Country, Instant } from '../../../domain/vocabulary.ts';
import type { Language } from '../../../domain/words/languages.ts';
import { readDirectory } from '../../../prisma/store/directory.ts';
import { confirmContactPoints } from '../../../prisma/store/directory-confirm.ts';
import { countryName } from '../../i18n/countries.ts';
import { day } from '../../i18n/dates.ts';
import { type DrilledPoint, readDrills } from '../../queries/drills.ts';
import { redirectAfterPost, showPage } from '../page.tsx';
import { Form, Submit } from '../parts/form.tsx';
import { Notice } from '../parts/notice.tsx';
import { type Column, Table } from '../parts/table.tsx';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';
import { AddressNotice } from './address.tsx';
import { ContactPointFacts } from './contact-point-facts.tsx';

/** Registers the page of the own agency. */
export function agencyPages(app: FastifyInstance, { db }: ReferralPageDeps): void {
  app.get<{ Querystring: { confirmed?: string } }>('/agency', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'agency');
    const { agencyId } = principal.person;
    // Read without the cache, so that a person sees their own confirmation at once.
    const directory = await readDirectory(db);
    const { closedDays, halfDays = [] } = agencyDaysOf(directory, agencyId);
    const closed = [...closedDays, ...halfDays];
    const ours = agency(directory, agencyId);
    const free = closedIn(ours?.country ?? undefined, closed, principal.language, new Date().toISOString());
    const own = directory.contactPoints.filter((point) => point.agencyId === agencyId);
    const drilled = await readDrills(db, ours?.coordinating ? [] : own);
    const confirmed = request.query.confirmed !== undefined;
    const body = <Ours agency={ours} {...{ directory, free, drilled, confirmed }} />;
    return showPage(request, reply, { title: t('everywhere:nav.agency'), desk: 'agency', body });
  });

  app.post('/agency/confirm', async (request, reply) => {
    const { principal } = requireDesk(request, 'agency');
    await confirmContactPoints(db, principal.person, new Date().toISOString());
    return redirectAfterPost(reply, '/agency?confirmed');
  });
}

interface FreeDay {
  day: string;
  name: string;
  /** Set on half days only. */
  closesAt?: string;
}

/** Public holidays and the agency's own closed and half days from today on, for a year. */
function closedIn(
  country: Country | undefined,
  closed: readonly FreeDay[],
  language: Language,
  now: Instant,
): FreeDay[] {
  const [from, year] = [now.slice(0, 10), Number(now.slice(0, 4))];
  const until = `${year + 1}${from.slice(4)}`;
  const holidays = country ? [year, year + 1].flatMap((each) => [...holidaysOf(country, each, language)]) : [];
  const days: FreeDay[] = [...holidays.map(([date, name]) => ({ day: date, name })), ...closed];
  return days
    .filter((each) => each.day >= from && each.day < until)
    .sort((one, other) => (one.day < other.day ? -1 : 1));
}

interface Props {
  agency: Agency | undefined;
  directory: Directory;
  free: readonly FreeDay[];
  drilled: readonly DrilledPoint[];
  confirmed: boolean;
}

function Ours({ agency: ours, directory, free, drilled, confirmed }: Props) {
  const { t, language } = useViewer();
  if (ours === undefined) return <p class="govuk-inset-text">{t('codes:error.UNKNOWN_AGENCY')}</p>;
  const points = directory.contactPoints.filter(({ agencyId }) => agencyId === ours.id);
  return (
    <>
      {confirmed && (
        <Notice title={t('everywhere:done.title')} good>
          {t('partner:agency.confirmed')}
        </Notice>
      )}
      <AddressNotice />
      <h1 class="govuk-heading-l">{ours.name}</h1>
      <p class="govuk-body">
        {t(`codes:agencyType.${ours.type}`)}
        {ours.country && `, ${countryName(language, ours.country)}`}
      </p>
      <section class="desk-part desk-no-print">
        <p class="govuk-body">{t('partner:agency.confirm-hint')}</p>
        <Form action="/agency/confirm">
          <Submit>{t('partner:agency.confirm')}</Submit>
        </Form>
      </section>
      <section class="desk-part">
        <h2 class="govuk-heading-m">{t('partner:agency.points')}</h2>
        {points.length === 0 && <p class="govuk-inset-text">{t('partner:agency.no-points')}</p>}
        {points.map((point) => (
          <>
            <ContactPointFacts
              {...{ point, deputy: deputyOf(point, points) }}
              drilled={drilled.find((each) => each.point.id === point.id)}
            />
            <p class="govuk-body desk-no-print">
              <a href={`/agency/contact-points/${point.id}/address`}>
                {t('partner:address.title', { point: point.name })}
              </a>
            </p>
          </>
        ))}
      </section>
      <section class="desk-part">
        <h2 class="govuk-heading-m">{t('partner:agency.capabilities')}</h2>
        <Capabilities agencyId={ours.id} directory={directory} />
      </section>
      <section class="desk-part">
        <h2 class="govuk-heading-m">{t('partner:agency.free-days')}</h2>
        <FreeDays free={free} />
      </section>
    </>
  );
}

function deputyOf({ deputyId }: ContactPoint, points: readonly ContactPoint[]): ContactPoint | undefined {
  return points.find(({ id }) => id === deputyId);
}

function Capabilities({ agencyId, directory }: { agencyId: string; directory: Directory }) {
  const { t, language, zone } = useViewer();
  const known = directory.capabilities.filter(({ providerIds }) => providerIds.includes(agencyId));
  const columns: Column<(typeof known)[number]>[] = [
    {
      ...{ key: 'capability', title: t('partner:agency.capability') },
      cell: ({ capability }) => t(`codes:capability.${capability}`),
    },
    {
      ...{ key: 'level', title: t('partner:agency.level') },
      cell: ({ level }) => t(`codes:capabilityLevel.${level}`),
    },
    {
      ...{ key: 'verified', title: t('partner:agency.verified') },
      cell: ({ verifiedAt }) => (verifiedAt ? day(verifiedAt, language, zone) : t('everywhere:unknown')),
    },
  ];
  return (
    <Table
      caption={t('partner:agency.capabilities')}
      columns={columns}
      rows={known}
      empty={t('partner:agency.no-capabilities')}
    />
  );
}

function FreeDays({ free }: { free: readonly FreeDay[] }) {
  const { t, language } = useViewer();
  const columns: Column<FreeDay>[] = [
    // A day of the calendar is the same in every zone.
    { key: 'day', title: t('partner:agency.day'), cell: (each) => day(`${each.day}T12:00:00Z`, language, 'UTC') },
    {
      ...{ key: 'name', title: t('partner:agency.why') },
      cell: ({ name, closesAt }) => (closesAt ? t('partner:agency.half-day', { name, at: closesAt }) : name),
    },
  ];
  return (
    <Table
      caption={t('partner:agency.free-days')}
      columns={columns}
      rows={free}
      empty={t('partner:agency.no-free-days')}
    />
  );
}
