import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { PageElement } from '../lib/element';

/** Colours of the page, from its style sheet: they follow light, dark and print. */
export interface Colours {
  text: string;
  muted: string;
  line: string;
  accent: string;
  band: string;
  forced: string;
  flow: string;
  surface: string;
}

/**
 * What draws; asked for again it is there. A view that asks for it once it has asked for its numbers gets it while the
 * server works.
 */
export const drawing = () => import('./echarts');

const NAMES: (keyof Colours)[] = ['text', 'muted', 'line', 'accent', 'band', 'forced', 'flow', 'surface'];

/**
 * A chart that echarts draws. It is a picture to a screen reader, with a label that says what it shows; the numbers
 * stand in a table beside it.
 */
export abstract class Chart extends PageElement {
  private chart?: EChartsType;
  private readonly resized = new ResizeObserver(() => this.chart?.resize());
  private readonly draw = () => this.chart?.setOption(this.options(colours()), { notMerge: true });

  /** What it shows, in a sentence. */
  protected abstract label(): string;

  /** What is drawn. */
  protected abstract options(colours: Colours): EChartsCoreOption;

  /** What a click on a part does. */
  protected chosen(_part: unknown): void {}

  protected render(): TemplateResult {
    return html`<div class="canvas" role="img" aria-label=${this.label()}></div>`;
  }

  protected async firstUpdated(): Promise<void> {
    const { init } = await drawing();
    const canvas = this.querySelector<HTMLElement>('.canvas');
    if (canvas && this.isConnected) {
      this.chart = init(canvas, null, { renderer: 'canvas' });
      this.chart.on('click', (event) => this.chosen(event.data));
      this.resized.observe(canvas);
      this.draw();
    }
  }

  protected updated(_changed: PropertyValues): void {
    this.draw();
  }

  connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('theme', this.draw);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('theme', this.draw);
    this.resized.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
  }
}

function colours(): Colours {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])) as unknown as Colours;
}
