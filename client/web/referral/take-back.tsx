/** The button that takes an act back, with the time that is left for it. */

import { Due } from '../parts/due.tsx';
import { Form, Submit } from '../parts/form.tsx';
import { useViewer } from '../viewer.ts';
import type { ReferralView } from './referral-view.ts';
import { listAddressIn } from './return-address.ts';

interface Props {
  view: ReferralView;
  /** The list to return to. Default: the one on which it is shown. */
  list?: string;
}

/** Nothing if the viewer cannot take anything back. */
export function TakeBack({ view: { referral, acts }, list }: Props) {
  const { t, address } = useViewer();
  const { reference, seq, undo } = referral;
  if (undo === undefined || !acts.some(({ type }) => type === 'take-back')) return null;
  const back = listAddressIn(list ?? address);
  // The key stays the same: a refresh changes nothing on the page, and pressing two buttons is one act.
  const hidden = { key: `take-back/${undo.actId}`, number: seq, act: undo.act, ...(back && { back }) };
  return (
    <Form action={`/referrals/${reference}/acts/take-back`} hidden={hidden}>
      <Submit kind="secondary">
        {t('done:taking-back.button', { act: t(`codes:act.${undo.act}`) })}
        <span class="govuk-visually-hidden">: {reference}</span>
      </Submit>
      <p class="govuk-hint">
        {t('done:taking-back.left')} <Due at={undo.until} />
      </p>
    </Form>
  );
}
