import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { ApiError } from './api';
import { t } from './i18n';
import type { Moved } from './live';
import { Refresh } from './refresh';

/**
 * What a view shows, loaded again whenever its key changes. While it loads anew what was there stays, so that live
 * updates do not flicker; loading, failure, lack of permission and emptiness look alike in every view.
 */
export class Loaded<T> implements ReactiveController {
  value?: T;
  private failure?: unknown;
  private key?: string;
  private aborter?: AbortController;

  /**
   * @param key what the request depends on
   * @param load asks for the value
   * @param isEmpty whether there is nothing to show
   */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly keyOf: () => string,
    private readonly load: (signal: AbortSignal) => Promise<T>,
    private readonly isEmpty: (value: T) => boolean = () => false,
  ) {
    host.addController(this);
  }

  /** Loads it anew when values moved; `seen` is told of those before. */
  refreshed(seen?: (moved: Moved) => void): this {
    new Refresh(this.host, () => this.reload(), seen);
    return this;
  }

  hostUpdate(): void {
    const key = this.keyOf();
    if (key !== this.key) {
      this.key = key;
      this.value = undefined;
      void this.reload();
    }
  }

  hostDisconnected(): void {
    this.aborter?.abort();
    this.key = undefined;
  }

  async reload(): Promise<void> {
    this.aborter?.abort();
    const aborter = (this.aborter = new AbortController());
    try {
      const value = await this.load(aborter.signal);
      if (!aborter.signal.aborted) {
        this.value = value;
        this.failure = undefined;
      }
    } catch (failure) {
      if (!aborter.signal.aborted) {
        this.failure = failure;
      }
    }
    this.host.requestUpdate();
  }

  render(ready: (value: T) => TemplateResult): TemplateResult {
    if (this.failure) {
      return this.failed(this.failure);
    }
    if (this.value === undefined) {
      return html`<p class="state loading" role="status">${t('state.loading')}</p>`;
    }
    if (this.isEmpty(this.value)) {
      return html`<p class="state empty"><strong>${t('state.empty')}</strong> ${t('state.empty.remedy')}</p>`;
    }
    return ready(this.value);
  }

  private failed(failure: unknown): TemplateResult {
    if (failure instanceof ApiError && failure.status === 403) {
      return html`<p class="state denied" role="alert">
        <strong>${t('state.denied')}</strong> ${t('state.denied.remedy')}
      </p>`;
    }
    const known = failure instanceof ApiError;
    return html`<div class="state failed" role="alert">
      <p><strong>${t('state.failed')}</strong> ${known ? failure.detail : t('state.unreachable')}</p>
      ${known && failure.trace ? html`<p>${t('state.trace')} <code>${failure.trace}</code></p>` : nothing}
      <button @click=${() => this.reload()}>${t('state.retry')}</button>
    </div>`;
  }
}
