/** Why it goes where it goes: the rules' proposal and every contact point that was weighed. For the coordinating agency. */

import type { JournalEntry, TriageProposal } from '../../../domain/events.ts';
import type { Referral } from '../../../domain/referral.ts';
import type { CountryChange } from '../../../domain/routing/country-changes.ts';
import { contactPoint, type Directory } from '../../../domain/routing/directory.ts';
import { unreachableCountries } from '../../../domain/routing/request.ts';
import type { Candidate, RouteDecision } from '../../../domain/routing/route.ts';
import type { Country, Instant } from '../../../domain/vocabulary.ts';
import { countryName } from '../../i18n/countries.ts';
import { labelled } from '../../i18n/labelled.ts';
import { openingText } from '../../i18n/opening-hours.ts';
import type { Names } from '../../i18n/render-sentence.ts';
import { withSemicolons } from '../../i18n/with-semicolons.ts';
import { DateAndTime } from '../parts/due.tsx';
import type { Column } from '../parts/table.tsx';
import { TableInParts } from '../parts/table-in-parts.tsx';
import { Tag, UrgencyTag } from '../parts/tag.tsx';
import { useViewer, type Viewer } from '../viewer.ts';
import { reasonSentence } from './reasons.ts';
import type { ReferralView } from './referral-view.ts';

/** The proposed triage and the routing decisions of a referral. */
export function TriageAndRouting({ view }: { view: ReferralView }) {
  const { t } = useViewer();
  const { triage } = view.referral;
  const proposal = triage.state === 'open' ? undefined : triage.proposal;
  const routed = view.journal.flatMap((entry) =>
    entry.event.type === 'routed' ? [{ entry, decision: entry.event.decision }] : [],
  );
  return (
    <>
      {proposal && <Proposal proposal={proposal} />}
      {proposal && <CountryChanges changes={view.countryChanges} />}
      {routed.map(({ entry, decision }) => (
        <Route entry={entry} decision={decision} view={view} />
      ))}
      {!proposal && routed.length === 0 && <p class="govuk-body">{t('referral:no-decisions')}</p>}
    </>
  );
}

/** Of the countries that the rules propose, those in which no contact point can receive the referral now. */
export function unreachableOf(referral: Referral, directory: Directory, now: Instant): readonly Country[] {
  if (referral.triage.state !== 'proposed') return [];
  const { countries, capability } = referral.triage.proposal;
  const proposed = countries.map(({ country }) => country);
  return unreachableCountries({ referral, countries: proposed, capability, asOf: now }, directory);
}

interface ProposalProps {
  proposal: TriageProposal;
  /** Of its countries, those in which no contact point can receive the referral. */
  unreachable?: readonly Country[];
}

/** The proposed triage with its reasons. */
export function Proposal({ proposal, unreachable = [] }: ProposalProps) {
  const { t, language } = useViewer();
  const { urgency, urgencyReasons, countries, verdict, verdictReasons, capability, capabilityReasons, ruleVersion } =
    proposal;
  return (
    <dl class="govuk-summary-list">
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">{t('referral:proposal.urgency')}</dt>
        <dd class="govuk-summary-list__value">
          <UrgencyTag urgency={urgency} />
          <Reasons reasons={urgencyReasons} />
        </dd>
      </div>
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">{t('referral:proposal.countries')}</dt>
        <dd class="govuk-summary-list__value">
          {t(`codes:triageVerdict.${verdict}`)}
          <Reasons reasons={verdictReasons} />
          {countries.map(({ country, score, reasons }) => (
            <div>
              <strong>{countryName(language, country)}</strong>
              {/* The only reason has the points of the country already. */}
              {reasons.length !== 1 && ` (${t('referral:proposal.score', { count: score })})`}{' '}
              {unreachable.includes(country) && <Tag colour="orange">{t('referral:proposal.nobody')}</Tag>}
              <Reasons reasons={reasons} />
            </div>
          ))}
        </dd>
      </div>
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">{t('referral:proposal.capability')}</dt>
        <dd class="govuk-summary-list__value">
          {t(`codes:capability.${capability}`)}
          <Reasons reasons={capabilityReasons} />
        </dd>
      </div>
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">{t('referral:proposal.rule')}</dt>
        <dd class="govuk-summary-list__value desk-quiet">{ruleVersion}</dd>
      </div>
    </dl>
  );
}

