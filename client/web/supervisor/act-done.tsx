/** Says on the page that one comes back to what was done there: the act and the referral stand in the address. */

import { Notice } from '../parts/notice.tsx';
import { useViewer } from '../viewer.ts';

const DECIDED = ['approve-closure', 'return-closure'] as const;

export function ActDone() {
  const { words, address } = useViewer();
  const asked = new URL(address, 'http://here').searchParams;
  const done = DECIDED.find((act) => act === asked.get('done'));
  const reference = asked.get('of');
  if (done === undefined || reference === null || !/^[\w-]{1,40}$/.test(reference)) return null;
  return (
    <Notice title={words('everywhere:done.title')} good>
      {words(`codes:act.${done}`)}: {reference}
    </Notice>
  );
}
