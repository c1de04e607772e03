/** For whom a page is drawn: every part of it knows, without being told by every other. */

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Language } from '../../domain/words/languages.ts';
import type { Principal } from '../http/identity/principal.ts';
import type { Translate } from '../i18n/i18n.ts';

export interface Viewer {
  /** Undefined before sign-in. */
  principal: Principal | undefined;
  language: Language;
  /** IANA time zone that times are shown in. */
  zone: string;
  t: Translate;
  /** The moment at which the page is drawn. */
  now: Instant;
  /** Goes with every form, as `_csrf`. */
  csrf: string;
  /** Path and query of the page. */
  address: string;
  /** Fields of a form whose sending a refusal has stopped. */
  formValues: FormValues;
  /** The form that was saved when a session ended. Its page shows the saved values. */
  savedForm: { action: string; formValues: FormValues } | undefined;
  /** What was wrong with what was typed. */
  faults: readonly FormFault[];
}

export type FormValues = Readonly<Record<string, readonly string[]>>;

export interface FormFault {
  /** Name of the field; empty where it is about the whole. */
  field: string;
  message: string;
  /** The path of the page that has the field, if it is not this page. */
  page?: string;
}

export const ViewerContext = createContext<Viewer | undefined>(undefined);

/** @throws Error outside a page. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (viewer === undefined) throw new Error('This part is drawn outside a page.');
  return viewer;
}
