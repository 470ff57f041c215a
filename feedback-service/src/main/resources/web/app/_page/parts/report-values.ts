import { html, nothing, type TemplateResult } from 'lit';
import { number, t, tOr, translated, word } from '../lib/i18n';
import { endsOf, idOf, isShare, nameOf, valueOf, type Interval, type Point, type Series } from '../lib/kpi';
import { casesAddress } from './cases-address';
import { marks } from './value-marks';

type Row = Record<string, unknown>;

/** Whatever a report holds, shown by its form: a series, a list of records, a record, or a single value. */
export function anything(name: string, value: unknown): TemplateResult {
  return html`<section class="part"><h4>${fieldOf(name)}</h4>${body(name, value)}</section>`;
}

function body(name: string, value: unknown): TemplateResult {
  if (isSeries(value)) {
    return seriesTable(fieldOf(name), value);
  }
  if (Array.isArray(value)) {
    return value.length === 0
      ? html`<p>${t('no.cases')}</p>`
      : isRow(value[0])
        ? table(name, value as Row[])
        : html`<ol>${value.map((one) => html`<li>${scalar(name, one)}</li>`)}</ol>`;
  }
  if (isRow(value)) {
    return record(value);
  }
  return html`<p>${scalar(name, value)}</p>`;
}

function seriesTable(label: string, series: Series): TemplateResult {
  const kpi = idOf(series);
  const dimensions = Object.keys(series.series[0]?.dimensions ?? {});
  if (series.series.length === 0) {
    return html`<p>${t('no.cases')}</p>`;
  }
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('table.of', { of: label })}><table>
    <thead><tr>${dimensions.map((dimension) => html`<th scope="col">${t(`dimension.${dimension}`)}</th>`)}
      <th scope="col" class="text">${nameOf(kpi)}</th>
      <th scope="col">${t('interval.head')}</th><th scope="col">n</th></tr></thead>
    <tbody>${series.series.map((point) => html`<tr>
      ${dimensions.map((dimension) => html`<th scope="row">${word(dimension, point.dimensions[dimension])}</th>`)}
      <td class="text">${bar(kpi, point)}<a href=${casesAddress(kpi, { dimensions: point.dimensions })}>${valueOf(kpi, point.value)}</a>
        ${marks(point)}</td>
      <td>${endsOf(kpi, point.interval)}</td>
      <td>${number(point.denominator)}</td>
    </tr>`)}</tbody>
  </table></div>`;
}

function bar(kpi: string, point: Point): TemplateResult | typeof nothing {
  return isShare(kpi) && point.value !== null
    ? html`<svg class="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
        <rect class="whole" width="100" height="12"></rect><rect width=${100 * point.value} height="12"></rect></svg>`
    : nothing;
}

function table(name: string, rows: Row[]): TemplateResult {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('table.of', { of: fieldOf(name) })}><table>
    <thead><tr>${columns.map((column) => html`<th scope="col" class=${isNumeric(rows, column) ? '' : 'text'}>${fieldOf(column)}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${columns.map((column) =>
      html`<td class=${isNumeric(rows, column) ? '' : 'text'}>${cell(column, row[column])}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}

const isNumeric = (rows: Row[], column: string): boolean => rows.some((row) => typeof row[column] === 'number');

/** In a table a record is told in a line, and a list by its parts. */
function cell(name: string, value: unknown): TemplateResult | string {
  if (isInterval(value)) {
    return endsOf(name, value);
  }
  if (name === 'rating') {
    return html`<span class="mark ${value ?? 'unrated'}">${word('rating', String(value ?? 'unrated'))}</span>`;
  }
  if (Array.isArray(value)) {
    return value.map((one) => (isRow(one) ? JSON.stringify(one) : scalar(name, one))).join('; ');
  }
  if (isRow(value)) {
    return html`${Object.entries(value).map(([part, one]) => html`${fieldOf(part)}: ${cell(part, one)} `)}`;
  }
  return scalar(name, value);
}

function record(value: Row): TemplateResult {
  const entries = Object.entries(value);
  const simple = entries.filter(([, one]) => !isRow(one) && !Array.isArray(one));
  const nested = entries.filter(([, one]) => (isRow(one) && !isInterval(one)) || Array.isArray(one));
  const intervals = entries.filter(([, one]) => isInterval(one));
  return html`${simple.length + intervals.length
    ? html`<dl>${[...simple, ...intervals].map(([name, one]) => html`<dt>${fieldOf(name)}</dt><dd>${cell(name, one)}</dd>`)}</dl>`
    : nothing}${nested.map(([name, one]) => anything(name, one))}`;
}

const SHARES = /share|rate|value|level|probability/i;
const CATALOGUED = ['channel', 'intent', 'market', 'status', 'verdict', 'cause'];

/** A value by what its name says: channels and their like in words, shares in per cent. */
function scalar(name: string, value: unknown): string {
  if (value === null || value === undefined || value === '') {
    return '–';
  }
  if (typeof value === 'number') {
    const share = SHARES.test(name) && Math.abs(value) <= 1 && !Number.isInteger(value);
    return share ? valueOf('share', value) : number(value, Number.isInteger(value) ? 0 : 3);
  }
  if (typeof value === 'boolean') {
    return t(value ? 'yes' : 'no');
  }
  const text = String(value);
  const catalogue = CATALOGUED.find((one) => name === one) ?? (/channel|^(from|to|entry|exit)$/i.test(name) ? 'channel' : '');
  return catalogue ? word(catalogue, text) : tOr(`${name === 'mendFirst' ? 'area' : name}.${text}`, translated(text));
}

/** A field by its name: `byChannel` has a text of its own, or is told as "by channel". */
const fieldOf = (name: string): string =>
  tOr(`field.${name}`, name.replace(/([a-z])([A-Z])/g, (_, before, after) => `${before} ${after.toLowerCase()}`));

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

const isInterval = (value: unknown): value is Interval => isRow(value) && 'low' in value && 'high' in value && 'method' in value;

export const isSeries = (value: unknown): value is Series => isRow(value) && 'kpi' in value && Array.isArray(value.series);
