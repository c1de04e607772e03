/** Performs acts from pages. If an act is refused or the page is stale, the entered values are shown again. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { permittedRows } from '../../../domain/decide.ts';
import { ERRORS, ReferralError } from '../../../domain/errors.ts';
import type { JournalEntry } from '../../../domain/events.ts';
import { isIrreversible } from '../../../domain/irreversible-acts.ts';
import type { Receipt } from '../../../domain/receipt.ts';
import { actIdOf } from '../../engine/idempotency.ts';
import { FORM_ACT_TIMEOUT_MS } from '../../http/answer-timeout.ts';
import { FORM_BYTES } from '../../http/form-limits.ts';
import { principalOf } from '../../http/identity/principal.ts';
import { isUserInitiated } from '../../http/identity/request-kind.ts';
import { readsBeyondAllowance } from '../../http/identity/step-up.ts';
import { translatorFor } from '../../i18n/i18n.ts';
import { withTimeout } from '../../platform/with-timeout.ts';
import type { DisclosedText } from '../../queries/read-particulars.ts';
import { ownAct } from '../../workspace/read-marks.ts';
import { readFormValues, redirectAfterPost, showPage } from '../page.tsx';
import { valuesToRepeat } from '../values-to-repeat.ts';
import type { FormFault, FormValues } from '../viewer.ts';
import { ACT_FORMS, isActType, type OfferedActType } from './act-forms.ts';
import { ActPage } from './act-page.tsx';
import { actFields, faultOfRefusal, fieldsOf, readActForm } from './act-request.ts';
import type { ActSubject } from './act-text.tsx';
import { addressAfter } from './done-notice.tsx';
import { formFacts } from './form-facts.ts';
import { prefilledOf } from './prefilled.ts';
import { answeredText, textOfVisit } from './read-answered-text.ts';
import { openReferral, othersActs, type ReferralPageDeps, type ReferralView } from './referral-view.ts';
import { listAddressIn } from './return-address.ts';
import { checkOfForm, seenIn } from './seen-entries.ts';

interface OfAct {
  Params: { reference: string };
}

/** Registers the pages of all acts. */
export function actPages(app: FastifyInstance, deps: ReferralPageDeps): void {
  for (const type of Object.keys(ACT_FORMS).filter(isActType)) addActPage(app, deps, type);
}

/** Each act has routes of its own, because the forms of acts hold different amounts of text. */
function addActPage(app: FastifyInstance, deps: ReferralPageDeps, type: OfferedActType): void {
  const path = `/referrals/:reference/acts/${type}`;
  const bodyLimit = type === 'supplement' ? FORM_BYTES.referral : FORM_BYTES.text;

  app.get<OfAct & { Querystring: Record<string, unknown> }>(path, async (request, reply) => {
    const { person } = principalOf(request);
    const view = await openReferral(deps, person, request.params.reference, new Date().toISOString());
    const { recipient, question, translation, back, ...given } = readFormValues(request.query);
    // A link from a list knows the referral and no more: then the first that it can be about is meant.
    const first = view.acts.find((act) => act.type === type);
    const recipientId = recipient?.[0] ?? first?.recipientId;
    const questionId = question?.[0] ?? first?.questionId;
    const translationId = translation?.[0] ?? first?.translationId;
    // A person who may not perform the act is refused before the form is shown.
    permittedRows(view.referral, { type, ...(recipientId && { recipientId }) }, person);
    const about = { recipientId, questionId, translationId, back: listAddressIn(back?.[0]) };
    // A reload by the live update is no reading.
    const read = isUserInitiated(request) ? await textOfVisit(deps, view, type, about) : {};
    return show(deps, request, reply, view, type, { ...about, ...read, given, key: crypto.randomUUID() });
  });

  const config = { stepUp: isIrreversible(type) || readsBeyondAllowance };
  app.post<OfAct>(path, { bodyLimit, config }, async (request, reply) => {
    const { person, language, zone } = principalOf(request);
    const formValues = readFormValues(request.body);
    const view = await openReferral(deps, person, request.params.reference, new Date().toISOString());
    const { reference } = view.referral;
    const [key = crypto.randomUUID()] = formValues['key'] ?? [];
    const seen = seenIn(formValues, view);
    const [[purpose = ''], [further = '']] = [formValues['purpose'] ?? [], formValues['further'] ?? []];
    const about = {
      ...{
        recipientId: formValues['recipientId']?.[0],
        questionId: formValues['questionId']?.[0],
        translationId: formValues['translationId']?.[0],
        back: listAddressIn(formValues['back']?.[0]),
      },
      ...{ key, purpose, further },
    };
    const repeated = async (refusal?: ReferralError) => {
      const values = await valuesToRepeat(deps.guard, fieldsOf(formValues), refusal);
      return { formValues: values, purpose: values['purpose']?.[0] ?? '' };
    };
    if (formValues['read']) {
      const all = formValues['read'][0] === 'all';
      const read = await answeredText(deps, view, type, { ...about, language, all });
      return show(deps, request, reply, view, type, { ...about, ...(await repeated()), seen, ...read });
    }
    const again = async (now: ReferralView, more: Partial<Shown>, refusal?: ReferralError) => {
      const { said } =
        purpose === ''
          ? await textOfVisit(deps, now, type, about)
          : await answeredText(deps, now, type, { ...about, language });
      return show(deps, request, reply, now, type, {
        ...about,
        ...(await repeated(refusal)),
        ...(said && { said }),
        ...more,
      });
    };
    const actId = actIdOf(view.referral.id, person, key);
    const changed = othersActs(view.journal, seen, person, actId);
    if (changed.length > 0) return again(view, { changed, status: 409 });
    const uncompared = await uncomparedOriginal(deps, view, type, formValues);
    if (uncompared) {
      const message = translatorFor(language)('officer:compare.first', { other: uncompared });
      return again(view, { faults: [{ field: 'other', message }], status: 422 });
    }
    const read = readActForm({ type, formValues, language, zone });
    if (read.faults) return again(view, { faults: read.faults, status: 422 });
    const { recipientId, questionId, translationId } = about;
    const sent = { ...actFields(formValues), recipientId, questionId, ...(translationId && { translationId }) };
    const check = checkOfForm(deps, person, view, { seen, key });
    let receipt: Receipt;
    try {
      receipt = await ownAct(deps, person, view.referral.id, () =>
        withTimeout(deps.engine.perform(person, reference, read.value, { key, sent, check }), FORM_ACT_TIMEOUT_MS),
      );
    } catch (error) {
      if (!(error instanceof ReferralError) || isNotTheirs(error)) throw error;
      const now = await openReferral(deps, person, reference, new Date().toISOString());
      const { http: status } = ERRORS[error.code];
      if (error.code === 'CHANGED_MEANWHILE') {
        return again(now, { changed: othersActs(now.journal, seen, person, actId), status: 409 });
      }
      const faults = [faultOfRefusal(error, language)];
      // A refused act may be corrected and gets a new key. An unanswered act keeps its key, because it may be recorded.
      const keyed = error.code === 'ENGINE_UNAVAILABLE' ? {} : { key: crypto.randomUUID() };
      return again(now, { faults, status, ...keyed }, error);
    }
    const { seq } = receipt;
    const next = about.back
      ? addressAfter(about.back, type, seq, reference)
      : addressAfter(`/referrals/${reference}`, type, seq);
    return redirectAfterPost(reply, next);
  });
}

