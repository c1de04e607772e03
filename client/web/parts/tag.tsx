/** A status as a tag: its name, with a colour as well. */

import type { ComponentChildren } from 'preact';
import type { RecipientStatus, ReferralStatus } from '../../../domain/statuses.ts';
import type { Urgency } from '../../../domain/vocabulary.ts';
import { useViewer } from '../viewer.ts';

export type Colour = 'grey' | 'green' | 'turquoise' | 'blue' | 'purple' | 'red' | 'orange' | 'yellow';

/** A coloured tag. */
export function Tag({ colour, children }: { colour: Colour; children: ComponentChildren }) {
  return <strong class={`govuk-tag govuk-tag--${colour}`}>{children}</strong>;
}

const STATUS: Record<ReferralStatus, Colour> = {
  received: 'blue',
  'awaiting-information': 'yellow',
  triaged: 'blue',
  referred: 'turquoise',
  held: 'orange',
  'closure-proposed': 'purple',
  closed: 'grey',
  erased: 'grey',
};

export function StatusTag({ status }: { status: ReferralStatus }) {
  const { t } = useViewer();
  return <Tag colour={STATUS[status]}>{t(`codes:referralStatus.${status}`)}</Tag>;
}

const RECIPIENT: Record<RecipientStatus, Colour> = {
  sent: 'blue',
  delivered: 'blue',
  acknowledged: 'turquoise',
  accepted: 'green',
  'outcome-reported': 'green',
  declined: 'grey',
  'referred-onward': 'grey',
  recalled: 'grey',
  'delivery-failed': 'red',
  unresponsive: 'orange',
};

/** The status of a recipient as a tag. */
export function RecipientTag({ status }: { status: RecipientStatus }) {
  const { t } = useViewer();
  return <Tag colour={RECIPIENT[status]}>{t(`codes:recipientStatus.${status}`)}</Tag>;
}

const URGENCY: Record<Urgency, Colour> = {
  emergency: 'red',
  urgent: 'orange',
  standard: 'blue',
  informational: 'grey',
};

export function UrgencyTag({ urgency }: { urgency: Urgency }) {
  const { t } = useViewer();
  return <Tag colour={URGENCY[urgency]}>{t(`codes:urgency.${urgency}`)}</Tag>;
}
