/** One referral beside the triage queue: what it is, what is proposed and why, and what may be done with it. */

import { dueOf } from '../../../domain/agency-view.ts';
import type { TriageProposal } from '../../../domain/events.ts';
import type { Referral } from '../../../domain/referral.ts';
import type { Country } from '../../../domain/vocabulary.ts';
import { countryName } from '../../i18n/countries.ts';
import { withSemicolons } from '../../i18n/with-semicolons.ts';
import { Due } from '../parts/due.tsx';
import { Form, Submit } from '../parts/form.tsx';
import { HandlingTags } from '../parts/handling.tsx';
import { Reference } from '../parts/reference.tsx';
import { withQuery } from '../parts/table.tsx';
import { CurrentUrgency, StatusTag } from '../parts/tag.tsx';
import type { OfferedActType } from '../referral/act-forms.ts';
import { Proposal, unreachableOf } from '../referral/decision.tsx';
import { DuplicateList } from '../referral/duplicate-list.tsx';
import { duplicateIds, type ReferralView } from '../referral/referral-view.ts';
import { useViewer } from '../viewer.ts';
import { compareAddress } from './compare.tsx';
import { type ShownSummary, TriageSummary } from './triage-summary.tsx';

/** In this order, after what the proposal is answered with. */
const OTHERWISE: readonly OfferedActType[] = ['ask-information', 'file-informational', 'reject-at-intake'];

/** One referral beside the triage queue, with its summary, its proposal and its acts. */
export function TriageCard({ view, summary }: { view: ReferralView; summary: ShownSummary | undefined }) {
  const { t, now, address } = useViewer();
  const { referral, names, duplicates, lookup } = view;
  const mayMark = view.acts.some(({ type }) => type === 'mark-duplicate');
  const marks = (other: string) => {
    const about = { other, back: withQuery(address, { show: undefined, select: undefined }) };
    return `/referrals/${referral.reference}/acts/mark-duplicate?${new URLSearchParams(about)}`;
  };
  const { reference, triage, facts, status, senderAgencyId } = referral;
  const { dueAt } = dueOf(referral, ({ name }) => name === 'triage');
  const unreachable = unreachableOf(referral, lookup.directory, now);
  const compared = duplicateIds(referral, duplicates).length;
  return (
    <section class="desk-part desk-triage" aria-label={reference} data-keep="">
      <h2 class="govuk-heading-m">
        <Reference reference={reference} />
      </h2>
      <HandlingTags facts={facts} />
      <p class="govuk-body">
        <StatusTag status={status} /> <CurrentUrgency referral={referral} /> {t(`codes:kind.${facts.kind}`)},{' '}
        {names.agency(senderAgencyId)}.{' '}
        {withSemicolons(
          facts.crimeAreas.map((area) => t(`codes:crimeArea.${area}`)),
          t,
        )}
        {dueAt && (
          <>
            {'. '}
            {t('everywhere:labelled', { label: t('everywhere:column.due'), value: '' })} <Due at={dueAt} />
          </>
        )}
      </p>
      <TriageSummary reference={reference} summary={summary} />
      {triage.state === 'proposed' && <Proposal proposal={triage.proposal} unreachable={unreachable} />}
      {triage.state === 'open' && <p class="govuk-body">{t('officer:triage.no-proposal')}</p>}
      {compared > 0 && (
        <p class="govuk-body">
          <a href={compareAddress(reference, address)}>{t('officer:triage.compare', { count: compared })}</a>
        </p>
      )}
      <DuplicateList duplicates={duplicates} {...(mayMark && { marks })} />
      <HeldWarning referral={referral} unreachable={unreachable} />
      <Answers view={view} />
    </section>
  );
}

/** The warning before accepting a proposal for a country in which no contact point can receive. */
function HeldWarning({ referral, unreachable }: { referral: Referral; unreachable: readonly Country[] }) {
  const { t, language } = useViewer();
  const country = acceptedCountry(referral);
  if (country === undefined || !unreachable.includes(country)) return null;
  return (
    <div class="govuk-warning-text">
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        {t('officer:triage.nobody', { country: countryName(language, country) })}
      </strong>
    </div>
  );
}

/** The country that the referral goes to if the proposal is accepted. */
function acceptedCountry({ triage }: Referral): Country | undefined {
  if (triage.state !== 'proposed' || triage.proposal.verdict !== 'clear') return undefined;
  return triage.proposal.countries[0]?.country;
}

function Answers({ view: { referral, acts } }: { view: ReferralView }) {
  const { t, address } = useViewer();
  const back = withQuery(address, { show: undefined, select: undefined });
  const { triage, reference, seq } = referral;
  const may = (type: OfferedActType) => acts.some((act) => act.type === type);
  const proposal = triage.state === 'proposed' && triage.proposal.verdict === 'clear' ? triage.proposal : undefined;
  const link = (type: OfferedActType, label: string) => (
    <a
      class="govuk-button govuk-button--secondary"
      href={`/referrals/${reference}/acts/${type}?${new URLSearchParams({ back })}`}
      draggable={false}
    >
      {label}
      <span class="govuk-visually-hidden">: {reference}</span>
    </a>
  );
  return (
    <div class="govuk-button-group desk-no-print">
      {may('complete-triage') && proposal && <Accept {...{ reference, seq, proposal, back }} />}
      {may('complete-triage') &&
        link('complete-triage', t(proposal ? 'officer:triage.change' : 'officer:triage.decide'))}
      {OTHERWISE.filter(may).map((type) => link(type, t(`codes:act.${type}`)))}
    </div>
  );
}

interface AcceptProps {
  reference: string;
  seq: number;
  proposal: TriageProposal;
  /** The page of the list, with its filters. */
  back: string;
}

/** The fields of the proposal, with its leading country only. */
function Accept({ reference, seq, proposal, back }: AcceptProps) {
  const { t } = useViewer();
  const { urgency, urgencyGrounds, capability, countries } = proposal;
  const hidden = { key: crypto.randomUUID(), number: seq, back, urgency, capability };
  return (
    <Form action={`/referrals/${reference}/acts/complete-triage`} hidden={hidden}>
      {urgencyGrounds.map((ground) => (
        <input type="hidden" name="urgencyGrounds" value={ground} />
      ))}
      {countries.slice(0, 1).map(({ country }) => (
        <input type="hidden" name="countries" value={country} />
      ))}
      <Submit>
        {t('officer:triage.accept')}
        <span class="govuk-visually-hidden">: {reference}</span>
      </Submit>
    </Form>
  );
}
