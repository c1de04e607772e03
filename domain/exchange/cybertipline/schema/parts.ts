/** Types that several elements share: persons, addresses, phones, devices and IP captures. */

import {
  any,
  attribute,
  type ElementType,
  one,
  optional,
  requiredAttribute,
  sequence,
  text,
  type Value,
  value,
  withAttributes,
} from '../grammar.ts';
import { COUNTRY, STATE } from './codes.ts';

const EMAIL_KIND: Value = { oneOf: ['Home', 'Work', 'Business', 'Recovery'] };
const PHONE_KIND: Value = { oneOf: ['Mobile', 'Home', 'Business', 'Work', 'Fax', 'Internet', 'Recovery'] };
const ADDRESS_KIND: Value = { oneOf: ['Home', 'Business', 'Billing', 'Shipping', 'Technical'] };
const CAPTURED_AT: Value = { oneOf: ['Login', 'Registration', 'Purchase', 'Upload', 'Other', 'Unknown'] };

export const EMAIL: ElementType = value(
  'string',
  attribute('type', EMAIL_KIND),
  attribute('verified', 'boolean'),
  attribute('verificationDate', 'dateTime'),
);

export const PHONE: ElementType = value(
  'string',
  attribute('type', PHONE_KIND),
  attribute('verified', 'boolean'),
  attribute('verificationDate', 'dateTime'),
  attribute('countryCallingCode', { pattern: /^\+[0-9]{1,3}$/, meaning: 'a plus sign and one to three digits' }),
  attribute('extension', { pattern: /^[0-9]+$/, meaning: 'digits' }),
);

export const ADDRESS: ElementType = withAttributes(
  sequence(
    optional('address', text),
    optional('city', text),
    optional('zipCode', text),
    optional('state', value(STATE)),
    optional('nonUsaState', text),
    optional('country', value(COUNTRY)),
  ),
  attribute('type', ADDRESS_KIND),
);

export const CONTACT_PERSON: ElementType = sequence(
  optional('firstName', text),
  optional('lastName', text),
  any('phone', PHONE),
  any('email', EMAIL),
  any('address', ADDRESS),
);

export const PERSON: ElementType = sequence(
  optional('firstName', text),
  optional('lastName', text),
  any('phone', PHONE),
  any('email', EMAIL),
  any('address', ADDRESS),
  optional('age', value('int')),
  optional('dateOfBirth', value('date')),
);

export const IP_CAPTURE_EVENT: ElementType = sequence(
  one('ipAddress', text),
  optional('eventName', value(CAPTURED_AT)),
  optional('dateTime', value('dateTime')),
  optional('possibleProxy', value('boolean')),
  optional('port', value('int')),
);

export const DEVICE_ID: ElementType = sequence(
  one('idType', text),
  one('idValue', text),
  optional('eventName', value(CAPTURED_AT)),
  optional('dateTime', value('dateTime')),
);

export const ESTIMATED_LOCATION: ElementType = withAttributes(
  sequence(optional('city', text), optional('region', text), optional('countryCode', value(COUNTRY))),
  attribute('verified', 'boolean'),
  attribute('timestamp', 'dateTime'),
);

export const PERMANENTLY_DISABLED: ElementType = value(
  'boolean',
  attribute('disabledDate', 'dateTime'),
  attribute('userNotified', 'boolean'),
  attribute('userNotifiedDate', 'dateTime'),
);

export const TEMPORARILY_DISABLED: ElementType = withAttributes(
  PERMANENTLY_DISABLED,
  ...PERMANENTLY_DISABLED.attributes,
  attribute('reenabledDate', 'dateTime'),
);

export const HASH: ElementType = value('string', requiredAttribute('hashType', 'string'));
