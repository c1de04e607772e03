/** Accounts: the reported person, the intended recipient and the victim. Their lists of elements differ slightly. */

import {
  any,
  attribute,
  one,
  optional,
  requiredAttribute,
  sequence,
  text,
  type Value,
  value,
  withAttributes,
} from '../grammar.ts';
import {
  ADDRESS,
  DEVICE_ID,
  EMAIL,
  ESTIMATED_LOCATION,
  IP_CAPTURE_EVENT,
  PERMANENTLY_DISABLED,
  PERSON,
  PHONE,
  TEMPORARILY_DISABLED,
} from './parts.ts';

const ACCOUNT_KIND: Value = { oneOf: ['Billing', 'Linked', 'Business', 'Creator', 'Parent/Guardian', 'Other'] };

const service = [
  optional('espIdentifier', text),
  optional('espService', text),
  optional('compromisedAccount', value('boolean')),
  optional('screenName', text),
  any('displayName', text),
  any('profileUrl', text),
  optional('profileBio', text),
  any('ipCaptureEvent', IP_CAPTURE_EVENT),
  any('deviceId', DEVICE_ID),
];
const priorReports = any('priorCTReports', value('long'));
const group = optional('groupIdentifier', text);
const disabled = [
  optional('accountTemporarilyDisabled', TEMPORARILY_DISABLED),
  optional('accountPermanentlyDisabled', PERMANENTLY_DISABLED),
];
const whereabouts = [
  optional('estimatedLocation', ESTIMATED_LOCATION),
  optional('allEmailsReported', value('boolean')),
];

const ASSOCIATED_ACCOUNT = withAttributes(
  sequence(
    optional('platform', value('string', attribute('thirdPartyUser', 'boolean'))),
    optional('firstName', text),
    optional('middleName', text),
    optional('lastName', text),
    optional('approximateAge', value('int')),
    optional('dateOfBirth', value('date')),
    any('phone', PHONE),
    any('email', EMAIL),
    optional('allEmailsReported', value('boolean')),
    any('address', ADDRESS),
    optional('espService', text),
    optional('espIdentifier', text),
    any('profileUrl', text),
    optional('screenName', text),
    any('displayName', text),
    optional('profileBio', text),
    group,
    optional('compromisedAccount', value('boolean')),
    ...disabled,
    any('ipCaptureEvent', IP_CAPTURE_EVENT),
    any('deviceId', DEVICE_ID),
    any('priorCTReport', value('long')),
    optional('additionalInfo', text),
  ),
  requiredAttribute('type', ACCOUNT_KIND),
);

export const PERSON_OR_USER_REPORTED = sequence(
  optional('personOrUserReportedPerson', PERSON),
  optional('vehicleDescription', text),
  ...service,
  optional('thirdPartyUserReported', value('boolean')),
  priorReports,
  group,
  ...disabled,
  ...whereabouts,
  any('associatedAccount', ASSOCIATED_ACCOUNT),
  optional('additionalInfo', text),
);

export const INTENDED_RECIPIENT = sequence(
  optional('intendedRecipientPerson', PERSON),
  ...service,
  priorReports,
  group,
  ...disabled,
  ...whereabouts,
  any('additionalInfo', text),
);

export const VICTIM = sequence(
  one('victimPerson', PERSON),
  ...service,
  optional('schoolName', text),
  priorReports,
  ...disabled,
  ...whereabouts,
  any('associatedAccount', ASSOCIATED_ACCOUNT),
  optional('additionalInfo', text),
);
