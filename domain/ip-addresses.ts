/** Finds the IP addresses in the text of an address field: one, a list, or with ports. */

/** More addresses in one field are no list of one event. */
const MOST_ADDRESSES = 20;

/** One address of a text. */
export interface WrittenAddress {
  /** As in the text, with its port. */
  text: string;
  /** Without port and brackets. */
  address: string;
}

/** Equal addresses are one. Empty if a part of the text is no address: then it is something else, and kept as it is. */
export function ipAddressesIn(text: string): WrittenAddress[] {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const written = parts.map((part) => ({ text: part, address: withoutPort(part) }));
  const isList = written.length <= MOST_ADDRESSES && written.every(({ address }) => isIpAddress(address));
  return isList ? [...Map.groupBy(written, ({ address }) => address).values()].flatMap(([first]) => first ?? []) : [];
}

/** `192.0.2.1:443` and `[2001:db8::1]:443`. */
function withoutPort(part: string): string {
  return /^(\d+(?:\.\d+){3}):\d{1,5}$/.exec(part)?.[1] ?? /^\[(.*)\](?::\d{1,5})?$/.exec(part)?.[1] ?? part;
}

function isIpAddress(text: string): boolean {
  const isVersion4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(text);
  return isVersion4 || (text.includes(':') && text.length <= 45 && URL.canParse(`http://[${text}]/`));
}
