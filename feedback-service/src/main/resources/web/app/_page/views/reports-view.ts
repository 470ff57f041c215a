import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../lib/api';
import { PageElement } from '../lib/element';
import { percent, sentence, t, tOr } from '../lib/i18n';
import { idOf } from '../lib/kpi';
import { Loaded } from '../lib/loaded';
import { place } from '../lib/place';
import { chosen, chosenKey } from '../lib/span';
import '../parts/change-recorder';
import { head } from '../parts/page-head';
import { sectionTable, type Reference, type Section } from '../parts/report-section';
import { anything, isSeries } from '../parts/report-values';

interface Report {
  report: string;
  question: string;
  published: Reference[];
  sections?: Section[];
  live?: Record<string, unknown>;
}

type Title = string | { report: string };

/** The surveys' questions: what they published, and beside it what the stream says. New reports appear by themselves. */
class ReportsView extends PageElement {
  private readonly names = new Loaded<string[]>(
    this,
    () => '',
    async (signal) => (await get<Title[]>('/v1/reports', {}, signal)).map((one) => (typeof one === 'string' ? one : one.report)),
  );
  private readonly report = new Loaded<Report | undefined>(
    this,
    () => this.name() + chosenKey(),
    async (signal) => (this.name() ? get<Report>(`/v1/reports/${this.name()}`, chosen(), signal) : undefined),
  ).refreshed();

  protected render(): TemplateResult {
    return html`${head('reports')}${this.names.render((names) => html`
      <nav class="reports" aria-label=${t('view.reports')}>${names.map((name) => html`<a
        href=${place.here({ report: name })}
        aria-current=${name === this.name() ? 'page' : nothing}
      >${titleOf(name)}</a>`)}</nav>
      ${this.report.value || this.name() ? this.report.render((report) => this.body(report!)) : nothing}`)}`;
  }

  private name(): string {
    return place.get('report') || this.names.value?.[0] || '';
  }

  private body(report: Report): TemplateResult {
    const { interventions, ...live } = report.live ?? {};
    return html`
      <h2>${sentence(report.question)}</h2>
      ${interventions
        ? html`<change-recorder .changes=${interventions} @changed=${() => this.report.reload()}></change-recorder>`
        : nothing}
      <div class="beside">
        <section class="card published" aria-labelledby="published">
          <h3 id="published">${t('published')}</h3>
          ${report.published.map((reference) => html`<blockquote>
            <p>${sentence(reference.finding)}${reference.value === null ? nothing : html` <strong>${percent(reference.value)}</strong>`}</p>
            <footer><cite>${sentence(reference.survey)}</cite>${reference.caution ? html` – ${sentence(reference.caution)}` : nothing}</footer>
          </blockquote>`)}
          ${report.published.length ? html`<p class="hint">${t('published.hint')}</p>` : html`<p>${t('published.none')}</p>`}
        </section>
        <section class="card live" aria-labelledby="live"><h3 id="live">${t('live')}</h3>
          ${(report.sections ?? []).map((section) => sectionTable(section))}
          ${Object.entries(live)
            .filter(([, value]) => !isShownBy(report.sections ?? [], value))
            .map(([name, value]) => anything(name, value))}</section>
      </div>`;
  }
}

/** A series of a KPI that a section has is there for programs. */
const isShownBy = (sections: Section[], value: unknown): boolean =>
  isSeries(value) && sections.some(({ figures }) =>
    figures.some(({ contacts }) => contacts?.includes(`/measures/${encodeURIComponent(idOf(value))}/`)));

/** A report that has no title in this language yet is called by its name. */
const titleOf = (name: string): string => tOr(`report.${name}`, name.replaceAll('-', ' '));

customElements.define('reports-view', ReportsView);
