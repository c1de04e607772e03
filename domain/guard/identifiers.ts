/** The identifiers that real reports hold: what follows a known grammar is explained, although no language accounts for it. */

/** Forms of whole tokens. Each is anchored and bounded, so that a match takes time linear in the token. */
const GRAMMARS: RegExp[] = [
  /^[\d.,:/+*#()-]{1,40}$/, // numbers, amounts, dates, telephone numbers, IPv4 addresses, coordinates
  /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?$/i, // ISO 8601
  /^(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5}|\/\d{1,2})?$/, // IPv4
  /^\[?(?=.{2,45}\]?)[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:(?:\d{1,3}\.){3}\d{1,3})?(?:%\w{1,16})?\]?(?::\d{1,5}|\/\d{1,3})?$/i, // IPv6
  /^(?:[0-9a-f]{2}[:-]){5}(?:[0-9a-f]{2}(?:[:-][0-9a-f]{2}){0,2})$|^(?:[0-9a-f]{4}\.){2}[0-9a-f]{4}$/i, // MAC
  /^[{(]?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}[)}]?$/i, // UUID, advertising ids
  /^(?:0x)?(?:[0-9a-f]{2}){1,20}$/i, // object ids, account ids, SHA-1, Ethereum addresses
  /^(?:[0-9a-f]{48}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i, // Tiger, SHA-2
  /^(?:[0-9a-f]{2}:){15,31}[0-9a-f]{2}$/i, // digests with colons, fingerprints of certificates
  /^(?:sha(?:1|256|512)[:-])?(?:[a-z0-9+/_-]{22}==|[a-z0-9+/_-]{27}=|[a-z0-9+/_-]{43}=?|[a-z0-9+/_-]{86}(?:==)?)$/i, // digests
  /^[123mn][1-9A-HJ-NP-Za-km-z]{25,34}$|^(?:bc|tb|ltc)1[02-9ac-hj-np-z]{11,71}$/, // Bitcoin, Litecoin
  /^[48][1-9A-HJ-NP-Za-km-z]{94}(?:[1-9A-HJ-NP-Za-km-z]{11})?$|^[TrLDX][1-9A-HJ-NP-Za-km-z]{24,34}$/, // Monero, Tron, Ripple
  /^[a-z]{2}\d{2}[a-z0-9]{10,30}$/i, // IBAN
  /^[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}$/, // e-mail
  /^[\p{L}\p{N}_.@#~+!$-]{1,16}$/u, // screen names, device and account ids
];

/** A JSON Web Token (RFC 7519), as logs of providers hold it. */
const TOKEN = /^eyJ[\w-]{10,400}\.eyJ[\w-]{10,1200}\.[\w-]{20,700}$/;

/** Longest part of an address, of a path or of a name with separators. */
const LONGEST_PART = 64;

/** Whether a known grammar explains `token`, which has no white space. */
export function isIdentifier(token: string): boolean {
  return GRAMMARS.some((grammar) => grammar.test(token)) || TOKEN.test(token);
}

const DATE = String.raw`(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const TIME = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?`;

/** Dates and times with the bytes that their form can carry: a day has 86,400 seconds, two centuries have 73,000 days. */
const CARRIED: [RegExp, bytes: number][] = [
  [new RegExp(`^${DATE}$`), 3],
  [new RegExp(`^${TIME}$`), 3],
  [new RegExp(`^${DATE}T${TIME}Z?$`, 'i'), 5],
  [new RegExp(`^${DATE}T${TIME}(?:\\.\\d{3})?(?:Z|[+-]${TIME})?$`, 'i'), 8],
];

/** The bytes that an identifier can carry, if its form allows fewer than its length. */
export function carriedBytes(token: string): number | undefined {
  return CARRIED.find(([form]) => form.test(token))?.[1];
}

/** Whether a part of a longer token (of an address, a path, a name) is short enough to be an identifier. */
export function isIdentifierPart(part: string): boolean {
  return part.length <= LONGEST_PART;
}

/** Web addresses: their parts are judged one by one, since keys and signatures in them look like code. */
export function isWebAddress(token: string): boolean {
  return token.length <= 4_000 && /^(?:https?|ftp|wss?|rtmps?|magnet|tg|mailto):/i.test(token);
}

/** Header fields of e-mail whose values are signatures or tokens (RFC 6376, RFC 8617), with their folded lines. */
const HEADER =
  /^(?:dkim-signature|arc-[a-z-]{1,40}|authentication-results|received|received-spf|message-id|references|in-reply-to|x-[a-z0-9-]{1,60}):[^\n]{0,2000}(?:\n[ \t][^\n]{0,2000}){0,40}/gim;

/** The header fields of e-mail in `text`, as ranges of characters. */
export function mailHeadersIn(text: string): { from: number; to: number }[] {
  if (!/^(?:dkim-|arc-|received|x-)/im.test(text)) return [];
  return Array.from(text.matchAll(HEADER), ({ 0: header, index }) => ({ from: index, to: index + header.length }));
}

/** The longest piece of a signature on one line of a header field (RFC 5322, 2.1.1, recommends 78 characters a line). */
export const LONGEST_HEADER_PIECE = 100;
