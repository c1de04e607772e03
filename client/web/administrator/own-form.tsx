/** One of several forms on a page: what was typed into another one, and what was wrong there, is none of its business. */

import type { ComponentChildren } from 'preact';
import { Form } from '../parts/form.tsx';
import { type FormValues, useViewer, type Viewer, ViewerContext } from '../viewer.ts';

interface Props {
  /** Tells it from the others on the page. */
  name: string;
  action: string;
  hidden?: Readonly<Record<string, string | number>>;
  children: ComponentChildren;
}

/** A form on a page with several forms. It shows its own values and errors only. */
export function OwnForm({ name, action, hidden = {}, children }: Props) {
  const viewer = useViewer();
  const isIt = (formValues: FormValues | undefined) => formValues?.['form']?.[0] === name;
  const own: Viewer = {
    ...viewer,
    ...(!isIt(viewer.formValues) && { formValues: {}, faults: [] }),
    ...(!isIt(viewer.savedForm?.formValues) && { savedForm: undefined }),
  };
  return (
    <ViewerContext.Provider value={own}>
      <Form action={action} hidden={{ ...hidden, form: name }}>
        {children}
      </Form>
    </ViewerContext.Provider>
  );
}
