/** Forms as they stand on a page, filled in and sent without a browser. */

import type { LightMyRequestResponse } from 'fastify';
import type { Browser } from './desk.ts';

export interface Form {
  action: string;
  isSent: boolean;
  fields: readonly Field[];
}

interface Field {
  name: string;
  /** Of an input its type; else `textarea` or `select`. */
  kind: string;
  /** What is chosen, or stands there; of a select that has nothing chosen, what might be. */
  value: string;
  isChosen: boolean;
}

/** What only a browser keeps to figures and dates is left as it stands: the words beside it would not be looked at. */
const TYPED = ['text', 'email', 'textarea'];

/** Those of what the page itself holds, without the frame around it. */
export function formsIn(body: string): Form[] {
  return [...mainOf(body).matchAll(/<form ([^>]*)>(.*?)<\/form>/gs)].map(([, head = '', inside = '']) => {
    const { action = '', method = 'get' } = attributesIn(head);
    return { action, isSent: method === 'post', fields: fieldsIn(inside) };
  });
}

/** What the page itself holds. */
export function mainOf(body: string): string {
  return body.slice(body.indexOf('<main'), body.indexOf('</main>'));
}

export function isTyped({ kind }: Field): boolean {
  return TYPED.includes(kind);
}

/** `text` in every field that takes any; of what is to be chosen, what is chosen or comes first. */
function filled({ fields }: Form, text: string): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const field of fields) {
    const { name, kind, value, isChosen } = field;
    const isFirst = values[name] === undefined;
    if (isTyped(field)) values[name] = [text];
    else if (kind === 'radio' && (isFirst || isChosen)) values[name] = [value];
    else if (kind === 'checkbox' && isChosen) values[name] = [...(values[name] ?? []), value];
    else if (kind !== 'radio' && kind !== 'checkbox' && kind !== 'file') values[name] = [value];
  }
  return values;
}

/** The answer, and where it leads the page there. */
export async function send(browser: Browser, form: Form, text: string): Promise<LightMyRequestResponse> {
  const { _csrf, ...values } = filled(form, text);
  const query = new URLSearchParams(Object.entries(values).flatMap(([name, all]) => all.map((one) => [name, one])));
  if (!form.isSent) return browser.get(`${form.action}?${query}`);
  const answer = await browser.post(form.action, values);
  return answer.statusCode === 303 ? browser.get(String(answer.headers.location)) : answer;
}

function fieldsIn(html: string): Field[] {
  const tags = html.matchAll(/<(input|textarea|select) ([^>]*)>(?:(.*?)<\/\1>)?/gs);
  return [...tags].flatMap(([, tag = '', head = '', inside = '']) => {
    const { name = '', type, value = '', checked } = attributesIn(head);
    if (name === '') return [];
    const isChosen = checked !== undefined;
    if (tag === 'select') return [{ name, kind: tag, value: optionIn(inside), isChosen }];
    return [{ name, kind: tag === 'input' ? (type ?? 'text') : tag, value, isChosen }];
  });
}

function optionIn(html: string): string {
  const options = [...html.matchAll(/<option ([^>]*)>/g)].map(([, head = '']) => attributesIn(head));
  const chosen = options.find(({ selected }) => selected !== undefined) ?? options.find(({ value }) => value);
  return chosen?.['value'] ?? '';
}

function attributesIn(head: string): Record<string, string> {
  const named = [...head.matchAll(/([\w-]+)(?:="([^"]*)")?/g)];
  return Object.fromEntries(named.map(([, name = '', value = '']) => [name, plain(value)]));
}

function plain(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}
