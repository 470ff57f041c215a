import { html, type TemplateResult } from 'lit';
import '../chart/flow-chart';
import { pathAddress, type JourneyPath } from '../chart/flow-chart';
import { get } from '../lib/api';
import { PageElement } from '../lib/element';
import { number, percent, t, word } from '../lib/i18n';
import { Loaded } from '../lib/loaded';
import { chosen, chosenKey } from '../lib/span';
import { figureAddress } from '../parts/cases-address';
import { head } from '../parts/page-head';

interface Switches {
  from: string;
  to: string;
  switches: number;
  forced: number;
}

interface Flow {
  paths: JourneyPath[];
  switches: Switches[];
}

/** From where to where customers go, and how much of that the business made them do. */
class FlowView extends PageElement {
  private readonly flow = new Loaded<Flow>(
    this,
    chosenKey,
    async (signal) => (await get<{ live: { flow: Flow } }>('/v1/reports/channel-flow', chosen(), signal)).live.flow,
    ({ paths }) => paths.length === 0,
  ).refreshed();

  protected render(): TemplateResult {
    return html`${head('flow')}${this.flow.render(({ paths, switches }) => html`
      <section class="card">
        <p class="legend"><span class="key forced"></span>${t('legend.forced')}
          <span class="key flow"></span>${t('legend.other')}</p>
        <div class="ends" aria-hidden="true"><span>${t('entry')}</span><span>${t('exit')}</span></div>
        <flow-chart .paths=${paths}></flow-chart>
      </section>
      <section class="card">
        <h2>${t('flow.paths')}</h2>
        <div class="scroll tall" tabindex="0" role="region" aria-label=${t('flow.paths')}><table>
          <thead><tr><th scope="col">${t('entry')}</th><th scope="col" class="text">${t('exit')}</th>
            <th scope="col">${t('issues')}</th><th scope="col">${t('issues.forced')}</th>
            <th scope="col">${t('share')}</th></tr></thead>
          <tbody>${paths.map((path) => html`<tr>
            <th scope="row">${word('channel', path.entry)}</th><td class="text">${word('channel', path.exit)}</td>
            <td><a href=${pathAddress(path, false)}>${number(path.issues)}</a></td>
            <td><a href=${pathAddress(path, true)}>${number(path.forced)}</a></td>
            <td>${percent(path.forced / path.issues)}</td>
          </tr>`)}</tbody>
        </table></div>
      </section>
      <section class="card">
        <h2>${t('flow.switches')}</h2>
        <p>${t('flow.switches.about')}</p>
        <div class="scroll tall" tabindex="0" role="region" aria-label=${t('flow.switches')}><table>
          <thead><tr><th scope="col">${t('from')}</th><th scope="col" class="text">${t('to')}</th>
            <th scope="col">${t('switches')}</th><th scope="col">${t('forced')}</th>
            <th scope="col">${t('share')}</th></tr></thead>
          <tbody>${switches.map((move) => html`<tr>
            <th scope="row">${word('channel', move.from)}</th><td class="text">${word('channel', move.to)}</td>
            <td><a href=${pairAddress(move)}>${number(move.switches)}</a></td>
            <td><a href=${pairAddress(move)}>${number(move.forced)}</a></td>
            <td>${percent(move.forced / move.switches)}</td>
          </tr>`)}</tbody>
        </table></div>
      </section>`)}`;
  }
}

/** The numerators of its cases say which of them were forced. */
function pairAddress({ from, to }: Switches): string {
  const query = new URLSearchParams({ whole: from, part: to, ...chosen() });
  return figureAddress(
    `/v1/reports/measures/forced-by-pair/contacts?${query}`,
    t('switch.pair', { from: word('channel', from), to: word('channel', to) }),
  );
}

customElements.define('flow-view', FlowView);
