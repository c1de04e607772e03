/** A CyberTipline report, or the details of files, as the addition of a supplement. */

import type { Submission } from '../../domain/submission.ts';
import type { ActRequestOf } from './acts.ts';

/** Fields of a submission that an addition does not have are kept as particulars, so that nothing is lost. */
export function additionOf(submission: Submission): ActRequestOf<'supplement'>['addition'] {
  const { summary, indicators, originReferences, materials, particulars, crimeAreas, incidentAt } = submission;
  const areas = crimeAreas.filter((area) => area !== 'other').join(', ');
  const others = { crimeAreas: areas, incidentAt: incidentAt ?? '' };
  const kept = Object.entries(others).flatMap(([label, value]) => (value === '' ? [] : [{ label, value }]));
  return { summary, indicators, originReferences, materials, particulars: [...kept, ...particulars] };
}
