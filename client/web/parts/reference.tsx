/** A reference number that links to its referral, marked if the referral is unread. */

import { useViewer } from '../viewer.ts';

/** A reference number as a link to its referral. */
export function Reference({ reference, unread = false }: { reference: string; unread?: boolean }) {
  return (
    <>
      <a
        class={unread ? 'desk-reference desk-unread' : 'desk-reference'}
        href={`/referrals/${encodeURIComponent(reference)}`}
      >
        {reference}
      </a>
      {unread && <UnreadMark />}
    </>
  );
}

/** The mark of an unread referral. The legend of the list explains it to those who see it: a tooltip in each row is long. */
export function UnreadMark() {
  const { t } = useViewer();
  return (
    <span class="desk-unread__mark">
      <span aria-hidden="true"> ●</span>
      <span class="govuk-visually-hidden"> ({t('everywhere:list.unread')})</span>
    </span>
  );
}
