import { html, type TemplateResult } from 'lit';
import en from '../messages/en.json';
import texts from '../messages/texts.zh-Hant.json';
import wordsEn from '../messages/words.en.json';
import wordsZhHant from '../messages/words.zh-Hant.json';
import zhHant from '../messages/zh-Hant.json';
import { place } from './place';

export type Language = 'en' | 'zh-Hant';

const MESSAGES: Record<Language, Record<string, string>> = {
  en: { ...en, ...wordsEn },
  'zh-Hant': { ...zhHant, ...wordsZhHant },
};
const TEXTS: Record<string, string> = texts;
/** What of a sentence is not the same each time. */
const VARIABLE = /\d{4}-\d\d-\d\dT[\d:.]+Z|\d+(?:\.\d+)?/g;
const KEY = 'throughline.language';

/** Of the link, else the last one chosen here, else the browser's. */
export function language(): Language {
  const wanted = place.get('lang') || localStorage.getItem(KEY) || navigator.languages.find(known) || 'en';
  return /^zh/i.test(wanted) ? 'zh-Hant' : 'en';
}

export const rememberLanguage = (chosen: Language): void => localStorage.setItem(KEY, chosen);

const known = (tag: string): boolean => /^(en|zh)/i.test(tag);

/** The text of a key, `{name}` replaced by the values. */
export function t(key: string, values: Record<string, string | number> = {}): string {
  const text = MESSAGES[language()][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** The text of a key that only some things have: a tenant's own channels and reports of tomorrow have none. */
export function tOr(key: string, otherwise: string): string {
  return MESSAGES[language()][key] ?? otherwise;
}

/** A code of a catalogue in words; one that is not known, as it is. */
export const word = (catalogue: string, code: string | null | undefined): string =>
  code ? tOr(`${catalogue}.${code}`, code) : t('unknown');

/** A sentence that the server says in English, in the chosen language; as it is where nobody has translated it. */
export function translated(text: string): string {
  if (language() === 'en' || TEXTS[text]) {
    return language() === 'en' ? text : TEXTS[text];
  }
  const values = text.match(VARIABLE) ?? [];
  const pattern = TEXTS[text.replace(VARIABLE, '{}')];
  return pattern ? values.reduce((whole, value) => whole.replace('{}', value), pattern) : text;
}

/** The same, and a screen reader is told where it is English all the same. */
export function sentence(text: string): TemplateResult {
  const said = translated(text);
  return said === text && language() !== 'en' ? html`<span lang="en">${text}</span>` : html`${said}`;
}

const cached = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function format<F extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => F): F {
  const whole = language() + key;
  return (cached.get(whole) ?? cached.set(whole, make()).get(whole)) as F;
}

/** A number with so many decimals. */
export const number = (value: number, decimals = 0): string =>
  format(`n${decimals}`, () => new Intl.NumberFormat(language(), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })).format(value);

/** A share of 1 in per cent. */
export const percent = (value: number): string => t('percent', { value: number(value * 100, 1) });

/** The same for a scale. */
export const wholePercent = (value: number): string => t('percent', { value: number(value * 100) });

/** The day of a time with offset, where it happened. */
export const day = (iso: string): string =>
  format('day', () => new Intl.DateTimeFormat(language(), {
    timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric',
  })).format(new Date(iso.slice(0, 10)));

/** The same without the year. */
export const dayOfYear = (iso: string): string =>
  format('dayOfYear', () => new Intl.DateTimeFormat(language(), {
    timeZone: 'UTC', month: 'short', day: 'numeric',
  })).format(new Date(iso.slice(0, 10)));

/** A moment in the tenant's zone. */
export const moment = (iso: string, zone: string): string =>
  format(`moment${zone}`, () => new Intl.DateTimeFormat(language(), {
    timeZone: zone || undefined, dateStyle: 'medium', timeStyle: 'short',
  })).format(new Date(iso));

/** A length of time in its largest fitting units. */
export function duration(seconds: number): string {
  const units: [string, number][] = [['days', 86_400], ['hours', 3_600], ['minutes', 60]];
  const fit = units.find(([, size]) => seconds >= 2 * size);
  return fit
    ? t(`duration.${fit[0]}`, { n: number(seconds / fit[1], seconds % fit[1] ? 1 : 0) })
    : t('duration.seconds', { n: number(seconds) });
}
