/** The choices that the script keeps in this browser: keyboard shortcuts, and the sound of emergencies. */

import { useViewer } from '../viewer.ts';

const SHORTCUTS = [
  ['/', 'search'],
  ['j', 'down'],
  ['k', 'up'],
] as const;

/** The list of keyboard shortcuts, and the switches. Single keys can be turned off (WCAG 2.1.4). */
export function BrowserChoices() {
  const { t } = useViewer();
  return (
    <section aria-labelledby="shortcuts">
      <h2 class="govuk-heading-m" id="shortcuts">
        {t('waiting:shortcuts.title')}
      </h2>
      <dl class="desk-fields">
        {SHORTCUTS.map(([key, name]) => (
          <div>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`waiting:shortcuts.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <p class="govuk-hint">{t('waiting:shortcuts.hint')}</p>
      <p class="desk-no-print">
        <button type="button" class="desk-button-plain" data-shortcuts="" aria-pressed="true" hidden>
          {t('waiting:shortcuts.switch')}
        </button>{' '}
        <button type="button" class="desk-button-plain" data-sound="" aria-pressed="true" hidden>
          {t('waiting:emergency.sound')}
        </button>
      </p>
    </section>
  );
}
