/** The details of one file: hash values, who viewed it, whether it was public. The file itself is not part of it. */

import {
  any,
  anyOrder,
  atMostOneOf,
  attribute,
  many,
  one,
  optional,
  sequence,
  text,
  value,
  withAttributes,
} from '../grammar.ts';
import { DEVICE_ID, HASH, IP_CAPTURE_EVENT } from './parts.ts';

const FILE_ANNOTATIONS = anyOrder(
  optional('animeDrawingVirtualHentai', value('true')),
  optional('potentialMeme', value('true')),
  optional('viral', value('true')),
  optional('possibleSelfProduction', value('true')),
  optional('physicalHarm', value('true')),
  optional('violenceGore', value('true')),
  optional('bestiality', value('true')),
  optional('liveStreaming', value('true')),
  optional('infant', value('true')),
  optional('generativeAi', value('true')),
);

const DETAILS = withAttributes(
  sequence(many('nameValuePair', sequence(one('name', text), one('value', text)))),
  attribute('type', { oneOf: ['EXIF', 'HASH'] }),
);

export const FILE_DETAILS = sequence(
  one('reportId', value('long')),
  one('fileId', value('token')),
  optional('fileName', text),
  optional('originalFileName', text),
  optional('uploadedToEspTimestamp', value('dateTime')),
  optional('locationOfFile', text),
  optional('fileViewedByEsp', value('boolean')),
  optional('exifViewedByEsp', value('boolean')),
  optional('publiclyAvailable', value('boolean')),
  optional('fileRelevance', value({ oneOf: ['Reported', 'Supplemental Reported'] })),
  atMostOneOf({ potentialMeme: value('boolean'), fileAnnotations: FILE_ANNOTATIONS }),
  optional('industryClassification', value({ oneOf: ['A1', 'A2', 'B1', 'B2'] })),
  any('originalFileHash', HASH),
  optional('ipCaptureEvent', IP_CAPTURE_EVENT),
  any('deviceId', DEVICE_ID),
  any('details', DETAILS),
  any('additionalInfo', text),
);
