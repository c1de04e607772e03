/** On a desk that an act was done from: what was done, to which referral. */

import { Notice } from '../parts/notice.tsx';
import { isActType } from '../referral/act-forms.ts';
import { useViewer } from '../viewer.ts';

export function DoneNotice() {
  const { words, address } = useViewer();
  const { searchParams } = new URL(address, 'http://here');
  const [done, reference] = [searchParams.get('done'), searchParams.get('of')];
  if (done === null || !isActType(done) || reference === null || !/^XR-\d{4}-\d+$/.test(reference)) return null;
  return (
    <Notice title={words('everywhere:done.title')} good>
      {words(`codes:act.${done}`)}: <a href={`/referrals/${reference}`}>{reference}</a>
    </Notice>
  );
}
