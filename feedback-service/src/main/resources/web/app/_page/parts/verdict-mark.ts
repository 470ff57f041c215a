import { html, type TemplateResult } from 'lit';
import { word } from '../lib/i18n';
import { isForced, type Switch } from '../lib/journey';

/** The verdict about a switch, with the cause where it was forced. */
export const verdictMark = (judged: Switch): TemplateResult =>
  html`<span class="mark ${isForced(judged) ? 'forced' : 'plain'}">${word('verdict', judged.verdict)}${judged.cause
    ? html`: ${word('cause', judged.cause)}`
    : ''}</span> `;
