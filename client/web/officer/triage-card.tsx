/** One referral in the triage queue: what it is, what is proposed and why, and what may be done with it. */

import type { TriageProposal } from '../../../domain/events.ts';
import type { Referral } from '../../../domain/referral.ts';
import type { Country } from '../../../domain/vocabulary.ts';
import { countryName } from '../../i18n/countries.ts';
import type { Names } from '../../i18n/render-sentence.ts';
import type { ListRow } from '../../queries/list.ts';
import type { PossibleAct } from '../../queries/may-act.ts';
import type { PossibleDuplicate } from '../../queries/possible-duplicates.ts';
import { Due } from '../parts/due.tsx';
import { Form, Submit } from '../parts/form.tsx';
import { Reference } from '../parts/reference.tsx';
import { StatusTag, UrgencyTag } from '../parts/tag.tsx';
import type { OfferedActType } from '../referral/act-forms.ts';
import { Proposal } from '../referral/decision.tsx';
import { DuplicateList } from '../referral/duplicate-list.tsx';
import { duplicateIds } from '../referral/referral-view.ts';
import { useViewer } from '../viewer.ts';

/** A referral that waits for triage, with the possible acts. */
export interface WaitingReferral {
  row: ListRow;
  referral: Referral;
  acts: readonly PossibleAct[];
  /** Of the proposed countries, those in which no contact point can receive the referral. */
  unreachable: readonly Country[];
  /** Other referrals that share values with it. */
  duplicates: readonly PossibleDuplicate[];
}

/** In this order, after what the proposal is answered with. */
const OTHERWISE: readonly OfferedActType[] = ['ask-information', 'file-informational', 'reject-at-intake'];

/** One referral of the triage queue with its proposal and its acts. */
export function TriageCard({ waiting, names }: { waiting: WaitingReferral; names: Names }) {
  const { t } = useViewer();
  const { row, referral, unreachable, duplicates } = waiting;
  const { triage, facts } = referral;
  const twins = duplicateIds(referral, duplicates);
  return (
    <section class="desk-part desk-triage">
      <h2 class="govuk-heading-m">
        <Reference reference={row.reference} unread={row.unread} />
      </h2>
      <p class="govuk-body">
        <StatusTag status={row.status} /> <UrgencyTag urgency={row.urgency} /> {t(`codes:kind.${row.kind}`)},{' '}
        {names.agency(row.senderAgencyId)}. {facts.crimeAreas.map((area) => t(`codes:crimeArea.${area}`)).join('; ')}
        {row.owes && (
          <>
            {'. '}
            {t('everywhere:column.due')}: <Due at={row.owes.by} />
          </>
        )}
      </p>
      {triage.state === 'proposed' && <Proposal proposal={triage.proposal} unreachable={unreachable} />}
      {triage.state === 'open' && <p class="govuk-body">{t('officer:triage.no-proposal')}</p>}
      {twins.length > 0 && (
        <p class="govuk-body">
          <a href={`/triage/${row.reference}/compare`}>{t('officer:triage.compare', { count: twins.length })}</a>
        </p>
      )}
      <DuplicateList duplicates={duplicates} />
      <HeldWarning waiting={waiting} />
      <Answers waiting={waiting} />
    </section>
  );
}

/** The warning before accepting a proposal for a country in which no contact point can receive. */
function HeldWarning({ waiting: { referral, unreachable } }: { waiting: WaitingReferral }) {
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

function Answers({ waiting: { row, referral, acts } }: { waiting: WaitingReferral }) {
  const { t } = useViewer();
  const { triage, reference, seq } = referral;
  const may = (type: OfferedActType) => acts.some((act) => act.type === type);
  const proposal = triage.state === 'proposed' && triage.proposal.verdict === 'clear' ? triage.proposal : undefined;
  const link = (type: OfferedActType, label: string) => (
    <a
      class="govuk-button govuk-button--secondary"
      href={`/referrals/${reference}/acts/${type}?back=/triage`}
      draggable={false}
    >
      {label}
      <span class="govuk-visually-hidden">: {row.reference}</span>
    </a>
  );
  return (
    <div class="govuk-button-group desk-no-print">
      {may('complete-triage') && proposal && <Accept reference={reference} seq={seq} proposal={proposal} />}
      {may('complete-triage') &&
        link('complete-triage', t(proposal ? 'officer:triage.change' : 'officer:triage.decide'))}
      {OTHERWISE.filter(may).map((type) => link(type, t(`codes:act.${type}`)))}
    </div>
  );
}

/** The fields of the proposal, with its leading country only. */
function Accept({ reference, seq, proposal }: { reference: string; seq: number; proposal: TriageProposal }) {
  const { t } = useViewer();
  const { urgency, urgencyGrounds, capability, countries } = proposal;
  const hidden = { key: crypto.randomUUID(), seen: seq, back: '/triage', urgency, capability };
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
