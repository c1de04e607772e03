/** Parses the forms of a page, fills them in, and sends them without a browser. */

import type { LightMyRequestResponse } from 'fastify';
import type { Browser } from './desk.ts';

export interface Form {
  action: string;
  isPost: boolean;
  fields: readonly Field[];
}

interface Field {
  name: string;
  /** The type of an input, or `textarea` or `select`. */
  kind: string;
  /** The current value. For a select without a chosen option, the first option with a value. */
  value: string;
  isChosen: boolean;
}

/** Fields for numbers and dates keep their values: with another value the server would not check the other fields. */
const TEXT_KINDS = ['text', 'email', 'textarea'];

/** The forms in the main part of the page, without header and footer. */
export function formsIn(body: string): Form[] {
  return [...mainOf(body).matchAll(/<form ([^>]*)>(.*?)<\/form>/gs)].map(([, head = '', inside = '']) => {
    const { action = '', method = 'get' } = attributesIn(head);
    return { action, isPost: method === 'post', fields: fieldsIn(inside) };
  });
}

/** The main part of the page. */
export function mainOf(body: string): string {
  return body.slice(body.indexOf('<main'), body.indexOf('</main>'));
}

export function acceptsText({ kind }: Field): boolean {
  return TEXT_KINDS.includes(kind);
}

/** Values with `text` in every text field. For choices, the chosen option or the first one. */
function filled({ fields }: Form, text: string): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const field of fields) {
    const { name, kind, value, isChosen } = field;
    const isFirst = values[name] === undefined;
    if (acceptsText(field)) values[name] = [text];
    else if (kind === 'radio' && (isFirst || isChosen)) values[name] = [value];
    else if (kind === 'checkbox' && isChosen) values[name] = [...(values[name] ?? []), value];
    else if (kind !== 'radio' && kind !== 'checkbox' && kind !== 'file') values[name] = [value];
  }
  return values;
}

/** Sends the form with `text` in every text field. Follows a redirect to the next page. */
export async function send(browser: Browser, form: Form, text: string): Promise<LightMyRequestResponse> {
  const { _csrf, ...values } = filled(form, text);
  const query = new URLSearchParams(Object.entries(values).flatMap(([name, all]) => all.map((one) => [name, one])));
  if (!form.isPost) return browser.get(`${form.action}?${query}`);
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