function CountryChanges({ changes }: { changes: readonly CountryChange[] }) {
  const { t, language } = useViewer();
  if (changes.length === 0) return null;
  const namesOf = (countries: readonly Country[]) =>
    countries.map((country) => countryName(language, country)).join(', ');
  return (
    <>
      <h3 class="govuk-heading-s">{t('officer:change.title')}</h3>
      <ul class="govuk-list govuk-list--bullet desk-measure">
        {changes.map(({ change, basis, country, leading, verdict }) => (
          <li>
            {t('everywhere:labelled', {
              label: t(`officer:change.if.${change}`, {
                basis: t(`codes:indicatorBasis.${basis}`),
                country: namesOf([country]),
              }),
              value: t(`officer:change.result.${verdict}`, { countries: namesOf(leading) }),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

function Reasons({ reasons }: { reasons: readonly string[] }) {
  const { t, language } = useViewer();
  const sentences = reasons.map((reason) => reasonSentence(reason, language));
  return <div class="desk-quiet">{withSemicolons(sentences, t)}</div>;
}

function Route({ entry, decision, view }: { entry: JournalEntry; decision: RouteDecision; view: ReferralView }) {
  const { t, language } = useViewer();
  const { names } = view;
  const drillColumn = useDrillColumn();
  const columns: Column<Candidate>[] = [
    {
      key: 'country',
      title: t('everywhere:column.country'),
      cell: ({ country }) => countryName(language, country),
    },
    { key: 'point', title: t('referral:column.point'), cell: ({ contactPointId }) => names.point(contactPointId) },
    { key: 'type', title: t('referral:column.type'), cell: ({ type }) => t(`codes:contactPointType.${type}`) },
    {
      key: 'verdict',
      title: t('referral:column.verdict'),
      cell: ({ verdict }) =>
        verdict.taken ? (
          <Tag colour="green">{t(`codes:passedOver.${verdict.reason}`)}</Tag>
        ) : (
          t(`codes:passedOver.${verdict.reason}`)
        ),
    },
    ...(decision.candidates.some(({ reachable }) => reachable !== undefined) ? [reachableColumn(view)] : []),
    ...(decision.candidates.some(({ failedDrill }) => failedDrill) ? [drillColumn] : []),
  ];
  return (
    <>
      <h3 class="govuk-heading-s">
        {t('referral:routed-at')} <DateAndTime at={entry.at} />
      </h3>
      <p class="govuk-body desk-quiet">
        {t('everywhere:labelled', { label: t('referral:proposal.rule'), value: decision.ruleVersion })}
      </p>
      <TableInParts
        name={`candidates-${entry.seq}`}
        size={10}
        caption={t('referral:part.decision')}
        columns={columns}
        rows={decision.candidates}
        empty={t('codes:nobodyFound.nobody-in-directory')}
      />
      {decision.without.map(({ country, reason }) => (
        <p class="govuk-body">{labelled(t, countryName(language, country), t(`codes:nobodyFound.${reason}`))}</p>
      ))}
      <RouteChanges changes={decision.changes ?? []} names={names} />
    </>
  );
}

/** Shown if a candidate did not answer its last drill. */
function useDrillColumn(): Column<Candidate> {
  const { t } = useViewer();
  return {
    ...{ key: 'drill', title: t('registry:drill.last') },
    cell: ({ failedDrill }) => failedDrill && t('registry:drill.failed'),
  };
}

function reachableColumn({ lookup: { directory } }: ReferralView): Column<Candidate> {
  const viewer = useViewer();
  return {
    key: 'reachable',
    title: viewer.t('officer:reachable.title'),
    cell: (candidate) => reachableText(candidate, directory, viewer),
  };
}

/** Whether the contact point can be reached. A closed desk opens at a time of its own time zone. */
export function reachableText(
  { reachable, opensAt, contactPointId }: Candidate,
  directory: Directory,
  { t, language, zone }: Viewer,
): string {
  const can = t(reachable ? 'officer:reachable.yes' : 'officer:reachable.no');
  if (opensAt === undefined) return can;
  const at = openingText(opensAt, language, contactPoint(directory, contactPointId)?.zone ?? zone);
  return withSemicolons([reachable ? t('officer:reachable.duty-line') : can, t('officer:reachable.opens', { at })], t);
}

/** What would select another contact point. */
function RouteChanges({ changes, names }: { changes: NonNullable<RouteDecision['changes']>; names: Names }) {
  const { t } = useViewer();
  if (changes.length === 0) return null;
  const sentence = ({ contactPointId, without, instead, handicaps = [] }: (typeof changes)[number]) => {
    const point = names.point(contactPointId);
    const others = instead.map(names.point).join(', ');
    const stated = [
      ...without.map((reason) => t(`codes:passedOver.${reason}`)),
      ...handicaps.map((handicap) => t(`officer:route-change.handicap.${handicap}`)),
    ];
    const reasons = withSemicolons(stated, t);
    if (reasons === '') return t('officer:route-change.instead', { point, others });
    if (instead.length === 0) return t('officer:route-change.without', { point, reasons });
    return t('officer:route-change.both', { point, others, reasons });
  };
  return (
    <>
      <h4 class="govuk-heading-s">{t('officer:route-change.title')}</h4>
      <ul class="govuk-list govuk-list--bullet desk-measure">
        {changes.map((change) => (
          <li>{sentence(change)}</li>
        ))}
      </ul>
    </>
  );
}
