/** The page that asks for confirmation before something is removed, and states the consequences. */

import type { ComponentChildren } from 'preact';
import { Form, Submit } from '../parts/form.tsx';
import { useViewer } from '../viewer.ts';

interface Props {
  title: string;
  text: string;
  /** As on the button. */
  does: string;
  action: string;
  hidden?: Readonly<Record<string, string>>;
  back: string;
  /** Nothing is destroyed, so the button is no warning. */
  harmless?: boolean;
  /** Shown before the button. */
  children?: ComponentChildren;
}

/** A page that asks for confirmation. */
export function Confirm({ title, text, does, action, hidden = {}, back, harmless = false, children }: Props) {
  const { t } = useViewer();
  return (
    <div class="desk-measure">
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{text}</p>
      {children}
      <Form action={action} hidden={hidden}>
        <div class="govuk-button-group">
          <Submit {...(!harmless && { kind: 'warning' })}>{does}</Submit>
          <a class="govuk-link" href={back}>
            {t('everywhere:cancel')}
          </a>
        </div>
      </Form>
    </div>
  );
}
