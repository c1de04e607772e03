/** Paths that a browser may be redirected to after sign-in: pages of this server only. */

/** No browser reads it as another host: one slash at the start, no backslash, space or control character. */
const LOCAL = /^\/(?![/\\])[^\\\s\p{Cc}]{0,2000}$/u;

/** The path with its query; `/` if it is not a path of this server, or leads to the sign-in. */
export function localPath(asked: unknown): string {
  if (typeof asked !== 'string' || !LOCAL.test(asked)) return '/';
  const base = 'http://server.invalid';
  const url = URL.canParse(asked, base) ? new URL(asked, base) : undefined;
  // Parsing removes dot segments: /x/..//evil would become a path with two slashes.
  if (url?.origin !== base || url.pathname.startsWith('//')) return '/';
  const path = url.pathname + url.search;
  return path.startsWith('/sign-in') ? '/' : path;
}
