/** Shows a value of a report, which is stored as in the file, in the words of the reader. */

import { CRIME_AREAS } from '../../../domain/vocabulary.ts';
import { countryName } from '../../i18n/countries.ts';
import { formatSecond } from '../../i18n/dates.ts';
import type { Viewer } from '../viewer.ts';
import { isOfReport } from './report-label.ts';

/** The elements and attributes with an answer. A user name may read `true` as well. */
const ANSWERS = new Set([
  ...['@verified', 'possibleProxy', 'compromisedAccount', 'accountPermanentlyDisabled', 'accountTemporarilyDisabled'],
  ...['thirdPartyUserReported', 'allEmailsReported', 'viewedByEsp', 'fileViewedByEsp', 'exifViewedByEsp'],
  ...['publiclyAvailable', 'potentialMeme', 'reportedToLe', 'ageAssertionDiscrepancy', '@userNotified'],
]);

/** With an offset. A fraction of a second may be evidence, so a time with one is shown as it is. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.0+)?(?:Z|[+-]\d\d:\d\d)$/;

/** Answers, countries, crime areas and instants of a report. Other values are returned unchanged. */
export function reportValue(
  label: string,
  value: string,
  { t, language, zone }: Pick<Viewer, 't' | 'language' | 'zone'>,
): string {
  if (!isOfReport(label)) return value;
  const name = nameOf(label);
  if (name === 'crimeAreas') return value.split(', ').map(areaText).join(', ');
  if (ANSWERS.has(name) && value === 'true') return t('everywhere:yes');
  if (ANSWERS.has(name) && value === 'false') return t('everywhere:no');
  if (/^country(?:Code)?$/.test(name) && /^[A-Z]{2}$/.test(value)) return countryName(language, value);
  const isInstant = /(?:dateTime|Timestamp|incidentAt)$/i.test(name) && INSTANT.test(value);
  return isInstant && !Number.isNaN(Date.parse(value)) ? formatSecond(value, language, zone) : value;

  function areaText(code: string): string {
    const known = CRIME_AREAS.find((area) => area === code);
    return known ? t(`codes:crimeArea.${known}`) : code;
  }
}

/** The last part of a path, without its number. */
function nameOf(label: string): string {
  return (label.split('/').at(-1) ?? '').replace(/\[\d+\]$/, '');
}
