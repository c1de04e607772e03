/** Maps jurisdiction indicators: IP addresses, postal addresses, phone numbers, locations and legal process. */

import { isProxyCode, type ResolvedCountry, resolveCountryCode } from '../../../countries.ts';
import type { JurisdictionIndicator } from '../../../submission.ts';
import type { IndicatorBasis } from '../../../vocabulary.ts';
import type { Ledger } from '../leaf-ledger.ts';
import { instantFromDateTime, isTrue } from '../lexical-forms.ts';
import { attribute, child, everyNode, type Node } from '../node.ts';
import { countryOfPhone } from '../phone-country.ts';
import { summariseIpEvents } from './ip-events.ts';
import { shortText } from './short-text.ts';

type Reader = (node: Node, ledger: Ledger) => JurisdictionIndicator | undefined;

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

export function mapIndicators(root: Node, ledger: Ledger): JurisdictionIndicator[] {
  const summarised = summariseIpEvents(root, ledger);
  const relatedNodes = everyNode(root, ({ name }) => !UNRELATED_TO_CASE.includes(name));
  return relatedNodes.flatMap((node) => {
    const indicator = summarised.has(node) ? undefined : READERS[node.name]?.(node, ledger);
    return indicator ? [ledger.from(node, indicator)] : [];
  });
}

function ipCapture(event: Node, ledger: Ledger): JurisdictionIndicator | undefined {
  const address = child(event, 'ipAddress');
  const time = child(event, 'dateTime');
  const proxy = child(event, 'possibleProxy');
  if (!address || !isIpAddress(address.value.trim())) {
    ledger.lost('value-not-usable', address);
    return undefined;
  }
  ledger.mappedAndKept(address, proxy);
  return {
    ...indicator('ip-geolocation', { country: null, note: 'the address has not been located' }),
    proxySuspected: isTrue(proxy?.value),
    ...observedAt(time, ledger),
    value: address.value.trim(),
  };
}

function phone(node: Node, ledger: Ledger): JurisdictionIndicator | undefined {
  const code = attribute(node, 'countryCallingCode');
  const verified = attribute(node, 'verified');
  const place = countryOfPhone(code?.value, node.value);
  const number = shortText(node.value);
  if (!place || !number) return undefined;
  ledger.mappedAndKept(node, code, verified);
  return {
    ...indicator('phone-prefix', place),
    verified: isTrue(verified?.value),
    ...observedAt(attribute(node, 'verificationDate'), ledger),
    value: number,
  };
}

/** If there is no country, a state of the United States indicates the country. */
function postalAddress(node: Node, ledger: Ledger): JurisdictionIndicator | undefined {
  const country = child(node, 'country');
  const state = child(node, 'state');
  const place = country?.value ? resolveCountryCode(country.value) : countryOfState(state);
  if (!place) return undefined;
  ledger.mappedAndKept(...node.children);
  const lines = node.children
    .filter(({ isUnknown }) => !isUnknown || node.isUnknown)
    .map(({ value }) => value.trim())
    .filter((line) => line !== '');
  const value = shortText(lines.join(', '));
  return { ...indicator('postal-address', place), ...(value && { value }) };
}

function countryOfState(state: Node | undefined): ResolvedCountry | undefined {
  return state?.value ? { country: 'US', note: 'read from the state' } : undefined;
}

function estimatedLocation(node: Node, ledger: Ledger): JurisdictionIndicator | undefined {
  const country = child(node, 'countryCode');
  const verified = attribute(node, 'verified');
  if (!country?.value) return undefined;
  ledger.mappedAndKept(...node.children, verified);
  const places = ['city', 'region'].map((name) => child(node, name)?.value.trim()).filter(Boolean);
  const value = shortText(places.join(', '));
  return {
    ...indicator('estimated-location', resolveCountryCode(country.value)),
    verified: isTrue(verified?.value),
    proxySuspected: isProxyCode(country.value),
    ...observedAt(attribute(node, 'timestamp'), ledger),
    ...(value && { value }),
  };
}

/** Domestic legal process is of the United States, the country of the receiver of these reports. */
function legalProcess(node: Node, ledger: Ledger): JurisdictionIndicator | undefined {
  if (!isTrue(node.value)) return undefined;
  const country = attribute(node, 'fleaCountry');
  ledger.mappedAndKept(node, country);
  if (node.name === 'servedLegalProcessDomestic') return indicator('legal-process', { country: 'US' });
  const place = country?.value
    ? resolveCountryCode(country.value)
    : { country: null, note: 'the country is not given' };
  return indicator('legal-process', place);
}

function indicator(basis: IndicatorBasis, { country, note }: ResolvedCountry): JurisdictionIndicator {
  return { country, basis, verified: false, proxySuspected: false, ...(note && { note }) };
}

function observedAt(time: Node | undefined, ledger: Ledger): Pick<JurisdictionIndicator, 'observedAt'> {
  const instant = time && instantFromDateTime(time.value);
  if (!instant) ledger.lost('value-not-usable', time);
  else ledger.mappedAndKept(time);
  return instant ? { observedAt: instant } : {};
}

function isIpAddress(text: string): boolean {
  const isVersion4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(text);
  return isVersion4 || (text.includes(':') && text.length <= 45 && URL.canParse(`http://[${text}]/`));
}
