import { html, type TemplateResult } from 'lit';
import { PageElement } from '../lib/element';
import { t } from '../lib/i18n';
import { HEADLINES, idOf, series, valueOf, type Kpi, type Point } from '../lib/kpi';
import type { Moved } from '../lib/live';
import { Loaded } from '../lib/loaded';
import { place } from '../lib/place';
import { chosenKey } from '../lib/span';
import '../parts/kpi-tile';
import { casesAddress } from '../parts/cases-address';
import { head } from '../parts/page-head';

interface Tile {
  total?: Point;
  trend: Point[];
}

interface Overview {
  tiles: Map<string, Tile>;
  forcedLow: number | null;
  forcedHigh: number | null;
}

/** The few numbers that say how the service is doing. */
class OverviewView extends PageElement {
  private readonly overview = new Loaded<Overview>(
    this,
    chosenKey,
    (signal) => load(signal),
    ({ tiles }) => [...tiles.values()].every((tile) => !tile.total),
  ).refreshed((moved) => this.take(moved));

  protected render(): TemplateResult {
    return html`${head('overview')}${this.overview.render((overview) => html`
      <div class="tiles">${[...overview.tiles].map(([kpi, { total, trend }]) => html`
        <kpi-tile .kpi=${kpi} .total=${total} .trend=${trend} .further=${this.further(kpi, overview)}></kpi-tile>`)}
      </div>`)}`;
  }

  private further(kpi: string, { forcedLow, forcedHigh }: Overview): TemplateResult | undefined {
    return kpi === 'switch.forced:strict' && forcedLow !== null && forcedHigh !== null
      ? html`<p class="sure"><span>${t('forced.bounds')}
          <a href=${casesAddress('switch.forced:low')}>${valueOf(kpi, forcedLow)}</a> –
          <a href=${casesAddress('switch.forced:high')}>${valueOf(kpi, forcedHigh)}</a></span></p>`
      : undefined;
  }

  /** Days of the trend move at once; totals are asked for, since the parts do not sum to them. */
  private take(moved: Moved): void {
    const tiles = this.overview.value?.tiles;
    if (!tiles || place.get('market')) {
      return;
    }
    let changed = false;
    for (const kpi of moved.values()) {
      const tile = isDay(kpi) && tiles.get(idOf(kpi));
      if (tile) {
        const trend = tile.trend.map((point) => (point.start === kpi.start ? kpi : point));
        tiles.set(idOf(kpi), { ...tile, trend });
        changed = true;
      }
    }
    if (changed) {
      this.requestUpdate();
    }
  }
}

const isDay = (kpi: Kpi): boolean => kpi.window === 'P1D' && Object.keys(kpi.dimensions).length === 0;

async function load(signal: AbortSignal): Promise<Overview> {
  const total = async (kpi: string) => (await series(kpi, { window: 'all' }, signal)).series.at(0);
  const [tiles, low, high] = await Promise.all([
    Promise.all(HEADLINES.map(async (kpi): Promise<[string, Tile]> => {
      const [whole, daily] = await Promise.all([total(kpi), series(kpi, { window: 'P1D' }, signal)]);
      return [kpi, { total: whole, trend: daily.series }];
    })),
    total('switch.forced:low'),
    total('switch.forced:high'),
  ]);
  return { tiles: new Map(tiles), forcedLow: low?.value ?? null, forcedHigh: high?.value ?? null };
}

customElements.define('overview-view', OverviewView);
