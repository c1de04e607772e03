/** Adds countries to the IP addresses and positions of a submission, from local files. No network access. */

import { readFileSync } from 'node:fs';
import { BlockList, isIP } from 'node:net';
import { type CountryResponse, Reader } from 'mmdb-lib';
import { resolveIndicatorCountry } from '../../domain/countries.ts';
import { ipAddressesIn } from '../../domain/ip-addresses.ts';
import type { JurisdictionIndicator, Submission } from '../../domain/submission.ts';
import { countryAt } from './locate-position.ts';

/** Returns the submission with the country of each IP address and position that can be found. Lists are separated. */
export type AddCountries = (submission: Submission) => Submission;

/**
 * Opens a country database in MMDB format (DB-IP Lite, GeoLite2, IPinfo and others). None is included, because none is
 * both free and reliable. The returned function sets the country of every `ip-geolocation` indicator without one.
 * Addresses that cannot have a country, or are not found, keep null and a note that says why. Addresses for documentation
 * have a country only if the database itself contains them, as that of local stacks does. Positions
 * (`estimated-location`) without a country get it from the borders of the maps, without a database.
 *
 * @throws if the file cannot be read or is not an MMDB database.
 */
export function countryLocator(databaseFile?: string): AddCountries {
  const database = databaseFile === undefined ? undefined : new Reader<CountryResponse>(readFileSync(databaseFile));
  return (submission) => ({
    ...submission,
    indicators: separated(submission.indicators).map((indicator) => locatePosition(locate(indicator, database))),
  });
}

/** As in the contract of a submission. */
const MOST_INDICATORS = 500;

/** A list of addresses becomes an indicator for each, since each may be in another country. Ports are kept. */
function separated(indicators: readonly JurisdictionIndicator[]): readonly JurisdictionIndicator[] {
  const all = indicators.flatMap((indicator) => {
    const addresses = waitsToBeLocated(indicator) ? ipAddressesIn(indicator.value) : [];
    return addresses.length > 1 ? addresses.map(({ text: value }) => ({ ...indicator, value })) : [indicator];
  });
  return all.length > MOST_INDICATORS ? indicators : all;
}

function waitsToBeLocated(indicator: JurisdictionIndicator): indicator is JurisdictionIndicator & { value: string } {
  const { country, basis, value } = indicator;
  return basis === 'ip-geolocation' && country === null && value !== undefined;
}

const NO_DATABASE = 'no country database is installed here';

/** Whether addresses of the submission have no country because no database is installed. */
export function lacksIpDatabase({ indicators }: Pick<Submission, 'indicators'>): boolean {
  return indicators.some(({ note }) => note === NO_DATABASE);
}

type Database = Reader<CountryResponse>;

function locate(indicator: JurisdictionIndicator, database: Database | undefined): JurisdictionIndicator {
  const [written, ...others] = waitsToBeLocated(indicator) ? ipAddressesIn(indicator.value) : [];
  if (written === undefined || others.length > 0 || !isIP(written.address)) return indicator;
  const address = written.address.replace(/^::ffff:(?=[\d.]+$)/i, '');
  const isForDocumentation = documentationRanges.check(address, family(address));
  const found = isOfNoPlace(address) ? undefined : countryOf(database?.get(address) ?? null);
  if (isOfNoPlace(address) || (isForDocumentation && !found))
    return { ...indicator, note: 'a private, reserved or documentation address, of no country' };
  if (!database) return { ...indicator, note: NO_DATABASE };
  if (!found) return { ...indicator, note: 'the address is not in the country database' };
  const built = database.metadata.buildEpoch.toISOString().slice(0, 10);
  return resolveIndicatorCountry({ ...indicator, country: found, note: `by the country database of ${built}` });
}

/** Decimal degrees, as the readers of reports write them: `60.1699, 24.9384`. */
const POSITION = /^(-?\d{1,2}(?:\.\d+)?), ?(-?\d{1,3}(?:\.\d+)?)$/;

function locatePosition(indicator: JurisdictionIndicator): JurisdictionIndicator {
  const [, latitude, longitude] = POSITION.exec(indicator.value ?? '') ?? [];
  if (indicator.basis !== 'estimated-location' || indicator.country !== null || !longitude) return indicator;
  const country = countryAt(Number(latitude), Number(longitude));
  if (!country) return { ...indicator, note: 'the position is at sea or near a border' };
  return { ...indicator, country, note: 'by the position, within the borders of the country' };
}

/** Databases have `country.iso_code`, or `country_code` at the top level. */
function countryOf(row: CountryResponse | null): string | undefined {
  const code = row && 'country_code' in row ? row.country_code : row?.country?.iso_code;
  return typeof code === 'string' && /^[A-Z][A-Z0-9]$/.test(code) ? code : undefined;
}

/** IANA special-purpose address registries (RFC 6890 and its updates). */
const OF_NO_PLACE = `
  0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.168.0.0/16
  198.18.0.0/15 224.0.0.0/4 240.0.0.0/4
  ::/128 ::1/128 64:ff9b:1::/48 100::/64 2001:2::/48 3fff::/20 fc00::/7 fe80::/10 ff00::/8
`;

/** RFC 5737 and RFC 3849. */
const FOR_DOCUMENTATION = '192.0.2.0/24 198.51.100.0/24 203.0.113.0/24 2001:db8::/32';

const specialRanges = rangesOf(OF_NO_PLACE);
const documentationRanges = rangesOf(FOR_DOCUMENTATION);

function rangesOf(networks: string): BlockList {
  const list = new BlockList();
  for (const [, network = '', prefix] of networks.matchAll(/(\S+)\/(\d+)/g)) {
    list.addSubnet(network, Number(prefix), family(network));
  }
  return list;
}

function isOfNoPlace(address: string): boolean {
  return specialRanges.check(address, family(address));
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6';
}
