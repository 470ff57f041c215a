import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../lib/api';
import { PageElement } from '../lib/element';
import { day, number, t, tOr, word } from '../lib/i18n';
import type { Change, Journey } from '../lib/journey';
import { nameOf, valueOf } from '../lib/kpi';
import { Loaded } from '../lib/loaded';
import { place } from '../lib/place';
import { plusDays } from '../lib/span';

const SHOWN = 10;

interface Entry {
  oldValue: number | null;
  newValue: number | null;
  numeratorChange: number;
  denominatorChange: number;
  cause: string;
  journeys: string[];
  revision: number;
}

/** The ledger of one daily value, the latest entry first; of each journey it says what became different, and why. */
class ValueLedger extends PageElement {
  static properties = { kpi: {}, day: {} };
  declare kpi: string;
  declare day: string;
  private readonly reasons = new Map<string, Change[]>();
  private readonly entries = new Loaded<Entry[]>(
    this,
    () => this.kpi + this.day,
    async (signal) => {
      const query = { from: this.day, to: plusDays(this.day, 1), limit: '1000' };
      const page = await get<{ entries: Entry[] }>(`/v1/kpis/${this.kpi}/revisions`, query, signal);
      return page.entries.reverse();
    },
    (entries) => entries.length === 0,
  );

  protected render(): TemplateResult {
    return html`<section class="card">
      <h2>${t('ledger', { kpi: nameOf(this.kpi), day: day(this.day) })}</h2>
      ${this.entries.render((entries) => html`<ol class="ledger" reversed start=${entries[0].revision}>
        ${entries.slice(0, SHOWN).map((entry) => this.entry(entry))}</ol>
        ${entries.length > SHOWN ? html`<p>${t('ledger.earlier', { n: number(entries.length - SHOWN) })}</p>` : nothing}`)}
    </section>`;
  }

  private entry(entry: Entry): TemplateResult {
    return html`<li>
      <p>${valueOf(this.kpi, entry.oldValue)} → <strong>${valueOf(this.kpi, entry.newValue)}</strong>
        ${entry.cause === 'matured' ? html`· ${t('matured')}` : nothing}</p>
      <ul>${entry.journeys.map((journey) => html`<li>
        <a href=${place.to('journey', { journey })}>${journey}</a>
        ${this.reasons.get(journey)?.map((change) => html`<br>${reason(change)}`) ??
        html`<button class="plain" @click=${() => this.ask(journey)}>${t('why')}</button>`}
      </li>`)}</ul>
    </li>`;
  }

  /** Only the latest revision of a journey says what it changed. */
  private async ask(id: string): Promise<void> {
    const journey = await get<Journey>(`/v1/journeys/${id}`);
    this.reasons.set(id, journey.changes.length ? journey.changes : [FIRST]);
    this.requestUpdate();
  }
}

const FIRST: Change = { what: '', from: null, to: null, because: 'FIRST' };

const reason = (change: Change): string =>
  change.what
    ? `${tOr(`field.${change.what}`, change.what)}: ${change.from ?? '–'} → ${change.to ?? '–'}: ${word('because', change.because)}`
    : word('because', change.because);

customElements.define('value-ledger', ValueLedger);
