/** A status as a tag: its name, with a colour as well. */

import type { ComponentChildren } from 'preact';
import { currentUrgency, isRaisedByRule } from '../../../domain/current-urgency.ts';
import type { Referral } from '../../../domain/referral.ts';
import type { RecipientStatus, ReferralStatus } from '../../../domain/statuses.ts';
import type { Urgency } from '../../../domain/vocabulary.ts';
import { useViewer } from '../viewer.ts';

export type Colour =
  | 'grey'
  | 'green'
  | 'turquoise'
  | 'blue'
  | 'purple'
  | 'pink'
  | 'red'
  | 'orange'
  | 'yellow'
  | 'brown';

/** A coloured tag. */
export function Tag({ colour, children }: { colour: Colour; children: ComponentChildren }) {
  return <strong class={`govuk-tag govuk-tag--${colour}`}>{children}</strong>;
}

/** Each status has a colour of its own. */
export const STATUS_COLOURS: Readonly<Record<ReferralStatus, Colour>> = {
  received: 'blue',
  'awaiting-information': 'yellow',
  triaged: 'green',
  referred: 'turquoise',
  held: 'orange',
  'closure-proposed': 'purple',
  closed: 'grey',
  erased: 'pink',
};

export function StatusTag({ status }: { status: ReferralStatus }) {
  const { t } = useViewer();
  return <Tag colour={STATUS_COLOURS[status]}>{t(`codes:referralStatus.${status}`)}</Tag>;
}

/** Each status of a recipient has a colour of its own, too. */
export const RECIPIENT_COLOURS: Readonly<Record<RecipientStatus, Colour>> = {
  sent: 'blue',
  delivered: 'purple',
  acknowledged: 'turquoise',
  accepted: 'green',
  'outcome-reported': 'pink',
  declined: 'grey',
  'referred-onward': 'brown',
  recalled: 'yellow',
  'delivery-failed': 'red',
  unresponsive: 'orange',
};

/** The status of a recipient as a tag. */
export function RecipientTag({ status }: { status: RecipientStatus }) {
  const { t } = useViewer();
  return <Tag colour={RECIPIENT_COLOURS[status]}>{t(`codes:recipientStatus.${status}`)}</Tag>;
}

const URGENCY: Record<Urgency, Colour> = {
  emergency: 'red',
  urgent: 'orange',
  standard: 'blue',
  informational: 'grey',
};

/** The urgency with which a referral is handled. Says so if the rules raised it above that of the sender. */
export function CurrentUrgency({ referral }: { referral: Referral }) {
  const { t } = useViewer();
  return (
    <>
      <UrgencyTag urgency={currentUrgency(referral)} />
      {isRaisedByRule(referral) && (
        <span class="desk-quiet"> {t('waiting:raised', { urgency: t(`codes:urgency.${referral.urgency}`) })}</span>
      )}
    </>
  );
}

export function UrgencyTag({ urgency }: { urgency: Urgency }) {
  const { t } = useViewer();
  return (
    <strong class={`govuk-tag govuk-tag--${URGENCY[urgency]} desk-urgency`}>{t(`codes:urgency.${urgency}`)}</strong>
  );
}
