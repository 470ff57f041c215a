import { html, type TemplateResult } from 'lit';
import { drawing } from '../chart/chart';
import { PageElement } from '../lib/element';
import { t } from '../lib/i18n';
import { HEADLINES, idOf, scorecard, valueOf, type Kpi, type Point } from '../lib/kpi';
import type { Moved } from '../lib/live';
import { Loaded } from '../lib/loaded';
import { place } from '../lib/place';
import { chosenKey } from '../lib/span';
import '../parts/kpi-tile';
import { casesAddress } from '../parts/cases-address';
import { head } from '../parts/page-head';

const LOW = 'switch.forced:low';
const HIGH = 'switch.forced:high';

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
          <a href=${casesAddress(LOW)}>${valueOf(kpi, forcedLow)}</a> –
          <a href=${casesAddress(HIGH)}>${valueOf(kpi, forcedHigh)}</a></span></p>`
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
  const asked = Promise.all([
    scorecard([...HEADLINES, LOW, HIGH], { window: 'all' }, signal),
    scorecard(HEADLINES, { window: 'P1D' }, signal),
  ]);
  void drawing();
  const [totals, days] = await asked;
  const total = new Map(totals.map((each) => [idOf(each), each.series.at(0)]));
  return {
    tiles: new Map(days.map((each) => [idOf(each), { total: total.get(idOf(each)), trend: each.series }])),
    forcedLow: total.get(LOW)?.value ?? null,
    forcedHigh: total.get(HIGH)?.value ?? null,
  };
}

customElements.define('overview-view', OverviewView);
