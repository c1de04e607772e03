/** A message at the top of a page: something was done, saved or changed. */

import type { ComponentChildren } from 'preact';

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
