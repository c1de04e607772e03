/** Acting on a referral from a page: seen first, then asked of the engine; refused or stale, nothing typed is lost. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { rowsFor } from '../../../domain/decide.ts';
import { ERRORS, ReferralError } from '../../../domain/errors.ts';
import type { JournalEntry } from '../../../domain/events.ts';
import type { Person } from '../../../domain/people.ts';
import type { Receipt } from '../../../domain/receipt.ts';
import type { Referral } from '../../../domain/referral.ts';
import { FORM_ACT_TIMEOUT_MS } from '../../http/answer-timeout.ts';
import { principalOf } from '../../http/identity/principal.ts';
import { wordsFor } from '../../i18n/i18n.ts';
import { withTimeout } from '../../platform/with-timeout.ts';
import { ownAct } from '../../workspace/read-marks.ts';
import { readFormValues, redirectAfterPost, showPage } from '../page.tsx';
import type { Fault, FormValues } from '../viewer.ts';
import { ACT_FORMS, type ActType, isActType } from './act-forms.ts';
import { ActPage } from './act-page.tsx';
import { faultOfRefusal, fieldsOf, readAct } from './act-request.ts';
import { type Case, type CaseDeps, openCase, othersActs } from './case.ts';
import { addressAfter } from './done-notice.tsx';
import { prefilledOf } from './prefilled.ts';

interface OfAct {
  Params: { reference: string; act: string };
}

/** Desks that acts are done from, and gone back to. */
const DESKS = ['/approvals', '/triage', '/inbox', '/clarifications'];

export function actPages(app: FastifyInstance, deps: CaseDeps): void {
  app.get<OfAct & { Querystring: Record<string, unknown> }>(
    '/referrals/:reference/acts/:act',
    async (request, reply) => {
      const { person } = principalOf(request);
      const type = actIn(request.params.act);
      const of = await openCase(deps, person, request.params.reference, new Date().toISOString());
      const { recipient, question, back, ...given } = readFormValues(request.query);
      // A link from a list knows the referral and no more: then the first that it can be about is meant.
      const first = of.acts.find((act) => act.type === type);
      const recipientId = recipient?.[0] ?? first?.recipientId;
      const questionId = question?.[0] ?? first?.questionId;
      // Whoever may not do it at all is told so before anything is typed.
      rowsFor(of.referral, { type, ...(recipientId && { recipientId }) }, person);
      const about = { recipientId, questionId, back: backIn(back) };
      return show(request, reply, of, type, { ...about, given, key: crypto.randomUUID() });
    },
  );

  app.post<OfAct>('/referrals/:reference/acts/:act', async (request, reply) => {
    const { person, language, zone } = principalOf(request);
    const type = actIn(request.params.act);
    const typed = readFormValues(request.body);
    const of = await openCase(deps, person, request.params.reference, new Date().toISOString());
    const { reference } = of.referral;
    const [key = crypto.randomUUID()] = typed['key'] ?? [];
    const about = {
      ...{ recipientId: typed['recipientId']?.[0], questionId: typed['questionId']?.[0], back: backIn(typed['back']) },
      ...{ key, typed: fieldsOf(typed) },
    };
    const seen = Number(typed['seen']?.[0] ?? of.referral.seq);
    const changed = othersActs(of.journal, seen, person);
    if (changed.length > 0) return show(request, reply, of, type, { ...about, changed, status: 409 });
    const read = readAct({ type, typed, language, zone });
    if (read.faults) return show(request, reply, of, type, { ...about, faults: read.faults, status: 422 });
    const sent = { ...about.typed, recipientId: about.recipientId, questionId: about.questionId };
    const check = ({ seq }: Referral) =>
      seq === of.referral.seq ? undefined : assertSeen(deps, person, reference, seen);
    let receipt: Receipt;
    try {
      receipt = await ownAct(deps, person, of.referral.id, () =>
        withTimeout(deps.engine.perform(person, reference, read.value, { key, sent, check }), FORM_ACT_TIMEOUT_MS),
      );
    } catch (error) {
      if (!(error instanceof ReferralError) || isNotTheirs(error)) throw error;
      const now = await openCase(deps, person, reference, new Date().toISOString());
      const { http: status } = ERRORS[error.code];
      if (error.code === 'CHANGED_MEANWHILE') {
        const changed = othersActs(now.journal, seen, person);
        return show(request, reply, now, type, { ...about, changed, status: 409 });
      }
      // What was refused may be mended, and is another act then; what nobody answered may have been done.
      const again = { ...about, key: error.code === 'ENGINE_UNAVAILABLE' ? key : crypto.randomUUID() };
      return show(request, reply, now, type, { ...again, faults: [faultOfRefusal(error, language)], status });
    }
    const { seq } = receipt;
    const next = about.back
      ? addressAfter(about.back, type, seq, reference)
      : addressAfter(`/referrals/${reference}`, type, seq);
    return redirectAfterPost(reply, next);
  });
}

/** @throws ReferralError CHANGED_MEANWHILE if somebody else acted after entry `seen`. */
async function assertSeen(deps: CaseDeps, person: Person, reference: string, seen: number): Promise<void> {
  const { journal } = await deps.reader.status(person, reference);
  if (othersActs(journal, seen, person).length === 0) return;
  throw new ReferralError('CHANGED_MEANWHILE', 'Somebody else acted after this page was opened.');
}

interface Shown {
  recipientId: string | undefined;
  questionId: string | undefined;
  back: string | undefined;
  key: string;
  /** From the address: what a link to the act already knows. */
  given?: FormValues;
  typed?: FormValues;
  faults?: readonly Fault[];
  changed?: readonly JournalEntry[];
  status?: number;
}

function show(request: FastifyRequest, reply: FastifyReply, of: Case, type: ActType, shown: Shown): FastifyReply {
  const { recipientId, questionId, back, key, given = {}, typed, faults = [], changed, status = 200 } = shown;
  const title = `${wordsFor(principalOf(request).language)(`codes:act.${type}`)}: ${of.referral.reference}`;
  const body = (
    <ActPage
      {...{ of, type, recipientId, questionId, back }}
      formKey={key}
      prefilled={{ ...prefilledOf(of, type), ...given }}
      {...(changed && { changed })}
    />
  );
  return showPage(request, reply, {
    title,
    status,
    faults,
    live: status === 200 && of.referral.reference,
    ...(typed && isTyped(type, typed) && { typed }),
    body,
  });
}

/** Of an act without fields nothing is typed: its page is drawn afresh. */
function isTyped(type: ActType, typed: FormValues): boolean {
  return ACT_FORMS[type].fields.length > 0 && Object.keys(typed).length > 0;
}

function actIn(name: string): ActType {
  if (isActType(name)) return name;
  throw new ReferralError('UNKNOWN_REFERRAL', 'There is no such act.');
}

/** With a field it is about another referral that was named there. */
function isNotTheirs({ code, field }: ReferralError): boolean {
  return code === 'UNKNOWN_REFERRAL' && field === undefined;
}

function backIn(back: readonly string[] | undefined): string | undefined {
  return DESKS.find((desk) => desk === back?.[0]);
}
