/** After an act, on the page that it leads back to: what it did to which referral, and what is due next. */

import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recipientOfClock } from '../../../domain/clocks/triggers.ts';
import { ReferralError } from '../../../domain/errors.ts';
import { actingSenderOf } from '../../../domain/people.ts';
import type { Clock } from '../../../domain/referral.ts';
import { type Principal, principalOf } from '../../http/identity/principal.ts';
import { formatInstant } from '../../i18n/dates.ts';
import type { Key } from '../../i18n/i18n.ts';
import { Notice } from '../parts/notice.tsx';
import { Tag } from '../parts/tag.tsx';
import { useViewer } from '../viewer.ts';
import { isActType } from './act-forms.ts';
import { type ActResult, actResult, type DoneAct } from './act-result.ts';
import { openReferral, type ReferralPageDeps, type ReferralView } from './referral-view.ts';
import { TakeBack } from './take-back.tsx';

/** The act after which a page is shown, and its result. */
export interface Done {
  type: DoneAct;
  view: ReferralView;
  result: ActResult;
}

/** The address of a page with what was done; `reference` names the referral if the page is not its own. */
export function addressAfter(page: string, type: DoneAct, seq: number, reference?: string): string {
  const about = new URLSearchParams({ done: type, ...(reference && { of: reference }), number: String(seq) });
  return `${page}${page.includes('?') ? '&' : '?'}${about}`;
}

const doneAct = z.string().transform((name, context): DoneAct => {
  if (name === 'submit' || name === 'submit-same' || isActType(name)) return name;
  context.addIssue('There is no such act.');
  return z.NEVER;
});

/** `entry` is of addresses of earlier versions: the number in the journal. Without either, the viewer's last act. */
const address = z.object({
  done: doneAct,
  of: z
    .string()
    .regex(/^XR-\d{4}-\d+$/)
    .exactOptional(),
  number: z.coerce.number().int().positive().exactOptional().catch(Number.MAX_SAFE_INTEGER),
  entry: z.coerce.number().int().positive().catch(Number.MAX_SAFE_INTEGER),
});

/** What the address of a referral's own page says was done to it. */
export function doneTo(view: ReferralView, request: FastifyRequest): Done | undefined {
  const parsed = address.safeParse(request.query);
  if (!parsed.success) return undefined;
  const { done: type, number, entry } = parsed.data;
  const seq = number ?? view.numbers.numberOf(entry);
  const { language } = principalOf(request);
  const result = actResult(view, { type, seq, language, now: new Date().toISOString() });
  return result && { type, view, result };
}

/** What the address of a list says was done to one of its referrals, if the viewer still sees that. */
export async function doneFrom(deps: ReferralPageDeps, request: FastifyRequest): Promise<Done | undefined> {
  const parsed = address.safeParse(request.query);
  if (parsed.data?.of === undefined) return undefined;
  try {
    const view = await openReferral(deps, principalOf(request).person, parsed.data.of, new Date().toISOString());
    return doneTo(view, request);
  } catch (error) {
    if (error instanceof ReferralError && error.code === 'UNKNOWN_REFERRAL') return undefined;
    throw error;
  }
}

/** What the act did that was recorded in the entries up to `seq`, as a list of many results shows it. */
export async function doneAt(
  deps: ReferralPageDeps,
  { person, language }: Pick<Principal, 'person' | 'language'>,
  reference: string,
  { type, seq }: { type: DoneAct; seq: number },
): Promise<Done | undefined> {
  const now = new Date().toISOString();
  const view = await openReferral(deps, person, reference, now);
  const result = actResult(view, { type, seq, language, now });
  return result && { type, view, result };
}

/** Sentences that report a request or a referral without a recipient. They are not shown as a success. */
const TITLES: Partial<Record<Key, 'requested' | 'no-recipient' | 'submitted-before'>> = {
  'done:submit-same': 'submitted-before',
  'done:refer-onward.asked': 'requested',
  'done:withdraw.asked': 'requested',
  'done:propose-closure': 'requested',
  'done:complete-triage.nobody-expected': 'no-recipient',
  'done:complete-triage.partly': 'no-recipient',
  'done:complete-triage.held': 'no-recipient',
  'done:add-country.nobody': 'no-recipient',
  'done:recall.held': 'no-recipient',
  'done:return-closure.held': 'no-recipient',
};

/** The message about the act after which a page is shown. */
export function DoneNotice({ done }: { done: Done | undefined }) {
  const { t } = useViewer();
  if (done === undefined) return null;
  const title = TITLES[done.result.sentence];
  return (
    <>
      <Notice title={t(`done:title.${title ?? 'done'}`)} good={title === undefined}>
        <Sentences done={done} linkClass="govuk-notification-banner__link" />
      </Notice>
      {/* Outside of the message: a refresh changes the time, and screen readers do not announce the message again. */}
      {isReversible(done) && <TakeBack view={done.view} />}
    </>
  );
}

/** The result of one of many acts: green only if the act achieved what it is for. `list` is where its author returns to. */
export function DoneInRow({ done, list }: { done: Done | undefined; list: string }) {
  const { t } = useViewer();
  if (done === undefined) return <Tag colour="green">{t('done:title.done')}</Tag>;
  const title = TITLES[done.result.sentence];
  return (
    <>
      <Tag colour={title ? 'orange' : 'green'}>{t(`done:title.${title ?? 'done'}`)}</Tag>{' '}
      <Sentences done={done} linkClass="govuk-link" />
      {isReversible(done) && (
        <div class="desk-take-back">
          <TakeBack view={done.view} list={list} />
        </div>
      )}
    </>
  );
}

function isReversible({ type, view: { referral } }: Done): boolean {
  return referral.undo?.act === type;
}

/** What the act did, and what is due next. */
function Sentences({ done: { view, result }, linkClass }: { done: Done; linkClass: string }) {
  const { t } = useViewer();
  const { reference } = view.referral;
  const [before = '', ...after] = t(result.sentence, result.facts).split(reference);
  return (
    <>
      {before}
      {after.map((text) => (
        <>
          <a class={linkClass} href={`/referrals/${reference}`}>
            {reference}
          </a>
          {text}
        </>
      ))}
      {result.next && <Next clock={result.next} view={view} />}
    </>
  );
}

function Next({ clock, view }: { clock: Clock; view: ReferralView }) {
  const { t, language, zone } = useViewer();
  const task = t(`codes:clockTask.${clock.name}`);
  return (
    <> {t('done:next', { who: debtorName(clock, view), task, due: formatInstant(clock.dueAt, language, zone) })}</>
  );
}

function debtorName({ debtor, subject }: Clock, { referral, names }: ReferralView): string {
  switch (debtor) {
    case 'sender':
      return names.agency(actingSenderOf(referral));
    case 'coordinator':
      return names.agency(referral.coordinatorAgencyId);
    case 'recipient': {
      const recipientId = recipientOfClock(subject);
      return recipientId ? names.recipient(recipientId) : '';
    }
  }
}
