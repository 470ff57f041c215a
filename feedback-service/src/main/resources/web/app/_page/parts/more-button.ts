import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../lib/i18n';

/** Leads on where a list has more than is shown. */
export const more = (next: string | null, load: () => void): TemplateResult | typeof nothing =>
  next ? html`<p><button @click=${load}>${t('more')}</button></p>` : nothing;
