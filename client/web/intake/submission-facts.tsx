/** Shows a submission step by step: before it is sent, and when its particulars are read. */

import type { Translate } from '../../i18n/i18n.ts';
import { useViewer } from '../viewer.ts';
import { FORM_STEPS, isList } from './field-definition.ts';
import { fieldText } from './field-text.ts';
import { fieldsOfStep } from './steps.ts';

interface Props {
  /** A submission, or as much of one as may be shown. */
  submission: object;
  /** The id of the draft, if the submission can still be changed. */
  draft?: string;
  /** The heading of each step. Default: h2 for a draft, otherwise h4. */
  level?: 'h2' | 'h4';
}

/** All values of a submission as a list. */
export function SubmissionFacts({ submission, draft, level: Title = draft ? 'h2' : 'h4' }: Props) {
  const viewer = useViewer();
  const { t } = viewer;
  const parts = FORM_STEPS.map((step) => {
    const rows = fieldsOfStep(step).map(([name, field]) => ({
      label: t(isList(field) ? field.title : field.label),
      text: fieldText(field, valueAt(submission, name), viewer),
    }));
    return { step, rows: rows.filter(({ text }) => text !== '') };
  });
  return (
    <>
      {parts
        .filter(({ rows }) => draft || rows.length > 0)
        .map(({ step, rows }) => (
          <section class="desk-part">
            <Title class="govuk-heading-s">{t(`intake:step.${step}`)}</Title>
            <dl class="govuk-summary-list">
              {rows.map(({ label, text }) => (
                <div class="govuk-summary-list__row">
                  <dt class="govuk-summary-list__key">{label}</dt>
                  <dd class="govuk-summary-list__value desk-words">{draft ? shortened(text, t) : text}</dd>
                </div>
              ))}
            </dl>
            {draft && (
              <p class="desk-no-print">
                <a class="govuk-link" href={`/referrals/new/${draft}/${step}`}>
                  {t('everywhere:edit')}
                  <span class="govuk-visually-hidden">: {t(`intake:step.${step}`)}</span>
                </a>
              </p>
            )}
          </section>
        ))}
    </>
  );
}

/** `handling.code` is a property of a property. */
function valueAt(from: object, name: string): unknown {
  return name.split('.').reduce<unknown>((value, property) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.entries(value).find(([each]) => each === property)?.[1];
  }, from);
}

/** The check page shows the first lines of a long file. Particulars are shown in full. */
const MOST_LINES = 30;

function shortened(text: string, t: Translate): string {
  const lines = text.split('\n');
  const unseen = lines.length - MOST_LINES;
  if (unseen <= 0) return text;
  return [...lines.slice(0, MOST_LINES), t('intake:rows.unseen', { count: unseen })].join('\n');
}
