/** What operators announce, at the top of every page: planned maintenance, or an outage of mail. */

import type { Announcement } from '../../../domain/announcement.ts';
import { formatInstant } from '../../i18n/dates.ts';
import { useViewer } from '../viewer.ts';

/** The announcements as paragraphs. */
export function Announcements() {
  const { announcements = [] } = useViewer();
  return (
    <>
      {announcements.map((each) => (
        <p class="govuk-inset-text" role="note">
          <Announced announcement={each} />
        </p>
      ))}
    </>
  );
}

function Announced({ announcement: { kind, from, to } }: { announcement: Announcement }) {
  const { t, language, zone } = useViewer();
  const shown = (at: string) => `${formatInstant(at, language, zone)} (${zone})`;
  if (to === undefined) return <>{t(`everywhere:announced.${kind}.open`, { from: shown(from) })}</>;
  return <>{t(`everywhere:announced.${kind}.until`, { from: shown(from), to: shown(to) })}</>;
}
