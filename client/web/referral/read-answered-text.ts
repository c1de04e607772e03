/** Reads the text that an act answers, for the act's own form: for a stated purpose, or for the purpose of the visit. */

import { ERRORS } from '../../../domain/errors.ts';
import type { Language } from '../../../domain/words/languages.ts';
import type { DisclosedText } from '../../queries/read-particulars.ts';
import { refusalToShow } from '../refusal-to-show.ts';
import type { FormFault } from '../viewer.ts';
import type { OfferedActType } from './act-forms.ts';
import { faultOfRefusal } from './act-request.ts';
import { type ActSubject, textAnswered } from './act-text.tsx';
import type { ReferralPageDeps, ReferralView } from './referral-view.ts';

/** What was read, or why it was refused. */
export interface AnsweredTextRead {
  /** The text that the act answers. */
  said?: readonly DisclosedText[];
  /** All other particulars, if they were requested too. */
  others?: readonly DisclosedText[];
  faults?: readonly FormFault[];
  status?: number;
}

/** The purpose that was entered. An empty one stands for the purpose of the visit, if there is one. */
export interface EnteredPurpose {
  purpose: string;
  /** Why the person reads beyond the allowance. */
  further: string;
  language: Language;
}

/** Reads the text for the purpose; with `all`, every other text of the referral too. */
export async function answeredText(
  { reader }: ReferralPageDeps,
  view: ReferralView,
  type: OfferedActType,
  { purpose, further, language, all = false, ...subject }: ActSubject & EnteredPurpose & { all?: boolean },
): Promise<AnsweredTextRead> {
  const { referral, person } = view;
  const text = textAnswered(view, type, subject);
  if (text === undefined) return {};
  try {
    const isOfVisit = purpose === '' && (await reader.visit(person, referral.id)) !== undefined;
    const stated = further === '' ? purpose : ({ code: 'other', text: purpose, further } as const);
    const only = all ? undefined : [text];
    const { said } = await reader.particulars(person, referral.reference, isOfVisit ? undefined : stated, only);
    const isAnswered = (each: DisclosedText) => each.text === text;
    return { said: said.filter(isAnswered), ...(all && { others: said.filter((each) => !isAnswered(each)) }) };
  } catch (thrown) {
    const error = refusalToShow(thrown);
    return { faults: [faultOfRefusal(error, language)], status: ERRORS[error.code].http };
  }
}

/** Reads the text if particulars of the referral were read earlier in this visit: its purpose holds for this reading, too. */
export async function textOfVisit(
  { reader }: ReferralPageDeps,
  view: ReferralView,
  type: OfferedActType,
  subject: ActSubject,
): Promise<Pick<AnsweredTextRead, 'said'>> {
  const { referral, person } = view;
  const text = textAnswered(view, type, subject);
  if (text === undefined || (await reader.visit(person, referral.id)) === undefined) return {};
  return await reader.particulars(person, referral.reference, undefined, [text]);
}
