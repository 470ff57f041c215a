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

  /** A view that the place has left is gone before its turn comes: what it would ask for is no longer there. */
  protected shouldUpdate(): boolean {
    return this.isConnected;
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
