/** SLA timelines of one referral: its clocks on one axis, and each explained. Without particulars: auditors come here. */

import type { FastifyInstance } from 'fastify';
import { ReferralError } from '../../../domain/errors.ts';
import type { Referral } from '../../../domain/referral.ts';
import type { Translate } from '../../i18n/i18n.ts';
import type { Names } from '../../i18n/render-sentence.ts';
import { nameLookup } from '../../queries/names.ts';
import { type Sla, slaOf } from '../../queries/sla.ts';
import type { Bar } from '../../queries/sla-bar.ts';
import { showPage } from '../page.tsx';
import { HandlingTags } from '../parts/handling.tsx';
import { Reference } from '../parts/reference.tsx';
import { StatusTag, UrgencyTag } from '../parts/tag.tsx';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';
import { ClockExplanation } from './explanation.tsx';
import { SlaChart } from './sla-chart.tsx';
import { SlaDownload } from './sla-download.tsx';
import { SlaLegend } from './sla-legend.tsx';
import { SlaTable } from './sla-table.tsx';

/** Registers the SLA timelines of one referral. */
export function slaPages(app: FastifyInstance, deps: ReferralPageDeps): void {
  app.get<{ Params: { reference: string } }>('/sla/:reference', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'sla');
    const view = await deps.reader.status(principal.person, request.params.reference);
    const sla = await slaOf(deps, view, new Date().toISOString());
    const title = t('supervisor:sla.title', { reference: view.referral.reference });
    const body = (
      <Timelines referral={view.referral} sla={sla} names={nameLookup(await deps.lookup(), view.referral)} />
    );
    return showPage(request, reply, { title, desk: 'sla', live: true, body });
  });

  app.get<{ Params: { reference: string; clockId: string } }>('/sla/:reference/:clockId', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'sla');
    const view = await deps.reader.status(principal.person, request.params.reference);
    const { bars } = await slaOf(deps, view, new Date().toISOString());
    const bar = bars.find(({ clockId }) => clockId === request.params.clockId);
    if (bar === undefined) throw new ReferralError('UNKNOWN_CLOCK', t('codes:error.UNKNOWN_CLOCK'));
    const title = labelOf(bar, nameLookup(await deps.lookup(), view.referral), t);
    const body = <OneClock referral={view.referral} title={title} bar={bar} />;
    return showPage(request, reply, { title, desk: 'sla', body });
  });
}

/** `Acknowledgement, Finnish Alder (c2)`. */
function labelOf({ name, agencyId, clockId }: Bar, names: Names, t: Translate): string {
  return `${t(`codes:clockName.${name}`)}, ${names.agency(agencyId)} (${clockId})`;
}

function Timelines({ referral, sla, names }: { referral: Referral; sla: Sla; names: Names }) {
  const { t } = useViewer();
  const { reference, urgency, status, facts } = referral;
  const label = (bar: Bar) => labelOf(bar, names, t);
  return (
    <>
      <HandlingTags facts={facts} />
      <h1 class="govuk-heading-l">{t('supervisor:sla.title', { reference })}</h1>
      <p class="govuk-body">
        <Reference reference={reference} /> <UrgencyTag urgency={urgency} /> <StatusTag status={status} />
      </p>
      <SlaChart reference={reference} sla={sla} label={label} />
      <SlaLegend />
      <SlaTable reference={reference} bars={sla.bars} label={label} />
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
      <ClockExplanation explanation={bar.explanation} />
    </>
  );
}
