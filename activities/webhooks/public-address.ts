/** Which IP addresses are public. Everything else is refused as a target: loopback, private networks, link-local, metadata. */

import { BlockList, isIP } from 'node:net';

/** IANA IPv4 special-purpose address registry (RFC 6890), with multicast and reserved addresses. */
const REFUSED_IPV4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
];

/**
 * Global unicast is 2000::/3 (RFC 4291). Within it, these are tunnels, documentation and protocol assignments (RFC 6890,
 * RFC 9637). Mapped, translated, local and multicast addresses are outside of it.
 */
const REFUSED_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const refused = listOf([...REFUSED_IPV4, ...REFUSED_IPV6]);
const globalUnicast = listOf(['2000::/3']);

/** Whether messages may be sent to the IP address. A text that is no address is not public. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !refused.check(address, 'ipv4');
  return family === 6 && globalUnicast.check(address, 'ipv6') && !refused.check(address, 'ipv6');
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    list.addSubnet(address, Number(prefix), isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}
