/** A message at the top of a page: something was done, saved or changed. */

import type { ComponentChildren } from 'preact';
import { useViewer } from '../viewer.ts';

/** A notification banner. */
export function Notice({
  title,
  good = false,
  children,
}: {
  title: string;
  good?: boolean;
  children: ComponentChildren;
}) {
  return (
    <section
      class={`govuk-notification-banner${good ? ' govuk-notification-banner--success' : ''}`}
      role={good ? 'alert' : 'region'}
      aria-label={title}
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title">{title}</h2>
      </div>
      <div class="govuk-notification-banner__content">
        <p class="govuk-notification-banner__heading">{children}</p>
      </div>
    </section>
  );
}

/** Shown on the page that a form returns to with `?saved`. */
export function SavedNotice() {
  const { t, address } = useViewer();
  if (!new URL(address, 'http://localhost').searchParams.has('saved')) return null;
  return (
    <Notice title={t('everywhere:done.title')} good>
      {t('administrator:saved')}
    </Notice>
  );
}
