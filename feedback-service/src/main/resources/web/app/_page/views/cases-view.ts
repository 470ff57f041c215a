import { html, type TemplateResult } from 'lit';
import { get } from '../lib/api';
import { PageElement } from '../lib/element';
import { day, moment, number, t, word } from '../lib/i18n';
import { nameOf } from '../lib/kpi';
import { Loaded } from '../lib/loaded';
import { place } from '../lib/place';
import { clock, plusDays } from '../lib/span';
import { more } from '../parts/more-button';

interface Case {
  at: string;
  /** None where nobody came after a recommendation. */
  journeyId: string | null;
  contacts: { source: string; contactId: string }[];
  dimensions: Record<string, string>;
  numerator: number;
  denominator: number;
}

interface CasePage {
  cases: Case[];
  next: string | null;
}

/** Where reports have the cases behind their figures: nothing else is asked for what a link says. */
const FIGURES = '/v1/reports/measures/';

/** The cases that make up a number, each with its contacts and its journey. */
class CasesView extends PageElement {
  private readonly page = new Loaded<CasePage>(
    this,
    () => ['kpi', 'first', 'last', 'filter', 'path'].map((name) => place.get(name)).join(' '),
    (signal) => this.load('', signal),
    ({ cases }) => cases.length === 0,
  );

  protected render(): TemplateResult {
    return html`<div class="head"><h1>${t('view.cases')}</h1>
        <p>${place.get('path') ? place.get('what') : this.about()}</p>
        <p>${t(`view.cases.about`)}</p></div>
      ${this.page.render(({ cases, next }) => html`<section class="card">
        <div class="scroll" tabindex="0" role="region" aria-label=${t('view.cases')}><table>
          <thead><tr><th scope="col">${t('moment')}</th><th scope="col" class="text">${t('dimension.channel')}</th>
            <th scope="col" class="text">${t('dimension.intent')}</th><th scope="col">${t('numerator')}</th>
            <th scope="col">${t('denominator')}</th><th scope="col" class="text">${t('contacts')}</th></tr></thead>
          <tbody>${cases.map((one) => html`<tr>
            <th scope="row">${one.journeyId === null ? moment(one.at, clock.now.zone)
              : html`<a href=${place.to('journey', { journey: one.journeyId })}>
              ${moment(one.at, clock.now.zone)}</a>`}</th>
            <td class="text">${word('channel', one.dimensions.channel)}</td>
            <td class="text">${word('intent', one.dimensions.intent)}</td>
            <td>${number(one.numerator, Number.isInteger(one.numerator) ? 0 : 2)}</td>
            <td>${number(one.denominator)}</td>
            <td class="text">${one.contacts.map((contact) => html`<code>${contact.contactId}</code> `)}</td>
          </tr>`)}</tbody>
        </table></div>
        ${more(next, () => this.loadMore(next!))}
      </section>`)}`;
  }

  private about(): string {
    const [first, last] = [place.get('first'), place.get('last')];
    const conditions = place.get('filter').split(',').filter(Boolean).map((pair) => {
      const colon = pair.indexOf(':');
      return word(pair.slice(0, colon), pair.slice(colon + 1));
    });
    return [nameOf(place.get('kpi')), first === last ? day(first) : `${day(first)} – ${day(last)}`, ...conditions].join(' · ');
  }

  private load(cursor: string, signal?: AbortSignal): Promise<CasePage> {
    const path = place.get('path');
    if (path.startsWith(FIGURES)) {
      const [where, query] = path.split('?');
      return get(where, { ...Object.fromEntries(new URLSearchParams(query)), cursor }, signal);
    }
    const [kpi, from, last, filter] = ['kpi', 'first', 'last', 'filter'].map((name) => place.get(name));
    return get(`/v1/kpis/${encodeURIComponent(kpi)}/contacts`, { from, to: plusDays(last, 1), filter, cursor }, signal);
  }

  private async loadMore(cursor: string): Promise<void> {
    const page = await this.load(cursor);
    this.page.value = { ...page, cases: [...this.page.value!.cases, ...page.cases] };
    this.requestUpdate();
  }
}

customElements.define('cases-view', CasesView);
