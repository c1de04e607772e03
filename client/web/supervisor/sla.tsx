/** SLA timelines of one referral: its clocks on one axis, and each explained. Without particulars: auditors come here. */

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ReferralError } from '../../../domain/errors.ts';
import type { Referral } from '../../../domain/referral.ts';
import { parse } from '../../contract/parse.ts';
import { barTexts, slaSummary } from '../../documents/bar-texts.ts';
import { formatInstant } from '../../i18n/dates.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { labelled } from '../../i18n/labelled.ts';
import type { Names } from '../../i18n/render-sentence.ts';
import { withoutEmpty } from '../../queries/list-address.ts';
import { nameLookup } from '../../queries/names.ts';
import { otherReferences } from '../../queries/other-references.ts';
import { type Sla, slaOf } from '../../queries/sla.ts';
import type { Bar } from '../../queries/sla-bar.ts';
import { eventsOf, type TimelineEntry } from '../../queries/timeline.ts';
import { sendCsv } from '../csv.ts';
import { showPage } from '../page.tsx';
import { HandlingTags } from '../parts/handling.tsx';
import { pageNumber, rowsOfPage } from '../parts/numbered-page.ts';
import { PageOf } from '../parts/page-of.tsx';
import { Reference } from '../parts/reference.tsx';
import { withQuery } from '../parts/table.tsx';
import { StatusTag, UrgencyTag } from '../parts/tag.tsx';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';
import { auditOf } from './audit-address.ts';
import type { ChartRow } from './chart-row.ts';
import { ClockExplanation } from './explanation.tsx';
import { SlaChart } from './sla-chart.tsx';
import { slaCsv } from './sla-csv.ts';
import { SLA_DOCUMENT, SlaDownload } from './sla-download.tsx';
import { EVENTS, SlaEvents } from './sla-events.tsx';
import { SlaLegend } from './sla-legend.tsx';
import { SlaTable } from './sla-table.tsx';

/** So many of these, and the events, fit on a page that is quick to come. */
const BARS = 12;

const address = z.object({ page: pageNumber, events: pageNumber });

/** Registers the SLA timelines of one referral. */
export function slaPages(app: FastifyInstance, deps: ReferralPageDeps): void {
  app.get<{ Params: { reference: string }; Querystring: { format?: string } }>(
    '/sla/:reference',
    async (request, reply) => {
      const { principal, t } = requireDesk(request, 'sla');
      const asked = parse(address, withoutEmpty(request.query));
      const view = await deps.reader.status(principal.person, request.params.reference);
      const { referral } = view;
      const [sla, lookup, references] = await Promise.all([
        slaOf(deps, view, new Date().toISOString(), principal.language),
        deps.lookup(),
        otherReferences(deps.db, principal.person, view),
      ]);
      const names = nameLookup(lookup, referral, references);
      if (request.query.format === 'csv') {
        return sendCsv(reply, `${referral.reference}-sla`, slaCsv(sla, referral, names, t));
      }
      const title = t('supervisor:sla.title', { reference: referral.reference });
      const body = <Timelines {...{ asked, referral, sla, names }} events={eventsOf(view.journal)} />;
      return showPage(request, reply, { title, desk: 'sla', live: true, body });
    },
  );

  app.get<{ Params: { reference: string; clockId: string } }>('/sla/:reference/:clockId', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'sla');
    const view = await deps.reader.status(principal.person, request.params.reference);
    const { bars } = await slaOf(deps, view, new Date().toISOString());
    const bar = bars.find(({ clockId }) => clockId === request.params.clockId);
    if (bar === undefined) throw new ReferralError('UNKNOWN_CLOCK', t('codes:error.UNKNOWN_CLOCK'));
    const title = titleOf(bar, bars, nameLookup(await deps.lookup(), view.referral), t);
    const body = <OneClock referral={view.referral} title={title} bar={bar} />;
    return showPage(request, reply, { title, desk: 'sla', body });
  });
}

