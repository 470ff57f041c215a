import { html, nothing, type TemplateResult } from 'lit';
import { duration, number, percent, sentence, t, tOr, translated, word } from '../lib/i18n';
import { nameOf, type Interval } from '../lib/kpi';
import { figureAddress } from './cases-address';

/** What a survey published. */
export interface Reference {
  survey: string;
  finding: string;
  value: number | null;
  caution: string | null;
}

type Unit = 'share' | 'share-difference' | 'score' | 'seconds' | 'ratio' | 'kpi-difference' | 'count';

/** Figures of a report that belong together. */
export interface Section {
  name: string;
  title: string;
  unit: Unit;
  figures: Figure[];
}

interface Figure {
  of: Record<string, string>;
  value: number | null;
  denominator: number | null;
  customers: number;
  interval: Interval | null;
  p?: number | null;
  small: boolean;
  noValue: string | null;
  reference: Reference | null;
  contacts: string | null;
}

const UNITS: Record<Unit, (value: number) => string> = {
  share: percent,
  'share-difference': (value) => t('points', { value: signed(value * 100, 1) }),
  score: (value) => number(value, 2),
  seconds: duration,
  ratio: (value) => t('times', { value: number(value, 2) }),
  'kpi-difference': (value) => signed(value, 3),
  count: (value) => number(value),
};

/** Live figures, each beside what a survey published about the same. */
export function sectionTable(section: Section): TemplateResult {
  const { figures } = section;
  const labels = [...new Set(figures.flatMap((figure) => Object.keys(figure.of)))];
  const title = titleOf(section);
  const compared = figures.some((figure) => figure.p !== undefined && figure.p !== null);
  const published = figures.some((figure) => figure.reference);
  return html`<section class="part"><h4>${title}</h4>
    <div class="scroll" tabindex="0" role="region" aria-label=${t('table.of', { of: title })}><table>
      <thead><tr>${labels.map((label) => html`<th scope="col" class="text">${labelOf(label)}</th>`)}
        <th scope="col" class="text">${t('live')}</th><th scope="col">${t('interval.head')}</th>
        ${published ? html`<th scope="col">${t('published')}</th>` : nothing}
        ${compared ? html`<th scope="col">p</th>` : nothing}
        <th scope="col">n</th><th scope="col">${t('customers')}</th></tr></thead>
      <tbody>${figures.map((figure) => html`<tr>
        ${labels.map((label) => html`<td class="text">${word(catalogueOf(label), figure.of[label] ?? '–')}</td>`)}
        ${live(title, section.unit, figure)}
        <td>${ends(section.unit, figure.interval)}</td>
        ${published ? html`<td title=${translated(figure.reference?.finding ?? '')}>${valueOf(section.unit, figure.reference?.value)}</td>` : nothing}
        ${compared ? html`<td>${figure.p === undefined || figure.p === null ? '' : number(figure.p, 3)}</td>` : nothing}
        <td>${figure.denominator === null ? '' : number(figure.denominator)}</td>
        <td>${number(figure.customers)}</td>
      </tr>`)}</tbody>
    </table></div></section>`;
}

/** A section about a recorded change is named `change/kpi` or `change/kpi/difference`, and its title ends with the change's name. */
function titleOf({ name, title }: Section): string {
  const [, kpi, difference] = name.split('/');
  return kpi
    ? t(difference ? 'effect.difference' : 'effect.values', { kpi: nameOf(kpi), name: title.slice(title.indexOf(': ') + 2) })
    : translated(title);
}

function live(title: string, unit: Unit, figure: Figure): TemplateResult {
  if (figure.value === null) {
    return html`<td class="text">${sentence(figure.noValue ?? '')}</td>`;
  }
  const value = valueOf(unit, figure.value);
  const what = [title, ...Object.entries(figure.of).map(([label, value]) => word(catalogueOf(label), value))].join(' · ');
  return html`<td class="text">
    ${unit === 'share'
      ? html`<svg class="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
          <rect class="whole" width="100" height="12"></rect><rect width=${100 * figure.value} height="12"></rect></svg>`
      : nothing}
    ${figure.contacts ? html`<a href=${figureAddress(figure.contacts, what)}>${value}</a>` : value}
    ${figure.small ? html`<span class="mark small" title=${t('small.why')}>${t('small')}</span>` : nothing}
  </td>`;
}

const valueOf = (unit: Unit, value: number | null | undefined): string =>
  value === null || value === undefined ? '' : UNITS[unit](value);

function ends(unit: Unit, interval: Interval | null): string {
  const end = (value: number | null) => (value === null ? t('open') : valueOf(unit, value));
  return interval ? t('interval.ends', { low: end(interval.low), high: end(interval.high) }) : '';
}

const labelOf = (label: string): string => tOr(`dimension.${label}`, tOr(`field.${label}`, label));

/** Labels such as `toChannel` have words of the catalogue that they end with. */
const catalogueOf = (label: string): string => (/channel$/i.test(label) ? 'channel' : label);

const signed = (value: number, decimals: number): string => (value > 0 ? '+' : '') + number(value, decimals);
