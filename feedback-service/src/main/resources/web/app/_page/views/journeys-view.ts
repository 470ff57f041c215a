import { html, nothing, type TemplateResult } from 'lit';
import { ApiError, get, post } from '../lib/api';
import { PageElement } from '../lib/element';
import { t, word } from '../lib/i18n';
import type { JourneyList } from '../lib/journey';
import { Loaded } from '../lib/loaded';
import { place } from '../lib/place';
import { days, plusDays } from '../lib/span';
import { journeyTable } from '../parts/journey-table';
import { more } from '../parts/more-button';
import { head } from '../parts/page-head';
import { CATALOGUES } from '../parts/catalogues';

const IDENTIFIERS = ['phone', 'email', 'customerId', 'account', 'loyaltyCard', 'whatsapp', 'line', 'wechat', 'cookie'];
/** Filters by their parameter; the values of each are those of the catalogue named. */
const FILTERS: [name: string, catalogue: keyof typeof CATALOGUES][] = [
  ['verdict', 'verdict'],
  ['cause', 'cause'],
  ['channel', 'channel'],
  ['entryChannel', 'channel'],
  ['exitChannel', 'channel'],
  ['intent', 'intent'],
  ['status', 'status'],
];

/** Finds journeys by who the customer is, or by what happened. */
class JourneysView extends PageElement {
  private notFound = '';
  private readonly journeys = new Loaded<JourneyList>(
    this,
    () => JSON.stringify(this.query()),
    (signal) => this.load('', signal),
    ({ journeys }) => journeys.length === 0,
  ).refreshed();

  protected render(): TemplateResult {
    return html`${head('journeys')}
      <section class="card forms">${this.search()}${this.filters()}</section>
      ${place.get('customer')
        ? html`<p>${t('journeys.of')} <code>${place.get('customer')}</code> ·
            <a href=${place.here({ customer: '' })}>${t('journeys.of.all')}</a></p>`
        : nothing}
      ${this.journeys.render(({ journeys, next }) => html`<section class="card">
        ${journeyTable(journeys)}${more(next, () => this.loadMore(next!))}
      </section>`)}`;
  }

  private search(): TemplateResult {
    return html`<form class="choice" aria-label=${t('search')} @submit=${this.lookUp}>
      <label>${t('identifier')}
        <select name="type">${IDENTIFIERS.map((type) => html`<option value=${type}>${word('identifier', type)}</option>`)}
        </select></label>
      <label>${t('value')} <input name="value" required autocomplete="off" spellcheck="false"></label>
      <button>${t('search')}</button>
      <span role="status">${this.notFound}</span>
    </form>`;
  }

  private filters(): TemplateResult {
    const { from, to } = days();
    return html`<form class="choice" aria-label=${t('filter')} @change=${this.filter} @submit=${this.filter}>
      ${FILTERS.map(([name, catalogue]) => html`<label>${t(`filter.${name}`)}
        <select name=${name}>
          <option value="">${t('all')}</option>
          ${CATALOGUES[catalogue].map((value) => html`
            <option value=${value} ?selected=${value === place.get(name)}>${word(catalogue, value)}</option>`)}
        </select></label>`)}
      <label>${t('span.from')} <input type="date" name="from" .value=${from}></label>
      <label>${t('span.to')} <input type="date" name="to" .value=${to}></label>
    </form>`;
  }

  private query(): Record<string, string> {
    if (place.get('customer')) {
      return { customer: place.get('customer') };
    }
    const { from, to } = days();
    return { ...Object.fromEntries(FILTERS.map(([name]) => [name, place.get(name)])), from, to: plusDays(to, 1) };
  }

  private load(cursor: string, signal?: AbortSignal): Promise<JourneyList> {
    const { customer, ...filter } = this.query();
    return customer
      ? get(`/v1/customers/${encodeURIComponent(customer)}/journeys`, { cursor }, signal)
      : get('/v1/journeys', { ...filter, cursor }, signal);
  }

  private async loadMore(cursor: string): Promise<void> {
    const page = await this.load(cursor);
    this.journeys.value = { ...page, journeys: [...this.journeys.value!.journeys, ...page.journeys] };
    this.requestUpdate();
  }

  private filter(event: Event): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    place.go(place.here(Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))));
  }

  /** The identifier goes into the body of a request, never into the address. */
  private async lookUp(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    this.notFound = '';
    try {
      const body = { type: form.get('type'), value: form.get('value') };
      const { customerId } = await post<{ customerId: string }>('/v1/customers/lookup', body);
      place.go(place.here({ customer: customerId }));
    } catch (failure) {
      const status = failure instanceof ApiError ? failure.status : 0;
      this.notFound = status === 404 ? t('search.nobody') : failure instanceof ApiError ? failure.detail : t('state.unreachable');
      this.requestUpdate();
    }
  }
}

customElements.define('journeys-view', JourneysView);
