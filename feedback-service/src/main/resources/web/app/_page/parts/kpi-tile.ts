import { html, nothing, type TemplateResult } from 'lit';
import '../chart/trend-chart';
import { PageElement } from '../lib/element';
import { day, number, t } from '../lib/i18n';
import { endsOf, intervalOf, nameOf, valueOf, type Point } from '../lib/kpi';
import { casesAddress } from './cases-address';
import { marks } from './value-marks';

/** One KPI: its value over the span, how sure that is, and how it went from day to day. */
class KpiTile extends PageElement {
  static properties = {
    kpi: {},
    total: { attribute: false },
    trend: { attribute: false },
    further: { attribute: false },
    open: { state: true },
  };
  declare kpi: string;
  declare total: Point | undefined;
  declare trend: Point[];
  declare further: TemplateResult | undefined;
  declare open: boolean;

  protected render(): TemplateResult {
    const { kpi, total } = this;
    if (!total) {
      return html`<article class="card tile"><h2>${nameOf(kpi)}</h2><p class="state">${t('no.cases')}</p></article>`;
    }
    return html`<article class="card tile" data-kpi=${kpi}>
      <h2>${nameOf(kpi)}</h2>
      <p class="value">
        <a href=${casesAddress(kpi)} aria-label=${t('open.cases', { value: valueOf(kpi, total.value), kpi: nameOf(kpi) })}>
          ${valueOf(kpi, total.value)}</a>
        ${marks(total)}
      </p>
      <p class="sure">${intervalOf(kpi, total.interval)} <span>${t('cases', { n: number(total.denominator) })}</span></p>
      ${this.further ?? nothing}
      <trend-chart kpi=${kpi} .points=${this.trend}></trend-chart>
      <details @toggle=${this.toggled}>
        <summary>${t('table')}</summary>
        ${this.open ? this.table() : nothing}
      </details>
    </article>`;
  }

  /** Made when it is opened: nobody looks at eight of them at once. */
  private table(): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('table.of', { of: nameOf(this.kpi) })}>
      <table>
        <thead><tr><th scope="col">${t('day')}</th><th scope="col">${t('value')}</th>
          <th scope="col">${t('interval.head')}</th><th scope="col">n</th></tr></thead>
        <tbody>${this.trend.map((point) => html`<tr>
          <th scope="row">${day(point.start)}</th>
          <td><a href=${casesAddress(this.kpi, { day: point.start.slice(0, 10) })}>${valueOf(this.kpi, point.value)}</a>
            ${marks(point)}</td>
          <td>${endsOf(this.kpi, point.interval)}</td>
          <td>${number(point.denominator)}</td>
        </tr>`)}</tbody>
      </table>
    </div>`;
  }

  private toggled(event: Event): void {
    this.open = (event.currentTarget as HTMLDetailsElement).open;
  }
}

customElements.define('kpi-tile', KpiTile);
