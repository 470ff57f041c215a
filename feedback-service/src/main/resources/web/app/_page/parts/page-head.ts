import { html, type TemplateResult } from 'lit';
import { t } from '../lib/i18n';

/** What a view shows and how to read it. */
export const head = (view: string): TemplateResult =>
  html`<div class="head"><h1>${t(`view.${view}`)}</h1><p>${t(`view.${view}.about`)}</p></div>`;
