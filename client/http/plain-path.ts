/** Decodes letters, digits and `-_~` of a path, so that every check sees the same address as the router (RFC 3986, 6.2.2.2). */

/** The address with these characters as themselves; the query stays as it is. */
export function plainPath(url: string): string {
  const end = url.indexOf('?');
  const path = end < 0 ? url : url.slice(0, end);
  const plain = path.replaceAll(/%[0-9a-f]{2}/gi, (encoded) => {
    const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
    return /[A-Za-z0-9_~-]/.test(character) ? character : encoded;
  });
  return end < 0 ? plain : plain + url.slice(end);
}
