/** Maps jurisdiction indicators: IP addresses, postal addresses, phone numbers, locations and legal process. */

import { isProxyCode, type ResolvedCountry, resolveCountryCode } from '../../../countries.ts';
import { ipAddressesIn } from '../../../ip-addresses.ts';
import type { JurisdictionIndicator } from '../../../submission.ts';
import type { IndicatorBasis, IndicatorParty } from '../../../vocabulary.ts';
import type { Ledger } from '../leaf-ledger.ts';
import { isTrue } from '../lexical-forms.ts';
import { attribute, child, type Node } from '../node.ts';
import { countryOfPhone } from '../phone-country.ts';
import { summariseIpEvents } from './ip-events.ts';
import { positionIn } from './positions.ts';
import { shortText } from './short-text.ts';

type Reader = (node: Node, ledger: Ledger, party: IndicatorParty | undefined) => JurisdictionIndicator[];

/** By element name. The values stay in particulars too, whose labels name the person. */
const READERS: Readonly<Record<string, Reader>> = {
  ipCaptureEvent: ipCapture,
  phone,
  phoneNumber: phone,
  address: postalAddress,
  incidentAddress: postalAddress,
  estimatedLocation,
  servedLegalProcessDomestic: legalProcess,
  servedLegalProcessInternational: legalProcess,
};

/** The locations of the provider and the investigators do not indicate the jurisdiction. */
const UNRELATED_TO_CASE = ['reporter', 'officerContact'];

/** By element name. Accounts within theirs belong to others. Undefined: to no person that the schema names. */
const PARTIES: Readonly<Record<string, IndicatorParty | undefined>> = {
  personOrUserReported: 'suspect',
  victim: 'victim',
  associatedAccount: undefined,
};

/** A postal address is evidence of where the person lives. */
const ADDRESS_BASIS: Record<IndicatorParty, IndicatorBasis> = {
  suspect: 'suspect-location',
  victim: 'victim-location',
};

/** The part of a report's identifiers that the addresses in summaries of IP events may use. */
const SHARE_OF_ADDRESSES = 1 / 2;

/**
 * Maps IP addresses, phone numbers and locations to jurisdiction indicators.
 *
 * @param identifiers the bytes of identifiers that the report may hold
 */
export function mapIndicators(root: Node, ledger: Ledger, identifiers: number): JurisdictionIndicator[] {
  const summarised = summariseIpEvents(root, ledger, identifiers * SHARE_OF_ADDRESSES);
  return within(root, undefined);

  function within(node: Node, outer: IndicatorParty | undefined): JurisdictionIndicator[] {
    if (UNRELATED_TO_CASE.includes(node.name)) return [];
    const party = Object.hasOwn(PARTIES, node.name) ? partyOf(node) : outer;
    const read = summarised.has(node)
      ? []
      : [...(READERS[node.name]?.(node, ledger, party) ?? []), ...positionOf(node, ledger)];
    const indicators = read.map((indicator) =>
      ledger.from(node, { ...indicator, ...partyOfIndicator(indicator, party) }),
    );
    return [...indicators, ...node.children.flatMap((each) => within(each, party))];
  }
}

/** The bases of a person's address define whose it is. Legal process is not the place of a person. */
function partyOfIndicator({ basis }: JurisdictionIndicator, party: IndicatorParty | undefined) {
  const isPlace = !['legal-process', ...Object.values<string>(ADDRESS_BASIS)].includes(basis);
  return isPlace && party !== undefined ? { party } : {};
}

/** The holder of a compromised account is not the suspect. */
function partyOf(account: Node): IndicatorParty | undefined {
  const isCompromised = isTrue(child(account, 'compromisedAccount')?.value);
  return isCompromised && PARTIES[account.name] === 'suspect' ? undefined : PARTIES[account.name];
}