/** `Acknowledgement, Finnish Alder (c2)`. */
function labelOf({ name, agencyId, clockId }: Bar, names: Names, t: Translate): string {
  return `${t(`codes:clockName.${name}`)}, ${names.agency(agencyId)} (${clockId})`;
}

/** `Deadline: Acknowledgement, Finnish Alder`; with the id if another deadline has the same name. */
function titleOf(bar: Bar, bars: readonly Bar[], names: Names, t: Translate): string {
  const same = bars.filter(({ name, agencyId }) => name === bar.name && agencyId === bar.agencyId);
  const name = `${t(`codes:clockName.${bar.name}`)}, ${names.agency(bar.agencyId)}`;
  return labelled(t, t('supervisor:sla.clock'), same.length > 1 ? `${name} (${bar.clockId})` : name);
}

interface Props {
  asked: z.output<typeof address>;
  referral: Referral;
  sla: Sla;
  names: Names;
  events: readonly TimelineEntry[];
}

function Timelines({ asked, referral, sla: { axis, bars }, names, events }: Props) {
  const { t, language, zone, address: here } = useViewer();
  const { reference, urgency, status, facts } = referral;
  const write = (at: string) => formatInstant(at, language, zone);
  const shown = rowsOfPage(bars, asked.page, BARS);
  const rows = shown.map((bar): ChartRow => {
    const texts = barTexts(bar, { t, language, names, now: axis.now, write });
    return {
      ...{ bar, texts, subtitle: texts.who },
      title: { text: texts.clock, href: `/sla/${encodeURIComponent(reference)}/${bar.clockId}` },
      link: { href: auditOf(reference, bar.entries), name: t('pictures:sla.audit-of', { clock: texts.clock }) },
    };
  });
  const partOf = (entry: TimelineEntry) => String(Math.floor(events.indexOf(entry) / EVENTS) + 1);
  const lane = {
    entries: events,
    href: (entry: TimelineEntry) => `${withQuery(here, { events: partOf(entry) })}#entry-${entry.seq}`,
  };
  return (
    <>
      <a class="govuk-back-link" href="/sla">
        {t('everywhere:nav.sla')}
      </a>
      <HandlingTags facts={facts} />
      <h1 class="govuk-heading-l">{t('supervisor:sla.title', { reference })}</h1>
      <p class="govuk-body">
        <Reference reference={reference} /> <UrgencyTag urgency={urgency} /> <StatusTag status={status} />{' '}
        <a class="desk-no-print" href={`#${SLA_DOCUMENT}`}>
          {t('documents:sla.heading')}
        </a>
      </p>
      <p class="govuk-body">{slaSummary(bars, t)}</p>
      <SlaChart title={t('supervisor:sla.chart', { reference })} axis={axis} rows={rows} events={lane} />
      <PageOf page={asked.page} last={Math.ceil(bars.length / BARS)} />
      <SlaLegend bars={shown} />
      <SlaTable
        reference={reference}
        bars={shown}
        endOf={(n) => rows[n]?.texts.end ?? ''}
        label={(bar) => labelOf(bar, names, t)}
      />
      <SlaEvents reference={reference} events={events} names={names} page={asked.events} />
      <p class="desk-list-foot">
        <a href={withQuery(here, { format: 'csv', page: undefined, events: undefined })}>{t('everywhere:list.csv')}</a>
      </p>
      <SlaDownload reference={reference} />
    </>
  );
}

function OneClock({ referral, title, bar }: { referral: Referral; title: string; bar: Bar }) {
  const { t } = useViewer();
  const { reference, facts } = referral;
  return (
    <>
      <a class="govuk-back-link" href={`/sla/${encodeURIComponent(reference)}`}>
        {t('supervisor:sla.title', { reference })}
      </a>
      <HandlingTags facts={facts} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        <Reference reference={reference} />
      </p>
      <p class="govuk-body">
        <a href={auditOf(reference, bar.entries)}>{t('pictures:sla.audit')}</a>
      </p>
      <ClockExplanation explanation={bar.explanation} />
    </>
  );
}
