import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../lib/api';
import { PageElement } from '../lib/element';
import { language, number, t, tOr, word } from '../lib/i18n';
import { isForced, type Explanation, type Journey } from '../lib/journey';
import { Loaded } from '../lib/loaded';
import { place } from '../lib/place';
import { verdictMark } from '../parts/verdict-mark';

interface Told {
  journey: Journey;
  words: Explanation;
}

/** One journey from contact to contact, with the verdict about every switch and what it rests on. */
class JourneyView extends PageElement {
  private readonly told = new Loaded<Told>(
    this,
    () => place.get('journey') + language(),
    async (signal) => {
      const path = `/v1/journeys/${encodeURIComponent(place.get('journey'))}`;
      const [journey, words] = await Promise.all([
        get<Journey>(path, {}, signal),
        get<Explanation>(`${path}/explanation`, { lang: language() }, signal),
      ]);
      return { journey, words };
    },
  );

  protected render(): TemplateResult {
    return html`<div class="head"><h1>${t('view.journey')}</h1></div>
      ${this.told.render(({ journey, words }) => html`
        <section class="card">
          <p class="summary">${words.summary}</p>
          <p>${t('status')}: <strong>${word('status', journey.status)}</strong> · ${t('revision')} ${journey.revision} ·
            <a href=${place.to('journeys', { customer: journey.customerId })}>${t('journeys.of.same')}</a></p>
          <ol class="timeline">${words.steps.map((step) => this.step(step, journey))}</ol>
          <p class="ending">${words.ending}</p>
        </section>
        ${journey.changes.length ? this.changes(journey) : nothing}`)}`;
  }

  private step(step: Explanation['steps'][number], journey: Journey): TemplateResult {
    const judged = step.kind === 'SWITCH' ? journey.switches.find((change) => change.at === step.at) : undefined;
    const kind = judged && isForced(judged) ? 'forced' : step.kind.toLowerCase();
    return html`<li class=${kind}>
      ${judged ? verdictMark(judged) : nothing}
      <p>${step.text}</p>
      ${judged
        ? html`<p class="hint">${t('probability')} ${number(judged.probability * 100)} % ·
            ${t('rule.version')} ${judged.ruleVersion}</p>`
        : nothing}
      ${step.evidence.length
        ? html`<details>
            <summary>${t('evidence', { n: step.evidence.length })}</summary>
            <ul>${step.evidence.map((fact) => html`<li><strong>${fact.item}</strong> ${fact.text}
              <code>${fact.source} ${fact.eventId}</code></li>`)}</ul>
          </details>`
        : nothing}
    </li>`;
  }

  private changes(journey: Journey): TemplateResult {
    return html`<section class="card"><h2>${t('journey.changes')}</h2><ul>
      ${journey.changes.map((change) => html`<li>${tOr(`field.${change.what}`, change.what)}:
        ${change.from ?? '–'} → ${change.to ?? '–'} (${word('because', change.because)})</li>`)}
    </ul></section>`;
  }
}

customElements.define('journey-view', JourneyView);
