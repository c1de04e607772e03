/** The page of one step of a new referral: the list of steps, the fields, and the buttons. */

import type { LossEntry } from '../../../domain/exchange/loss-report.ts';
import type { Submission } from '../../../domain/submission.ts';
import { Form, Submit } from '../parts/form.tsx';
import { useViewer } from '../viewer.ts';
import { CheckPage } from './check.tsx';
import { fieldsOfStep, type IntakeStep, STEPS } from './steps.ts';
import { TableFields } from './table-fields.tsx';

/** How many empty rows the button "Add" shows beside the one at the end. */
const MORE_ROWS = 3;

interface Props {
  /** Of the draft. */
  id: string;
  step: IntakeStep;
  /** ISO 639-1 codes to select from. */
  languages: readonly string[];
  /** The list to which rows are added. */
  more: string | undefined;
  submission: Submission | undefined;
  loss: readonly LossEntry[];
  /** Of a report file. */
  schema: string | undefined;
}

export function StepPage({ id, step, languages, more, submission, loss, schema }: Props) {
  const { t } = useViewer();
  return (
    <>
      <nav class="desk-steps desk-no-print" aria-label={t('intake:steps')}>
        <ol>
          {STEPS.map((each) => (
            <li>
              <a href={`/referrals/new/${id}/${each}`} {...(each === step && { 'aria-current': 'step' as const })}>
                {t(`intake:step.${each}`)}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{t('intake:step-of', { n: STEPS.indexOf(step) + 1, of: STEPS.length })}</span>
        {t(`intake:step.${step}`)}
      </h1>
      {step === 'check' ? (
        <CheckPage id={id} submission={submission} loss={loss} schema={schema} />
      ) : (
        <Form action={`/referrals/new/${id}/${step}`}>
          {/* The Enter key presses the first button of a form, which would remove a row. */}
          <button class="govuk-visually-hidden" type="submit" name="go" value="next" tabIndex={-1} aria-hidden="true">
            {t('everywhere:continue')}
          </button>
          <TableFields
            fields={fieldsOfStep(step)}
            languages={languages}
            moreRows={(list) => (list === more ? MORE_ROWS : 0)}
            buttons
          />
          <div class="govuk-button-group">
            <Submit name="go" value="next">
              {t('everywhere:continue')}
            </Submit>
            <Submit name="go" value="save" kind="secondary">
              {t('intake:save-draft')}
            </Submit>
          </div>
        </Form>
      )}
    </>
  );
}
