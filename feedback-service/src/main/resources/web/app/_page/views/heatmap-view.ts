import { html, nothing, type TemplateResult } from 'lit';
import { PageElement } from '../lib/element';
import { number, percent, t, word } from '../lib/i18n';
import { intervalOf, series, type Point } from '../lib/kpi';
import { Loaded } from '../lib/loaded';
import { chosenKey } from '../lib/span';
import { casesAddress } from '../parts/cases-address';
import { head } from '../parts/page-head';

const KPI = 'fcr.gross:w7d';
const LEVELS = 7;

interface Matrix {
  channels: string[];
  intents: string[];
  cells: Map<string, Point>;
  overall: number;
}

/**
 * First-contact resolution by channel and intent, as a table whose cells are coloured: the same thing to the eye, the
 * keyboard and a screen reader.
 */
class HeatmapView extends PageElement {
  private readonly matrix = new Loaded<Matrix>(this, chosenKey, load, ({ cells }) => cells.size === 0).refreshed();

  protected render(): TemplateResult {
    return html`${head('heatmap')}${this.matrix.render((matrix) => html`
      <section class="card">
        <p class="legend">${t('heatmap.scale')}
          ${Array.from({ length: LEVELS }, (_, level) => html`<span class="key level-${level}"></span>`)}
          ${percent(1)} · <span class="key few"></span>${t('small')} · <strong>✕</strong> ${t('dead.end.about')}</p>
        <div class="scroll" tabindex="0" role="region" aria-label=${t('view.heatmap')}>
          <table class="heat">
            <thead><tr><th scope="col">${t('dimension.intent')}</th>
              ${matrix.channels.map((channel) => html`<th scope="col">${word('channel', channel)}</th>`)}</tr></thead>
            <tbody>${matrix.intents.map((intent) => html`<tr>
              <th scope="row">${word('intent', intent)}</th>
              ${matrix.channels.map((channel) => cell(matrix, channel, intent))}
            </tr>`)}</tbody>
          </table>
        </div>
      </section>`)}`;
  }
}

function cell({ cells, overall }: Matrix, channel: string, intent: string): TemplateResult {
  const point = cells.get(key(channel, intent));
  if (!point || point.value === null) {
    return html`<td class="none"><span class="hidden">${t('no.cases')}</span></td>`;
  }
  const dead = isDeadEnd(point, overall);
  const level = Math.min(LEVELS - 1, Math.floor(point.value * LEVELS));
  return html`<td class=${point.small ? 'few' : `level-${level}`} title=${intervalOf(KPI, point.interval)}>
    <a href=${casesAddress(KPI, { dimensions: { channel, intent } })}>
      ${dead ? html`<strong>✕<span class="hidden"> ${t('dead.end')}</span></strong>` : nothing}
      ${percent(point.value)}
      <small>n ${number(point.denominator)}${point.small ? html`<span class="hidden">, ${t('small')}</span>` : nothing}</small>
    </a>
  </td>`;
}

/**
 * Whether an intent gets nowhere in a channel: even the upper end of the interval is below half of what all contacts
 * together reach. A value that rests on few cases says neither.
 */
function isDeadEnd(point: Point, overall: number): boolean {
  const high = point.interval?.high;
  return !point.small && high !== undefined && high !== null && high < overall / 2;
}

const key = (channel: string, intent: string): string => `${channel} ${intent}`;

async function load(signal: AbortSignal): Promise<Matrix> {
  const [parts, whole] = await Promise.all([
    series(KPI, { window: 'all', groupBy: 'channel,intent' }, signal),
    series(KPI, { window: 'all' }, signal),
  ]);
  return {
    channels: byCases(parts.series, 'channel'),
    intents: byCases(parts.series, 'intent'),
    cells: new Map(parts.series.map((point) => [key(point.dimensions.channel, point.dimensions.intent), point])),
    overall: whole.series.at(0)?.value ?? 0,
  };
}

/** The values of a dimension, those with most cases first. */
function byCases(points: Point[], dimension: string): string[] {
  const cases = new Map<string, number>();
  points.forEach((point) => {
    const value = point.dimensions[dimension];
    cases.set(value, (cases.get(value) ?? 0) + point.denominator);
  });
  return [...cases].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)).map(([value]) => value);
}

customElements.define('heatmap-view', HeatmapView);
