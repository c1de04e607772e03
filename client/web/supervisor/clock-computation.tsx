/** How the due instant of a clock was computed: each day that did not count, each move, and which period decides. */

import type { Explanation } from '../../../domain/clocks/explanation.ts';
import { day, formatInstant } from '../../i18n/dates.ts';
import { periodEnd, periodHeading, type StepSetting, stepSentence } from '../../i18n/deadline-steps.ts';
import { useViewer } from '../viewer.ts';

/**
 * The periods that were compared, each with its steps. Shows nothing for clocks of earlier versions. The table of events shows
 * the changes of the clocks.
 */
export function ClockComputation({ explanation: { computation, start } }: { explanation: Explanation }) {
  const { t, language } = useViewer();
  if (computation === undefined) return null;
  const setting: StepSetting = {
    ...{ t, language, zone: start.zone, place: start.counting?.calendar?.place },
    at: (instant) => formatInstant(instant, language, start.zone),
    day: (date) => day(`${date}T12:00:00.000Z`, language, 'UTC'),
  };
  return (
    <>
      <h2 class="govuk-heading-m">{t('computation:title')}</h2>
      {computation.map((period) => (
        <>
          <h3 class="govuk-heading-s">{periodHeading(period, t)}</h3>
          <ol class="govuk-list govuk-list--number">
            {period.steps.flatMap((step) =>
              step.step === 'due' || step.step === 'offset-changed' ? [] : [<li>{stepSentence(step, setting)}</li>],
            )}
            <li>{periodEnd(period, setting)}</li>
          </ol>
        </>
      ))}
    </>
  );
}
