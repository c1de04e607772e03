/** The errors of a form at the top of its page, each with a link to its field. */

import { useViewer } from '../viewer.ts';
import { fieldId } from './field-group.tsx';

/** The errors of a form above the page, each with a link to its field. */
export function ErrorSummary() {
  const { faults, t } = useViewer();
  if (faults.length === 0) return null;
  return (
    <div class="govuk-error-summary" role="alert" tabIndex={-1} data-focus="">
      <h2 class="govuk-error-summary__title">{t('everywhere:error.title')}</h2>
      <ul class="govuk-list govuk-error-summary__list">
        {faults.map(({ field, message, page = '' }) => (
          <li>{field ? <a href={`${page}#${fieldId(field)}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  );
}
