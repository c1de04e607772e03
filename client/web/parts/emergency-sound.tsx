/** Announces incoming emergencies: a live region, and a sound that the person can turn off. The script fills both. */

import { useViewer } from '../viewer.ts';

/** What arrived shortly before the page was made may not have been recorded then. */
const RECORDED_WITHIN_MS = 5_000;

/** The live region. It is outside the part of the page that the script replaces, which would silence it. */
export function EmergencyAnnouncer() {
  const { t, now } = useViewer();
  return (
    <p
      id="emergencies"
      class="govuk-visually-hidden"
      role="status"
      aria-live="polite"
      data-since={new Date(Date.parse(now) - RECORDED_WITHIN_MS).toISOString()}
      data-one={t('waiting:emergency.one', { reference: '#' })}
      data-many={t('waiting:emergency.many', { number: '#' })}
    />
  );
}

/** The switch of the sound. The script shows it and remembers the choice in this browser. */
export function EmergencySound() {
  const { t } = useViewer();
  return (
    <p class="desk-no-print">
      <button type="button" class="desk-button-plain" data-sound="" aria-pressed="true" hidden>
        {t('waiting:emergency.sound')}
      </button>
    </p>
  );
}
