/** What a lost session has kept of a form: in its fields again once its writer is back, and said above them. */

import type { ComponentChildren } from 'preact';
import { type FormValues, useViewer, ViewerContext } from '../viewer.ts';
import { Notice } from './notice.tsx';

/** Of the form that is sent there. */
export function useKept(action: string): FormValues | undefined {
  const { kept } = useViewer();
  return kept?.action === action ? kept.typed : undefined;
}

interface Props {
  action: string;
  /** Fields that nobody types into: where there are no others, nothing was lost. */
  hidden: Readonly<Record<string, unknown>>;
  children: ComponentChildren;
}

/** Around the fields of a form. What the page itself has of them is newer. */
export function Refilled({ action, hidden, children }: Props) {
  const viewer = useViewer();
  const kept = useKept(action);
  if (kept === undefined || Object.keys(kept).every((name) => name in hidden)) return <>{children}</>;
  const typed = Object.keys(viewer.typed).length > 0 ? viewer.typed : kept;
  return (
    <ViewerContext.Provider value={{ ...viewer, typed }}>
      <div tabIndex={-1} data-focus="">
        <Notice title={viewer.words('everywhere:kept.title')}>{viewer.words('everywhere:kept.text')}</Notice>
      </div>
      {children}
    </ViewerContext.Provider>
  );
}
