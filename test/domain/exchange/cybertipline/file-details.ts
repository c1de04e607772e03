/** The details of invented files, as a provider sends them after its report. */

import { createHash } from 'node:crypto';

/** The details of file `n` of a report. Each file has a hash value of its own. */
export function fileDetails(n: number, reportId: string): string {
  const sha1 = createHash('sha1').update(`file ${reportId} ${n}`).digest('hex');
  return `<?xml version="1.0" encoding="UTF-8"?>
<fileDetails>
  <reportId>${reportId}</reportId>
  <fileId>file-${String(n).padStart(2, '0')}</fileId>
  <fileName>holiday ${n}.jpg</fileName>
  <fileViewedByEsp>true</fileViewedByEsp>
  <industryClassification>A1</industryClassification>
  <originalFileHash hashType="SHA1">${sha1}</originalFileHash>
  <ipCaptureEvent>
    <ipAddress>192.0.2.${n}</ipAddress>
    <eventName>Upload</eventName>
  </ipCaptureEvent>
</fileDetails>
`;
}

/** The same with encoded notes of its camera, of these lengths. */
export function fileDetailsWithNotes(reportId: string, notes: readonly number[]): string {
  const pairs = notes.map((length, place) => {
    const value = createHash('shake256', { outputLength: length }).update(`note ${place}`).digest('base64url');
    return `<nameValuePair><name>Note</name><value>${value.slice(0, length).replaceAll(/[-_]/g, 'q')}</value></nameValuePair>`;
  });
  const details = `<details type="EXIF">${pairs.join('')}</details>`;
  return fileDetails(1, reportId).replace('</fileDetails>', `${details}</fileDetails>`);
}
