/** Writes databases in MMDB format, in which programs look up data by IP address. */

import { isIP } from 'node:net';

/** A value that a database can hold. */
export type MmdbValue = string | number | bigint | MmdbValue[] | { [key: string]: MmdbValue };

/** The networks in CIDR notation, for example `192.0.2.0/24`, with the value of their addresses. They must not overlap. */
export type MmdbRows = readonly (readonly [network: string, value: MmdbValue])[];

/** A record is a node, a value, or empty. */
type Node = [Branch, Branch];
type Branch = Node | { value: MmdbValue } | undefined;

/** Between the search tree and the values, and before the metadata (MaxMind DB File Format 2.0). */
const SEPARATOR = Buffer.alloc(16);
const METADATA_MARKER = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1');

/** The content of a database file (MaxMind DB File Format 2.0) that holds IPv4 and IPv6 addresses. */
export function mmdbFile(rows: MmdbRows, builtAt: Date): Buffer {
  const root: Node = [undefined, undefined];
  for (const [network, value] of rows) insert(root, bitsOf(network), value);
  const nodes = nodesOf(root);
  const values = rows.map(([, value]) => encoded(value));
  const record = (branch: Branch): Buffer => {
    if (branch === undefined) return uint(nodes.length, 3);
    if (Array.isArray(branch)) return uint(nodes.indexOf(branch), 3);
    const row = rows.findIndex(([, value]) => value === branch.value);
    return uint(nodes.length + SEPARATOR.length + Buffer.concat(values.slice(0, row)).length, 3);
  };
  return Buffer.concat([
    ...nodes.flatMap((node) => node.map(record)),
    SEPARATOR,
    ...values,
    METADATA_MARKER,
    encoded({
      node_count: nodes.length,
      record_size: 24,
      ip_version: 6,
      database_type: 'Liaise-Country',
      languages: ['en'],
      binary_format_major_version: 2,
      binary_format_minor_version: 0,
      build_epoch: BigInt(Math.floor(builtAt.getTime() / 1000)),
    }),
  ]);
}

function insert(node: Node, [bit, ...rest]: readonly (0 | 1)[], value: MmdbValue): void {
  if (bit === undefined) throw new RangeError('A network needs a prefix of at least one bit.');
  const next = node[bit];
  if (rest.length === 0 ? next !== undefined : next !== undefined && !Array.isArray(next)) {
    throw new RangeError('Two networks overlap.');
  }
  if (rest.length === 0) node[bit] = { value };
  else {
    const child: Node = Array.isArray(next) ? next : [undefined, undefined];
    node[bit] = child;
    insert(child, rest, value);
  }
}

/** Bits of the prefix. IPv4 addresses have 96 zero bits before them. */
function bitsOf(network: string): (0 | 1)[] {
  const [address = '', prefix = ''] = network.split('/');
  const isIpv4 = isIP(address) === 4;
  if (!isIP(address) || !/^\d+$/.test(prefix)) throw new RangeError(`${network} is not a network.`);
  const bits = isIpv4 ? `${'0'.repeat(96)}${binary(address.split('.'), 10, 8)}` : binary(groupsOf(address), 16, 16);
  return [...bits.slice(0, Number(prefix) + (isIpv4 ? 96 : 0))].map((bit) => (bit === '1' ? 1 : 0));
}

/** The eight groups of an IPv6 address, of which `::` replaces some. */
function groupsOf(address: string): string[] {
  const [head = [], tail = []] = address.split('::').map((part) => (part === '' ? [] : part.split(':')));
  return [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
}

function binary(parts: readonly string[], base: number, width: number): string {
  return parts.map((part) => Number.parseInt(part, base).toString(2).padStart(width, '0')).join('');
}

/** The root first. */
function nodesOf(node: Node): Node[] {
  return [node, ...node.flatMap((branch) => (Array.isArray(branch) ? nodesOf(branch) : []))];
}

/** Types: 2 string, 6 unsigned 32-bit, 7 map, 9 unsigned 64-bit, 11 array. Types above 7 have a second byte. */
function encoded(value: MmdbValue): Buffer {
  if (typeof value === 'string') return Buffer.concat([control(2, Buffer.byteLength(value)), Buffer.from(value)]);
  if (typeof value === 'number') return Buffer.concat([control(6, 4), uint(value, 4)]);
  if (typeof value === 'bigint') return Buffer.concat([control(9, 6), uint(Number(value), 6)]);
  if (Array.isArray(value)) return Buffer.concat([control(11, value.length), ...value.map(encoded)]);
  const entries = Object.entries(value);
  return Buffer.concat([control(7, entries.length), ...entries.flat().map(encoded)]);
}

function control(type: number, size: number): Buffer {
  if (size > 28) throw new RangeError('The writer supports at most 28 bytes or entries in one value.');
  return type <= 7 ? Buffer.from([(type << 5) | size]) : Buffer.from([size, type - 7]);
}

function uint(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
}
