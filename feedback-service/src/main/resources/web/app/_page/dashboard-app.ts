import { html, nothing, type TemplateResult } from 'lit';
import { refused } from './lib/api';
import { PageElement } from './lib/element';
import { duration, language, moment, rememberLanguage, t, type Language } from './lib/i18n';
import { live } from './lib/live';
import { Loaded } from './lib/loaded';
import { followLinks, place } from './lib/place';
import { takeTokenFromFragment, token } from './lib/session';
import { clock, readClock } from './lib/span';
import { chooseTheme, followTheme, theme } from './lib/theme';
import './parts/span-choice';
import './parts/token-gate';
import './views/cases-view';
import './views/changes-view';
import './views/flow-view';
import './views/heatmap-view';
import './views/journey-view';
import './views/journeys-view';
import './views/overview-view';
import './views/reports-view';

const VIEWS: Record<string, TemplateResult> = {
  overview: html`<overview-view></overview-view>`,
  flow: html`<flow-view></flow-view>`,
  heatmap: html`<heatmap-view></heatmap-view>`,
  journeys: html`<journeys-view></journeys-view>`,
  journey: html`<journey-view></journey-view>`,
  reports: html`<reports-view></reports-view>`,
  changes: html`<changes-view></changes-view>`,
  cases: html`<cases-view></cases-view>`,
};
/** Those that the navigation leads to; the others are led to by what they are about. */
const NAVIGATION = ['overview', 'flow', 'heatmap', 'journeys', 'reports', 'changes'];
/** Those of the days and the market chosen. */
const SPANNED = ['overview', 'flow', 'heatmap', 'reports'];
/** Shorter is how long any event takes. */
const STALE_SECONDS = 15;

/** The page: who may see it, where one is, and how fresh all is. */
class DashboardApp extends PageElement {
  private lost = false;
  private readonly ready = new Loaded(this, () => token() ?? '', async () => token() && (await this.begin()));

  connectedCallback(): void {
    super.connectedCallback();
    followLinks(this);
    refused.addEventListener('refused', () => this.requestUpdate());
    live.addEventListener('clock', () => this.tell(false));
    live.addEventListener('lost', () => this.tell(true));
    place.addEventListener('change', (event) => this.arrive((event as CustomEvent).detail.otherView));
  }

  protected render(): TemplateResult {
    document.documentElement.lang = language();
    document.title = `${t(`view.${place.view()}`)} · Throughline`;
    return html`
      <a class="skip" href="#main">${t('skip')}</a>
      <header>
        <a class="brand" href=${place.to('overview')}>Throughline</a>
        ${token() ? this.navigation() : nothing} ${this.switches()}
      </header>
      <main id="main" tabindex="-1">${token() ? this.ready.render(() => this.view()) : html`<token-gate></token-gate>`}</main>
    `;
  }

  private async begin(): Promise<true> {
    await readClock();
    live.start();
    return true;
  }

  private tell(lost: boolean): void {
    this.lost = lost;
    this.requestUpdate();
  }

  /** Somebody who cannot see the page is told of the other view by its heading. */
  private async arrive(otherView: boolean): Promise<void> {
    if (otherView) {
      await this.updateComplete;
      scrollTo(0, 0);
      this.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
    }
  }

  private view(): TemplateResult {
    return html`${this.freshness()}${VIEWS[place.view()] ?? VIEWS.overview}`;
  }

  private navigation(): TemplateResult {
    return html`<nav aria-label=${t('navigation')}>
      ${NAVIGATION.map((view) => html`<a
        href=${place.to(view)}
        aria-current=${place.view() === view ? 'page' : nothing}
      >${t(`view.${view}`)}</a>`)}
    </nav>`;
  }

  private switches(): TemplateResult {
    const other: Language = language() === 'en' ? 'zh-Hant' : 'en';
    const shade = theme() === 'dark' ? 'light' : 'dark';
    return html`<div class="switches">
      <button class="plain" lang=${other} @click=${() => this.speak(other)}>${t('language.other')}</button>
      <button class="plain" @click=${() => this.shade(shade)}>${t(`theme.${shade}`)}</button>
    </div>`;
  }

  private freshness(): TemplateResult {
    const { asOf, zone, behindSeconds } = clock.now;
    if (this.lost) {
      return html`<p class="freshness stale" role="status"><strong>${t('lost')}</strong> ${t('lost.since')}
        ${asOf ? moment(asOf, zone) : t('unknown')}</p>`;
    }
    if (behindSeconds > STALE_SECONDS) {
      return html`<p class="freshness stale" role="status"><strong>${t('stale', { by: duration(behindSeconds) })}</strong>
        ${t('stale.remedy')}</p>`;
    }
    return html`<p class="freshness">
      ${asOf ? t('fresh', { asOf: moment(asOf, zone), zone }) : t('fresh.nothing')}</p>
      ${SPANNED.includes(place.view()) ? html`<span-choice></span-choice>` : nothing}`;
  }

  private speak(chosen: Language): void {
    rememberLanguage(chosen);
    place.go(place.here({ lang: chosen }));
  }

  private shade(chosen: 'light' | 'dark'): void {
    chooseTheme(chosen);
    this.requestUpdate();
  }
}

takeTokenFromFragment();
addEventListener('hashchange', () => {
  takeTokenFromFragment();
  document.querySelector<DashboardApp>('dashboard-app')?.requestUpdate();
});
followTheme();
customElements.define('dashboard-app', DashboardApp);
