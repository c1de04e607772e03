/** The viewer of a page with language, form values and errors. Every part of the page reads it from a context. */

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Announcement } from '../../domain/announcement.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Language } from '../../domain/words/languages.ts';
import type { ColourScheme, Principal } from '../http/identity/principal.ts';
import type { Translate } from '../i18n/i18n.ts';

/** The viewer of a page, and what every part of the page needs. */
export interface Viewer {
  /** No other administrator can confirm what this one proposes. */
  isLoneAdministrator?: boolean;
  /** What operators announce. */
  announcements?: readonly Announcement[];
  /** Undefined before sign-in. */
  principal: Principal | undefined;
  language: Language;
  /** IANA time zone that times are shown in. */
  zone: string;
  colourScheme: ColourScheme;
  /** Translates a text key into the language of the viewer. */
  t: Translate;
  /** The time at which the page is rendered. */
  now: Instant;
  /** The CSRF token, which every form sends as `_csrf`. */
  csrf: string;
  /** Path and query of the page. */
  address: string;
  /** Submitted values of a form that was refused; empty otherwise. The fields show them again. */
  formValues: FormValues;
  /** The form that was saved when a session ended. Its page shows the saved values. */
  savedForm: { action: string; formValues: FormValues } | undefined;
  /** Errors in the submitted values. */
  faults: readonly FormFault[];
}

/** Submitted values by field name. A field may have several values. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

/** An error in a submitted form. */
export interface FormFault {
  /** Name of the field; empty if the error concerns the whole form. */
  field: string;
  message: string;
  /** The path of the page that has the field, if it is not this page. */
  page?: string;
}

/** The context from which parts of a page read the viewer. */
export const ViewerContext = createContext<Viewer | undefined>(undefined);

/** @throws Error outside a page. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (viewer === undefined) throw new Error('This component is rendered outside a page.');
  return viewer;
}
