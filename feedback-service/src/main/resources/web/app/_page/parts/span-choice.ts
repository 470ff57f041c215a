import { html, type TemplateResult } from 'lit';
import { PageElement } from '../lib/element';
import { t, word } from '../lib/i18n';
import { series } from '../lib/kpi';
import { Loaded } from '../lib/loaded';
import { place } from '../lib/place';
import { days, lastDay, plusDays } from '../lib/span';

const PRESETS = [7, 30, 90];

/** Chooses the days and the market that all views show. */
class SpanChoice extends PageElement {
  private readonly markets = new Loaded(this, () => JSON.stringify(days()), (signal) => this.loadMarkets(signal));

  protected render(): TemplateResult {
    const { from, to } = days();
    return html`<form class="choice" aria-label=${t('span')} @change=${this.choose} @submit=${this.choose}>
      <label>${t('span.from')} <input type="date" name="from" .value=${from} max=${to}></label>
      <label>${t('span.to')} <input type="date" name="to" .value=${to} min=${from}></label>
      <span class="presets">
        ${PRESETS.map((length) => html`<a href=${place.here(this.preset(length))}>${t('span.days', { n: length })}</a>`)}
      </span>
      <label>${t('dimension.market')}
        <select name="market" .value=${place.get('market')}>
          <option value="">${t('all')}</option>
          ${(this.markets.value ?? []).map((market) => html`
            <option value=${market} ?selected=${market === place.get('market')}>${word('market', market)}</option>`)}
        </select>
      </label>
    </form>`;
  }

  private preset(length: number): Record<string, string> {
    return { from: plusDays(lastDay(), 1 - length), to: lastDay() };
  }

  private async loadMarkets(signal: AbortSignal): Promise<string[]> {
    const counts = await series('contacts.count', { window: 'all', groupBy: 'market', filter: '' }, signal);
    return counts.series.map((point) => point.dimensions.market);
  }

  private choose(event: Event): void {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget as HTMLFormElement);
    const values = Object.fromEntries(['from', 'to', 'market'].map((name) => [name, String(chosen.get(name) ?? '')]));
    place.go(place.here(values));
  }
}

customElements.define('span-choice', SpanChoice);
