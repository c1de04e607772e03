/** Says that it is done, on the page that one comes back to with `?saved`. */

import { Notice } from '../parts/notice.tsx';
import { useViewer } from '../viewer.ts';

export function SavedNotice() {
  const { words, address } = useViewer();
  if (!new URL(address, 'http://here').searchParams.has('saved')) return null;
  return (
    <Notice title={words('everywhere:done.title')} good>
      {words('administrator:saved')}
    </Notice>
  );
}
