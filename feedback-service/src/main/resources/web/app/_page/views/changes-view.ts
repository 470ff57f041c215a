import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../lib/api';
import { PageElement } from '../lib/element';
import { day, moment, number, t } from '../lib/i18n';
import { nameOf, valueOf } from '../lib/kpi';
import { Loaded } from '../lib/loaded';
import { place } from '../lib/place';
import { clock, plusDays } from '../lib/span';
import { casesAddress } from '../parts/cases-address';
import { head } from '../parts/page-head';
import '../parts/value-ledger';

const KPIS = [
  'fcr.gross:w7d', 'csat.mean', 'csat.top2', 'resolution.rate', 'switch.forced:strict', 'risk.forced:crude',
  'contacts.per-resolution', 'contacts.count', 'journeys.count',
];
const SINCE_DAYS = [1, 7, 30];

interface Moved {
  start: string;
  oldValue: number | null;
  newValue: number | null;
  numeratorChange: number;
  denominatorChange: number;
  entries: number;
  movedAt: string;
  cause: string;
}

/** Which values of the past are others than they were, and why. */
class ChangesView extends PageElement {
  private readonly moved = new Loaded<{ values: Moved[] }>(
    this,
    () => this.kpi() + this.since(),
    (signal) => get('/v1/moved', { kpi: this.kpi(), since: this.since() }, signal),
    ({ values }) => values.length === 0,
  ).refreshed();

  protected render(): TemplateResult {
    const kpi = this.kpi();
    return html`${head('changes')}
      <form class="choice card" aria-label=${t('filter')} @change=${this.choose} @submit=${this.choose}>
        <label>${t('kpi')} <select name="kpi">${KPIS.map((id) => html`
          <option value=${id} ?selected=${id === kpi}>${nameOf(id)}</option>`)}</select></label>
        <label>${t('since')} <select name="days">${SINCE_DAYS.map((days) => html`
          <option value=${days} ?selected=${String(days) === this.days()}>${t(`since.${days}`)}</option>`)}</select></label>
      </form>
      ${this.moved.render(({ values }) => html`<section class="card">
        <div class="scroll" tabindex="0" role="region" aria-label=${t('view.changes')}><table>
          <thead><tr><th scope="col">${t('day')}</th><th scope="col">${t('was')}</th><th scope="col">${t('is')}</th>
            <th scope="col">${t('numerator')}</th><th scope="col">${t('denominator')}</th>
            <th scope="col" class="text">${t('moved.at')}</th><th scope="col" class="text">${t('why')}</th></tr></thead>
          <tbody>${values.map((value) => this.row(kpi, value))}</tbody>
        </table></div>
      </section>`)}
      ${place.get('day') ? html`<value-ledger .kpi=${kpi} .day=${place.get('day')}></value-ledger>` : nothing}`;
  }

  private row(kpi: string, value: Moved): TemplateResult {
    const start = value.start.slice(0, 10);
    return html`<tr>
      <th scope="row">${day(value.start)}</th>
      <td>${valueOf(kpi, value.oldValue)}</td>
      <td><a href=${casesAddress(kpi, { day: start })}>${valueOf(kpi, value.newValue)}</a></td>
      <td>${signed(value.numeratorChange)}</td>
      <td>${signed(value.denominatorChange)}</td>
      <td class="text">${moment(value.movedAt, clock.now.zone)}</td>
      <td class="text"><a href=${place.here({ day: start })}>${t('entries', { n: number(value.entries) })}</a></td>
    </tr>`;
  }

  private kpi(): string {
    return place.get('kpi') || KPIS[0];
  }

  private days(): string {
    return place.get('days') || '1';
  }

  private since(): string {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: clock.now.zone }).format(new Date());
    return plusDays(today, -Number(this.days()));
  }

  private choose(event: Event): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    place.go(place.here({ kpi: String(form.get('kpi')), days: String(form.get('days')), day: '' }));
  }
}

const signed = (change: number): string => (change > 0 ? '+' : '') + number(change, Number.isInteger(change) ? 0 : 2);

customElements.define('changes-view', ChangesView);
