import { html, nothing, type TemplateResult } from 'lit';
import { ApiError, post, remove } from '../lib/api';
import { PageElement } from '../lib/element';
import { moment, t, word } from '../lib/i18n';
import { clock, lastDay, momentOf } from '../lib/span';
import { CATALOGUES } from './catalogues';

/** A change of the company as `GET /v1/interventions` gives it. */
interface Change {
  interventionId: string;
  name: string;
  at: string;
  treated: Record<string, string>;
  control: Record<string, string> | null;
}

const DIMENSIONS = ['channel', 'intent', 'market'] as const;

/** The changes whose effect the report below it shows; whoever may administer can record and remove them. */
class ChangeRecorder extends PageElement {
  static properties = { changes: { attribute: false } };
  declare changes: Change[];
  private told = '';
  private denied = false;

  protected render(): TemplateResult {
    return html`<section class="card changes" aria-labelledby="changes">
      <h3 id="changes">${t('change.recorded')}</h3>
      ${this.changes.length ? this.list() : nothing}
      <p role="status">${this.told}</p>
      ${this.denied
        ? html`<p class="state denied" role="alert"><strong>${t('state.denied')}</strong> ${t('change.denied')}</p>`
        : this.form()}
    </section>`;
  }

  private list(): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('table.of', { of: t('change.recorded') })}><table>
      <thead><tr><th scope="col">${t('change.name')}</th><th scope="col" class="text">${t('moment')}</th>
        <th scope="col" class="text">${t('change.touched')}</th><th scope="col" class="text">${t('change.untouched')}</th>
        <th scope="col"><span class="hidden">${t('change.remove')}</span></th></tr></thead>
      <tbody>${this.changes.map((change) => html`<tr>
        <th scope="row">${change.name}</th>
        <td class="text">${moment(change.at, clock.now.zone)}</td>
        <td class="text">${inWords(change.treated) || t('change.everything')}</td>
        <td class="text">${inWords(change.control ?? {}) || t('change.nothing')}</td>
        <td><button class="plain" aria-label=${t('change.remove.which', { name: change.name })}
          @click=${() => this.forget(change)}>${t('change.remove')}</button></td>
      </tr>`)}</tbody>
    </table></div>`;
  }

  private form(): TemplateResult {
    return html`<details ?open=${this.changes.length === 0}>
      <summary>${t('change.record')}</summary>
      <p class="hint">${t('change.why')}</p>
      <form class="forms" @submit=${this.record}>
        <div class="choice">
          <label class="wide">${t('change.name')} <input name="name" required maxlength="200" autocomplete="off"></label>
          <label>${t('change.at', { zone: clock.now.zone })}
            <input type="datetime-local" name="at" required value="${lastDay()}T00:00"></label>
        </div>
        ${group('treated', t('change.touched'), t('change.everything'))}
        ${group('control', t('change.untouched'), t('change.nothing'))}
        <p><button>${t('change.record')}</button></p>
      </form>
    </details>`;
  }

  private async record(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const said = new FormData(form);
    const name = String(said.get('name'));
    const control = chosen(said, 'control');
    await this.attempt(t('change.done', { name }), async () => {
      await post('/v1/interventions', {
        name,
        at: momentOf(String(said.get('at'))),
        treated: chosen(said, 'treated'),
        control: Object.keys(control).length ? control : null,
      });
      form.reset();
    });
  }

  private async forget(change: Change): Promise<void> {
    if (confirm(t('change.remove.sure', { name: change.name }))) {
      await this.attempt(t('change.removed', { name: change.name }), () => remove(`/v1/interventions/${change.interventionId}`));
    }
  }

  /** Does it, says so, and has the report made anew. */
  private async attempt(done: string, act: () => Promise<void>): Promise<void> {
    try {
      await act();
      this.told = done;
      this.dispatchEvent(new Event('changed'));
    } catch (failure) {
      this.denied = failure instanceof ApiError && failure.status === 403;
      this.told = this.denied ? '' : failure instanceof ApiError ? failure.detail : t('state.unreachable');
    }
    this.requestUpdate();
  }
}

function group(name: string, legend: string, none: string): TemplateResult {
  return html`<fieldset class="choice"><legend>${legend}</legend>
    ${DIMENSIONS.map((dimension) => html`<label>${t(`dimension.${dimension}`)}
      <select name="${name}.${dimension}">
        <option value="">${none}</option>
        ${CATALOGUES[dimension].map((value) => html`<option value=${value}>${word(dimension, value)}</option>`)}
      </select></label>`)}
  </fieldset>`;
}

const chosen = (said: FormData, name: string): Record<string, string> =>
  Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, String(said.get(`${name}.${dimension}`))]).filter(([, value]) => value));

const inWords = (dimensions: Record<string, string>): string =>
  Object.entries(dimensions).map(([dimension, value]) => word(dimension, value)).join(' · ');

customElements.define('change-recorder', ChangeRecorder);
