import { get } from './api';
import { duration, number, percent, t, tOr } from './i18n';
import { chosen } from './span';

export interface Interval {
  level: number;
  low: number | null;
  high: number | null;
  method: string;
}

/** A value as `GET /v1/kpis` and the topic give it. */
export interface Point {
  start: string;
  end: string;
  dimensions: Record<string, string>;
  value: number | null;
  numerator: number;
  denominator: number;
  interval: Interval | null;
  state: 'PROVISIONAL' | 'MATURED';
  small: boolean;
}

export interface Series {
  kpi: string;
  variant: string | null;
  window: string;
  zone: string;
  series: Point[];
}

/** A record of the topic feedback.kpis, as the live stream sends it. */
export interface Kpi extends Point {
  kpi: string;
  variant: string | null;
  window: string;
}

/** What the overview shows, and the live stream brings from day to day. */
export const HEADLINES = [
  'csat.mean',
  'csat.top2',
  'fcr.gross:w7d',
  'resolution.rate',
  'switch.forced:strict',
  'risk.forced:crude',
  'contacts.per-resolution',
  'journeys.count',
];

export const idOf = (of: { kpi: string; variant?: string | null }): string =>
  of.variant ? `${of.kpi}:${of.variant}` : of.kpi;

/** Values of the chosen span and market. */
export function series(kpi: string, query: Record<string, string>, signal?: AbortSignal): Promise<Series> {
  return get<Series>('/v1/kpis', { kpi, ...chosen(), ...query }, signal);
}

/** The same of several KPIs, in one request. */
export async function scorecard(kpis: string[], query: Record<string, string>, signal?: AbortSignal): Promise<Series[]> {
  const asked = { kpi: kpis.join(','), ...chosen(), ...query };
  return (await get<{ kpis: Series[] }>('/v1/kpis/scorecard', asked, signal)).kpis;
}

export const nameOf = (kpi: string): string => tOr(`kpi.${kpi}`, kpi);

const NO_SHARE: [RegExp, (value: number) => string][] = [
  [/^(csat\.mean|ces:(mean|index)|nps|contacts\.per-resolution)/, (value) => number(value, 2)],
  [/^risk\./, (value) => t('times', { value: number(value, 2) })],
  [/\.count$/, (value) => number(value)],
  [/^(resolution\.time|aht|asa)/, duration],
];

/** A value in the unit of its KPI; what is no score, time or count is a share. */
export function valueOf(kpi: string, value: number | null): string {
  if (value === null) {
    return t('no.value');
  }
  const unit = NO_SHARE.find(([pattern]) => pattern.test(kpi))?.[1] ?? percent;
  return unit(value);
}

export const isShare = (kpi: string): boolean => !NO_SHARE.some(([pattern]) => pattern.test(kpi));

/** The ends of an interval; an open one is told as such. */
export function endsOf(kpi: string, interval: Interval | null): string {
  const end = (value: number | null) => (value === null ? t('open') : valueOf(kpi, value));
  return interval ? t('interval.ends', { low: end(interval.low), high: end(interval.high) }) : '';
}

/** The interval in words. */
export const intervalOf = (kpi: string, interval: Interval | null): string =>
  interval ? t('interval', { level: number(interval.level * 100), ends: endsOf(kpi, interval) }) : '';
