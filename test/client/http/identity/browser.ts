/** A minimal browser: it follows redirects, keeps cookies by origin, and sends forms. */

export interface Seen {
  /** Where it ended up. */
  url: string;
  status: number;
  headers: Headers;
  text: string;
}

export interface Browser {
  go(url: string, init?: RequestInit): Promise<Seen>;
  /** One answer, redirects not followed. */
  ask(url: string, init?: RequestInit): Promise<Response>;
  post(url: string, fields: Record<string, string> | [string, string][], headers?: HeadersInit): Promise<Seen>;
  /** By name, of one origin. */
  cookies(origin: string): Map<string, string>;
  /** Lines as they were set, the last first. */
  setCookies: string[];
}

export function openBrowser(): Browser {
  const jars = new Map<string, Map<string, string>>();
  const setCookies: string[] = [];
  const cookies: Browser['cookies'] = (origin) => {
    const jar = jars.get(origin) ?? new Map();
    jars.set(origin, jar);
    return jar;
  };

  const ask: Browser['ask'] = async (url, init = {}) => {
    const jar = cookies(new URL(url).origin);
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      setCookies.unshift(line);
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };

  const go: Browser['go'] = async (url, init) => {
    let response = await ask(url, init);
    let at = url;
    for (let hops = 0; response.headers.has('location') && hops < 10; hops++) {
      at = new URL(response.headers.get('location') ?? '', at).href;
      response = await ask(at);
    }
    return { url: at, status: response.status, headers: response.headers, text: await response.text() };
  };

  const post: Browser['post'] = (url, fields, headers = {}) =>
    go(url, { method: 'POST', body: new URLSearchParams(fields), headers });

  return { go, ask, post, cookies, setCookies };
}
