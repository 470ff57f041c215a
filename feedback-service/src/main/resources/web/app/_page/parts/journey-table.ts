import { html, type TemplateResult } from 'lit';
import { moment, t, word } from '../lib/i18n';
import type { Journey } from '../lib/journey';
import { place } from '../lib/place';
import { clock } from '../lib/span';
import { verdictMark } from './verdict-mark';

/** Journeys, a line each, with the way that the customer went. */
export function journeyTable(journeys: Journey[]): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('view.journeys')}><table class="journeys">
    <thead><tr><th scope="col">${t('started')}</th><th scope="col" class="text">${t('dimension.intent')}</th>
      <th scope="col" class="text">${t('way')}</th><th scope="col" class="text">${t('status')}</th><th scope="col" class="text">${t('switches')}</th></tr></thead>
    <tbody>${journeys.map((journey) => html`<tr>
      <th scope="row"><a href=${place.to('journey', { journey: journey.journeyId })}>
        ${moment(journey.startedAt, clock.now.zone)}</a></th>
      <td class="text">${word('intent', journey.intent)}</td>
      <td class="text">${way(journey)}</td>
      <td class="text">${word('status', journey.status)}</td>
      <td class="text">${journey.switches.map(verdictMark)}</td>
    </tr>`)}</tbody>
  </table></div>`;
}

const way = (journey: Journey): string =>
  journey.contacts
    .filter((contact) => contact.role === 'customer')
    .map((contact) => word('channel', contact.channel))
    .join(' → ');
