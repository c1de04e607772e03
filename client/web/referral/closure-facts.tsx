/** The summary on which a closure is approved: recipients, outcomes, what was late and what is missing. */

import type { ClockName } from '../../../domain/clocks/clock-names.ts';
import { type ClosedRecipient, closureSummary } from '../../../domain/closure-summary.ts';
import type { JournalEntry } from '../../../domain/events.ts';
import type { Referral } from '../../../domain/referral.ts';
import { countryName } from '../../i18n/countries.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { labelled } from '../../i18n/labelled.ts';
import type { Names } from '../../i18n/render-sentence.ts';
import { withSemicolons } from '../../i18n/with-semicolons.ts';
import { RecipientTag, Tag } from '../parts/tag.tsx';
import { useViewer } from '../viewer.ts';
import { outcomeText } from './outcome-text.ts';

interface Props {
  referral: Referral;
  /** At least the entries of `REASONED_EVENTS`. */
  journal: readonly JournalEntry[];
  names: Names;
}

/** The summary of a referral that is to be closed. */
export function ClosureFacts({ referral, journal, names }: Props) {
  const { t, language } = useViewer();
  const { recipients, late, unserved, unanswered } = closureSummary(referral, journal);
  return (
    <ul class="desk-plain-list">
      {recipients.length === 0 && <li>{t('waiting:closure.no-recipients')}</li>}
      {recipients.map((each) => (
        <OfRecipient each={each} names={names} />
      ))}
      {late.length > 0 && <li>{labelled(t, t('waiting:closure.desk-late'), clockNames(late, t))}</li>}
      {unserved.length > 0 && (
        <li>
          <Tag colour="orange">
            {labelled(
              t,
              t('officer:held.countries'),
              unserved.map((country) => countryName(language, country)).join(', '),
            )}
          </Tag>
        </li>
      )}
      {unanswered > 0 && <li>{t('waiting:closure.unanswered', { count: unanswered })}</li>}
    </ul>
  );
}

function OfRecipient({ each, names }: { each: ClosedRecipient; names: Names }) {
  const { recipient, ground, outcomes, late, missing } = each;
  const { t, language } = useViewer();
  const answers = [
    ...(ground ? [t(`codes:declineGround.${ground}`)] : []),
    ...outcomes.map((outcome) => outcomeText(outcome, t)),
  ];
  return (
    <li>
      {names.recipient(recipient.id)}, {countryName(language, recipient.country)}{' '}
      <RecipientTag status={recipient.status} /> {withSemicolons(answers, t)}
      {late.length > 0 && (
        <>
          {' '}
          <Tag colour="red">{labelled(t, t('referral:late'), clockNames(late, t))}</Tag>
        </>
      )}
      {missing.map((what) => (
        <>
          {' '}
          <Tag colour="orange">{t(`waiting:closure.missing.${what}`)}</Tag>
        </>
      ))}
    </li>
  );
}

function clockNames(clocks: readonly ClockName[], t: Translate): string {
  return clocks.map((name) => t(`codes:clockName.${name}`)).join(', ');
}
