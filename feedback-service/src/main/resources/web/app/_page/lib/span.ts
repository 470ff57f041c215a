import { get } from './api';
import { place } from './place';

/** How fresh the answers are, as `GET /v1/freshness` says. */
export interface Freshness {
  asOf: string | null;
  zone: string;
  behindSeconds: number;
}

/** What is known of the tenant's clock; asked for before any view is shown, and every few seconds afterwards. */
export const clock: { now: Freshness } = { now: { asOf: null, zone: '', behindSeconds: 0 } };

export async function readClock(): Promise<Freshness> {
  clock.now = await get<Freshness>('/v1/freshness');
  return clock.now;
}

/**
 * The moment that a local time of the tenant's zone is, such as `2026-11-01T09:30`. In the hour in which clocks are set
 * back it is one of the two.
 */
export function momentOf(local: string): string {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: clock.now.zone, dateStyle: 'short', timeStyle: 'medium' });
  const asUtc = new Date(`${local}Z`);
  const ahead = Date.parse(`${shown.format(asUtc).replace(' ', 'T')}Z`) - asUtc.getTime();
  return new Date(asUtc.getTime() - ahead).toISOString();
}

const DEFAULT_DAYS = 30;

/** A day so many days after another, both as `2026-11-01`. */
export function plusDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The day of the tenant's latest event: what is shown ends there, whatever today is. */
export const lastDay = (): string => (clock.now.asOf ?? new Date().toISOString()).slice(0, 10);

/** First day shown, and the last, both included. */
export function days(): { from: string; to: string } {
  const to = place.get('to') || lastDay();
  return { from: place.get('from') || plusDays(to, 1 - DEFAULT_DAYS), to };
}

/** The chosen span and market as parameters of requests, where `to` is the first moment that does not count. */
export function chosen(): Record<string, string> {
  const { from, to } = days();
  const market = place.get('market');
  return { from, to: plusDays(to, 1), ...(market ? { filter: `market:${market}` } : {}) };
}

/** What requests of the chosen span depend on. */
export const chosenKey = (): string => JSON.stringify(chosen());

/** The filter of the chosen market with further conditions. */
export function filterWith(dimensions: Record<string, string>): string {
  const market = place.get('market');
  const all = { ...(market ? { market } : {}), ...dimensions };
  return Object.entries(all).map(([name, value]) => `${name}:${value}`).join(',');
}
