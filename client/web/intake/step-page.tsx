/** One step of a new referral: where one is, what is asked for, and on to the next. */

import type { LossEntry } from '../../../domain/exchange/loss-report.ts';
import type { Submission } from '../../../domain/submission.ts';
import { Form, Submit } from '../parts/form.tsx';
import { useViewer } from '../viewer.ts';
import { Check } from './check.tsx';
import { StepFields } from './step-fields.tsx';
import { STEPS, type Step } from './steps.ts';

interface Props {
  id: string;
  step: Step;
  languages: readonly string[];
  more: string | undefined;
  submission: Submission | undefined;
  loss: readonly LossEntry[];
}

export function StepPage({ id, step, languages, more, submission, loss }: Props) {
  const { words } = useViewer();
  return (
    <>
      <nav class="desk-steps desk-no-print" aria-label={words('intake:steps')}>
        <ol>
          {STEPS.map((each) => (
            <li>
              <a href={`/referrals/new/${id}/${each}`} {...(each === step && { 'aria-current': 'step' as const })}>
                {words(`intake:step.${each}`)}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{words('intake:step-of', { n: STEPS.indexOf(step) + 1, of: STEPS.length })}</span>
        {words(`intake:step.${step}`)}
      </h1>
      {step === 'check' ? (
        <Check id={id} submission={submission} loss={loss} />
      ) : (
        <Form action={`/referrals/new/${id}/${step}`}>
          {/* Enter in a field presses the first button of a form: it goes on, and takes no row away. */}
          <button class="govuk-visually-hidden" type="submit" name="go" value="next" tabIndex={-1} aria-hidden="true">
            {words('everywhere:continue')}
          </button>
          <StepFields step={step} languages={languages} more={more} />
          <div class="govuk-button-group">
            <Submit name="go" value="next">
              {words('everywhere:continue')}
            </Submit>
            <Submit name="go" value="save" kind="secondary">
              {words('intake:save-draft')}
            </Submit>
          </div>
        </Form>
      )}
    </>
  );
}