interface Shown extends ActSubject {
  back: string | undefined;
  key: string;
  /** The entry up to which the person has seen the referral; the last one if absent. */
  seen?: number;
  /** The text that the act answers, once it was read, and all other particulars, if they were too. */
  said?: readonly DisclosedText[];
  others?: readonly DisclosedText[];
  /** For which it is read. */
  purpose?: string;
  /** From the address: what a link to the act already knows. */
  given?: FormValues;
  formValues?: FormValues;
  faults?: readonly FormFault[];
  changed?: readonly JournalEntry[];
  status?: number;
}

async function show(
  deps: ReferralPageDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  view: ReferralView,
  type: OfferedActType,
  shown: Shown,
): Promise<FastifyReply> {
  const { recipientId, questionId, translationId, back, key, given = {}, formValues, faults = [] } = shown;
  const { changed, status = 200, seen = view.referral.seq, said, others, purpose = '' } = shown;
  const title = `${translatorFor(principalOf(request).language)(`codes:act.${type}`)}: ${view.referral.reference}`;
  const prefilled = { ...prefilledOf(view, type), ...given };
  const [other] = formValues?.['other'] ?? prefilled['other'] ?? [];
  const facts = await formFacts(deps, view, { type, other, now: new Date().toISOString() });
  const body = (
    <ActPage
      {...{ view, type, recipientId, questionId, translationId, back, seen, said, others, purpose, prefilled, facts }}
      formKey={key}
      {...(changed && { changed })}
    />
  );
  return showPage(request, reply, {
    title,
    status,
    faults,
    // A reload by the live update would remove the particulars that were decrypted for this page.
    live: status === 200 && said === undefined && view.referral.reference,
    ...(formValues && hasInput(type, formValues) && { formValues }),
    body,
  });
}

/** The reference number of the other referral that the person names, if the form did not show that one beside this one. */
async function uncomparedOriginal(
  deps: ReferralPageDeps,
  view: ReferralView,
  type: OfferedActType,
  formValues: FormValues,
): Promise<string | undefined> {
  const [compared] = formValues['compared'] ?? [];
  if (compared === undefined) return undefined;
  const other = formValues['other']?.[0]?.trim();
  const { original } = await formFacts(deps, view, { type, other, now: new Date().toISOString() });
  const reference = original?.referral.reference;
  return reference === compared ? undefined : reference;
}

/** False for acts without fields: nothing was entered that the page must show again. */
function hasInput(type: OfferedActType, formValues: FormValues): boolean {
  const { fields, confirm } = ACT_FORMS[type];
  return (fields.length > 0 || confirm !== undefined) && Object.keys(formValues).length > 0;
}

/** With a field it is about another referral that was named there. */
function isNotTheirs({ code, field }: ReferralError): boolean {
  return code === 'UNKNOWN_REFERRAL' && field === undefined;
}
