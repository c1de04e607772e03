/** Fills a form with the values that were posted after its session had ended, and says so above the fields. */

import type { ComponentChildren } from 'preact';
import { type FormValues, useViewer, ViewerContext } from '../viewer.ts';
import { Notice } from './notice.tsx';

/** The saved values of the form with this action. */
export function useSavedForm(action: string): FormValues | undefined {
  const { savedForm: kept } = useViewer();
  return kept?.action === action ? kept.formValues : undefined;
}

interface Props {
  action: string;
  /** Hidden fields. A form that has no others has nothing to fill in. */
  hidden: Readonly<Record<string, unknown>>;
  children: ComponentChildren;
}

/** Wraps the fields of a form. Values that the page itself has are newer. */
export function Refilled({ action, hidden, children }: Props) {
  const viewer = useViewer();
  const kept = useSavedForm(action);
  if (kept === undefined || Object.keys(kept).every((name) => name in hidden)) return <>{children}</>;
  const formValues = Object.keys(viewer.formValues).length > 0 ? viewer.formValues : kept;
  return (
    <ViewerContext.Provider value={{ ...viewer, formValues }}>
      <div tabIndex={-1} data-focus="">
        <Notice title={viewer.t('everywhere:kept.title')}>{viewer.t('everywhere:kept.text')}</Notice>
      </div>
      {children}
    </ViewerContext.Provider>
  );
}
