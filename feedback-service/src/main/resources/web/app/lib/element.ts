import { LitElement } from 'lit';
import { place } from './place';

/**
 * What all elements are: rendered into the page itself, where one style sheet, the printer and the browser's search
 * reach them, and rendered again when the place or the language changes.
 */
export class PageElement extends LitElement {
  private readonly renderAgain = () => this.requestUpdate();

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  connectedCallback(): void {
    super.connectedCallback();
    place.addEventListener('change', this.renderAgain);
  }

  disconnectedCallback(): void {
    place.removeEventListener('change', this.renderAgain);
    super.disconnectedCallback();
  }
}
