import { place } from '../lib/place';
import { days, filterWith } from '../lib/span';

/** Where the cases behind a value are listed: of the whole span, or of one day of it. */
export function casesAddress(
  kpi: string,
  of: { day?: string; dimensions?: Record<string, string> } = {},
): string {
  const { from, to } = of.day ? { from: of.day, to: of.day } : days();
  return place.to('cases', { kpi, first: from, last: to, filter: filterWith(of.dimensions ?? {}) });
}

/** Where the cases behind a figure of a report are listed; the report says their path. */
export const figureAddress = (path: string, what: string): string => place.to('cases', { path, what });
