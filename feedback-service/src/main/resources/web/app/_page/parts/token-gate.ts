import { html, type TemplateResult } from 'lit';
import { PageElement } from '../lib/element';
import { t } from '../lib/i18n';
import { keepToken } from '../lib/session';

/** Asks for a token. Nothing is shown without one. */
class TokenGate extends PageElement {
  protected render(): TemplateResult {
    return html`<form class="gate card" @submit=${this.keep}>
      <h1>${t('gate.title')}</h1>
      <p>${t('gate.why')}</p>
      <label for="token">${t('gate.token')}</label>
      <input id="token" name="token" type="password" autocomplete="off" required spellcheck="false">
      <button>${t('gate.open')}</button>
      <p class="hint">${t('gate.where')} <code>./throughline token</code></p>
    </form>`;
  }

  private keep(event: SubmitEvent): void {
    event.preventDefault();
    keepToken(String(new FormData(event.target as HTMLFormElement).get('token')));
    this.closest<PageElement>('dashboard-app')!.requestUpdate();
  }
}

customElements.define('token-gate', TokenGate);
