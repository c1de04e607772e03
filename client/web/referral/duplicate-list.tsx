/** Possible duplicates of a referral, each with the values that both share. */

import { labelled } from '../../i18n/labelled.ts';
import type { PossibleDuplicate } from '../../queries/possible-duplicates.ts';
import { useViewer } from '../viewer.ts';

interface Props {
  duplicates: readonly PossibleDuplicate[];
  /** The address of the form that marks the referral as a duplicate, if the viewer may do so. */
  marks?: ((other: string) => string) | undefined;
}

/** A list of possible duplicates; nothing if there are none. */
export function DuplicateList({ duplicates, marks }: Props) {
  if (duplicates.length === 0) return null;
  return (
    <ul class="govuk-list govuk-list--bullet">
      <DuplicateItems duplicates={duplicates} marks={marks} />
    </ul>
  );
}

/** The items of a list of possible duplicates. */
export function DuplicateItems({ duplicates, marks }: Props) {
  const { t } = useViewer();
  return (
    <>
      {duplicates.map(({ reference, shared }) => (
        <li>
          {labelled(t, t('codes:linkKind.possible-duplicate'), '')}
          <a href={`/referrals/${reference}`}>{reference}</a>. <Shared shared={shared} />
          {marks && (
            <>
              {' '}
              <a href={marks(reference)}>{t('waiting:mark-duplicate', { other: reference })}</a>
            </>
          )}
        </li>
      ))}
    </>
  );
}

/** What a referral shares with one of its possible duplicates. */
export function SharedWith({ duplicates, referralId }: Omit<Props, 'marks'> & { referralId: string }) {
  const found = duplicates.find((each) => each.referralId === referralId);
  return found ? <Shared shared={found.shared} /> : null;
}

function Shared({ shared }: Pick<PossibleDuplicate, 'shared'>) {
  const { t } = useViewer();
  const { originReferences, hashValues, files } = shared;
  const values = [
    originReferences > 0 && t('referral:shared.origins', { count: originReferences }),
    hashValues > 0 && t('referral:shared.hashes', { count: hashValues }),
    files > 0 && t('referral:shared.files', { count: files }),
  ];
  return <>{t('referral:shared.label', { values: values.filter((value) => value !== false).join(', ') })}</>;
}
