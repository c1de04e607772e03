/** The contact points of the assign form: those in the countries of the referral first, each with the verdict of the rules. */

import type { Candidate } from '../../../domain/routing/route.ts';
import { countryName } from '../../i18n/countries.ts';
import { labelled } from '../../i18n/labelled.ts';
import { withSemicolons } from '../../i18n/with-semicolons.ts';
import type { AssignmentCandidates } from '../../queries/candidates.ts';
import { Choices, type Option, Select } from '../parts/form.tsx';
import { useViewer, type Viewer } from '../viewer.ts';
import { reachableText } from './decision.tsx';
import type { ReferralView } from './referral-view.ts';

interface Props {
  name: string;
  label: string;
  value: string | undefined;
  candidates: AssignmentCandidates;
  view: ReferralView;
}

/** The name of the field with the contact points of other countries. */
export const OTHER_POINT = 'otherContactPoint';

/** Radio buttons for the countries of the referral, and a list for all other countries. */
export function CandidateChoices({ name, label, value = '', candidates, view }: Props) {
  const viewer = useViewer();
  const { t, language } = viewer;
  const { concerned, others, without } = candidates;
  const optionOf = (candidate: Candidate): Option => ({
    value: candidate.contactPointId,
    label: labelOf(candidate, view, viewer),
    hint: verdictText(candidate, view, viewer),
  });
  const elsewhere = others
    .map((each) => {
      const [point, verdict] = [labelOf(each, view, viewer), verdictText(each, view, viewer)];
      return { value: each.contactPointId, label: `${point} (${verdict})` };
    })
    .sort((one, other) => one.label.localeCompare(other.label, language));
  return (
    <>
      {without.map(({ country, reason }) => (
        <p class="govuk-inset-text">
          {t('everywhere:labelled', {
            label: countryName(language, country),
            value: t(`codes:nobodyFound.${reason}`),
          })}
        </p>
      ))}
      <p class="govuk-hint">{t('officer:assign.hint')}</p>
      {concerned.length > 0 && (
        <Choices
          kind="radio"
          name={name}
          label={label}
          value={value ? [value] : []}
          options={[...concerned.map(optionOf), { value: '', label: t('officer:assign.another') }]}
        />
      )}
      <Select
        name={concerned.length > 0 ? OTHER_POINT : name}
        label={concerned.length > 0 ? t('officer:assign.another') : label}
        value={value}
        options={elsewhere}
        empty={t(concerned.length > 0 ? 'everywhere:none' : 'everywhere:field.choose')}
        optional={concerned.length > 0}
      />
    </>
  );
}

function labelOf({ country, contactPointId }: Candidate, { names }: ReferralView, { t, language }: Viewer): string {
  return labelled(t, countryName(language, country), names.point(contactPointId));
}

/** The verdict of the rules and, for urgent referrals, whether the contact point can be reached. */
function verdictText(candidate: Candidate, view: ReferralView, viewer: Viewer): string {
  const { t } = viewer;
  const { verdict, type, reachable, failedDrill } = candidate;
  const said = verdict.taken ? t(`officer:assign.${verdict.reason}`) : t(`codes:passedOver.${verdict.reason}`);
  const reach =
    reachable === undefined
      ? []
      : [labelled(t, t('officer:reachable.title'), reachableText(candidate, view.lookup.directory, viewer))];
  const failed = failedDrill ? [t('registry:drill.failed')] : [];
  return withSemicolons([said, t(`codes:contactPointType.${type}`), ...reach, ...failed], t);
}
