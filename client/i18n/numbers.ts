/** Numbers as a language writes them. */

const formats = new Map<string, Intl.NumberFormat>();

/** `1,234.5`; `language` is an ISO 639-1 code. */
export function formatNumber(value: number, language: string, digits = 0): string {
  const key = `${language} ${digits}`;
  // Making one takes longer than everything else about a number, and a page has hundreds.
  const format = formats.get(key) ?? new Intl.NumberFormat(language, { maximumFractionDigits: digits });
  formats.set(key, format);
  return format.format(value);
}

/** `80%` in English; with a no-break space before the sign in French and German. */
export function formatPercent(fraction: number, language: string, digits = 0): string {
  const key = `${language} ${digits} %`;
  const options = { style: 'percent', maximumFractionDigits: digits } as const;
  const format = formats.get(key) ?? new Intl.NumberFormat(language, options);
  formats.set(key, format);
  return format.format(fraction);
}