function ipCapture(event: Node, ledger: Ledger): JurisdictionIndicator[] {
  const address = child(event, 'ipAddress');
  const time = child(event, 'dateTime');
  const proxy = child(event, 'possibleProxy');
  const addresses = ipAddressesIn(address?.value ?? '');
  if (addresses.length === 0) {
    ledger.lost('value-not-usable', address);
    return [];
  }
  ledger.mappedAndKept(address, proxy);
  const observed = observedAt(time, ledger);
  return addresses.map(({ address: value }) => ({
    ...indicator('ip-geolocation', { country: null, note: 'the address has not been located' }),
    proxySuspected: isTrue(proxy?.value),
    ...observed,
    value,
  }));
}

function phone(node: Node, ledger: Ledger): JurisdictionIndicator[] {
  const code = attribute(node, 'countryCallingCode');
  const verified = attribute(node, 'verified');
  const place = countryOfPhone(code?.value, node.value);
  const number = shortText(node.value);
  if (!place || !number) return [];
  ledger.mappedAndKept(node, code, verified);
  return [
    {
      ...indicator('phone-prefix', place),
      verified: isTrue(verified?.value),
      ...observedAt(attribute(node, 'verificationDate'), ledger),
      value: number,
    },
  ];
}

/** If there is no country, a state of the United States indicates the country. */
function postalAddress(node: Node, ledger: Ledger, party: IndicatorParty | undefined): JurisdictionIndicator[] {
  const country = child(node, 'country');
  const state = child(node, 'state');
  const place = country?.value ? resolveCountryCode(country.value) : countryOfState(state);
  if (!place) return [];
  ledger.mappedAndKept(...node.children);
  const lines = node.children
    .filter(({ isUnknown }) => !isUnknown || node.isUnknown)
    .map(({ value }) => value.trim())
    .filter((line) => line !== '');
  const value = shortText(lines.join(', '));
  const basis = party === undefined ? 'postal-address' : ADDRESS_BASIS[party];
  return [{ ...indicator(basis, place), ...(value && { value }) }];
}

function countryOfState(state: Node | undefined): ResolvedCountry | undefined {
  return state?.value ? { country: 'US', note: 'read from the state' } : undefined;
}

function estimatedLocation(node: Node, ledger: Ledger): JurisdictionIndicator[] {
  const country = child(node, 'countryCode');
  const verified = attribute(node, 'verified');
  if (!country?.value) return [];
  ledger.mappedAndKept(...node.children, verified);
  const places = ['city', 'region'].map((name) => child(node, name)?.value.trim()).filter(Boolean);
  const value = shortText(places.join(', '));
  return [
    {
      ...indicator('estimated-location', resolveCountryCode(country.value)),
      verified: isTrue(verified?.value),
      proxySuspected: isProxyCode(country.value),
      ...observedAt(attribute(node, 'timestamp'), ledger),
      ...(value && { value }),
    },
  ];
}

/** Of a telephone, or of the camera that took a picture. The country is found when the report is submitted. */
function positionOf(node: Node, ledger: Ledger): JurisdictionIndicator[] {
  const value = positionIn(node, ledger);
  const place = { country: null, note: 'the position has not been located' };
  return value ? [{ ...indicator('estimated-location', place), value }] : [];
}

/** Domestic legal process is of the United States, the country of the receiver of these reports. */
function legalProcess(node: Node, ledger: Ledger): JurisdictionIndicator[] {
  if (!isTrue(node.value)) return [];
  const country = attribute(node, 'fleaCountry');
  ledger.mappedAndKept(node, country);
  if (node.name === 'servedLegalProcessDomestic') return [indicator('legal-process', { country: 'US' })];
  const place = country?.value
    ? resolveCountryCode(country.value)
    : { country: null, note: 'the country is not given' };
  return [indicator('legal-process', place)];
}

function indicator(basis: IndicatorBasis, { country, note }: ResolvedCountry): JurisdictionIndicator {
  return { country, basis, verified: false, proxySuspected: false, ...(note && { note }) };
}

function observedAt(time: Node | undefined, ledger: Ledger): Pick<JurisdictionIndicator, 'observedAt'> {
  const instant = ledger.pastInstant(time);
  if (!instant) return {};
  ledger.mappedAndKept(time);
  return { observedAt: instant };
}
