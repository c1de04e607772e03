/** Where somebody may be sent after signing in: to a page of ours, and nowhere else. */

/** No browser takes it for another host: it begins with one slash, and has neither backslash, space nor control. */
const LOCAL = /^\/(?![/\\])[^\\\s\p{Cc}]{0,2000}$/u;

/** The path with its query where it is ours; else `/`. */
export function localPath(asked: unknown): string {
  if (typeof asked !== 'string' || !LOCAL.test(asked)) return '/';
  const base = 'http://ours.invalid';
  const url = URL.canParse(asked, base) ? new URL(asked, base) : undefined;
  // Once parsed, dots are gone: /./ /x/..//evil would come out with two slashes again.
  if (url?.origin !== base || url.pathname.startsWith('//')) return '/';
  const path = url.pathname + url.search;
  return path.startsWith('/sign-in') ? '/' : path;
}
