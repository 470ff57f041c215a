import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../lib/i18n';
import type { Point } from '../lib/kpi';

/** What one must know before relying on a value. */
export function marks(point: Point): TemplateResult {
  return html`${point.state === 'PROVISIONAL'
    ? html`<span class="mark provisional" title=${t('provisional.why')}>${t('provisional')}</span>`
    : nothing}${point.small
    ? html`<span class="mark small" title=${t('small.why')}>${t('small')}</span>`
    : nothing}`;
}
