/** An identifier is found as a whole, whatever its spelling, and in the categories of data that hold it. */

import { expect, test } from 'vitest';
import { heldIn, identifierTest } from '../../domain/data-subjects.ts';
import { aSubmission } from '../support/factories.ts';

test.each([
  ['Max.Muster@mail.example', 'mail: max.muster@MAIL.example.', true],
  ['max.muster@mail.example', 'xmax.muster@mail.example', false],
  ['max.muster@mail.example', 'the.max.muster@mail.example', false],
  ['max.muster@mail.example', 'max.muster@mail.example.org', false],
  ['192.0.2.1', 'seen at 192.0.2.1, twice', true],
  ['192.0.2.1', '192.0.2.10', false],
  ['192.0.2.1', '19.202.1', false],
  ['+358 40 123 4567', 'tel. (00358) 40-1234567', true],
  ['+358 40 123 4567', '0358401234567', false],
  ['+358 40 123 4567', '+358 40 123 45678', false],
  ['Ada  Example', 'ADA EXAMPLE', true],
  ['user.*', 'user.name', false],
  ['2001:db8::1', 'at 2001:DB8::1', true],
])('"%s" in "%s": %s', (identifier, value, isFound) => {
  expect(identifierTest(identifier)(value)).toBe(isFound);
});

test.each(['', '   ', 'abc', 'x'.repeat(321)])('"%s" identifies nobody', (identifier) => {
  expect(() => identifierTest(identifier)).toThrow('An identifier has 4 to 320 characters.');
});

const submission = aSubmission({
  summary: 'She wrote to sam@mail.example.',
  subjects: [
    { category: 'victim', reference: 'V-1' },
    { category: 'suspect', reference: 'S-1' },
  ],
  indicators: [
    { country: 'FI', basis: 'ip-geolocation', verified: false, proxySuspected: false, value: '192.0.2.7' },
    { country: 'FI', basis: 'phone-prefix', verified: false, proxySuspected: false, value: '+358 40 1234567' },
  ],
  particulars: [
    { label: 'personOrUserReported/screenName', value: 'sam_the_fox' },
    { label: 'personOrUserReported/email', value: 'sam@mail.example' },
    { label: 'reporter.ipAddress', value: '192.0.2.8' },
    { label: 'personOrUserReported/address/city', value: 'Oulu' },
    { label: 'personOrUserReported/firstName', value: 'Samuel' },
    { label: 'deviceId/imei', value: '490154203237518' },
  ],
});

test.each([
  ['sam@mail.example', ['contact', 'free-text']],
  ['sam_the_fox', ['account']],
  ['192.0.2.7', ['network-address']],
  ['192.0.2.8', ['network-address']],
  ['+358401234567', ['contact']],
  ['Oulu', ['location']],
  ['Samuel', ['identity']],
  ['490154203237518', ['device']],
])('%s is found in %j', (identifier, found) => {
  const held = heldIn({ submission, loss: [] }, identifierTest(identifier));
  expect(held).toMatchObject({ found, people: ['suspect', 'victim'] });
  expect(held?.held).toEqual(expect.arrayContaining(['identity', 'contact', 'account', 'location', 'free-text']));
});

test('a text without the identifier, and codes, are not found', () => {
  expect(heldIn({ submission, loss: [] }, identifierTest('nobody@mail.example'))).toBeUndefined();
  expect(heldIn({ submission, loss: [] }, identifierTest('ip-geolocation'))).toBeUndefined();
  expect(heldIn('Ask Sam_the_fox.', identifierTest('sam_the_fox'))).toEqual({
    found: ['free-text'],
    held: ['free-text'],
    people: [],
  });
});
