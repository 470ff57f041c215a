import type { EChartsCoreOption } from 'echarts/core';
import { day, dayOfYear, number, t, wholePercent } from '../lib/i18n';
import { intervalOf, isShare, nameOf, valueOf, type Point } from '../lib/kpi';
import { Chart, type Colours } from './chart';

/** A KPI from day to day, with its interval as a band; provisional days have hollow marks. */
class TrendChart extends Chart {
  static properties = { kpi: {}, points: { attribute: false } };
  declare kpi: string;
  declare points: Point[];

  protected label(): string {
    const first = this.points.at(0);
    const last = this.points.at(-1);
    return first && last
      ? t('trend.label', {
          kpi: nameOf(this.kpi),
          from: day(first.start),
          first: valueOf(this.kpi, first.value),
          to: day(last.start),
          last: valueOf(this.kpi, last.value),
        })
      : nameOf(this.kpi);
  }

  protected options(colours: Colours): EChartsCoreOption {
    const known = this.points.filter((point) => point.value !== null);
    const low = known.map((point) => point.interval?.low ?? point.value!);
    const high = known.map((point) => point.interval?.high ?? point.value!);
    const band = { type: 'line', stack: 'band', symbol: 'none', silent: true, lineStyle: { opacity: 0 } };
    return {
      animation: false,
      grid: { left: 8, right: 12, top: 12, bottom: 4, containLabel: true },
      textStyle: { fontFamily: 'inherit', color: colours.muted },
      tooltip: {
        trigger: 'axis',
        renderMode: 'richText',
        confine: true,
        backgroundColor: colours.surface,
        borderColor: colours.line,
        textStyle: { color: colours.text, fontSize: 12 },
        formatter: ([hit]: { dataIndex: number }[]) => this.told(known[hit.dataIndex]),
      },
      xAxis: {
        type: 'category',
        boundaryGap: false,
        data: known.map((point) => dayOfYear(point.start)),
        axisLabel: { color: colours.muted, hideOverlap: true, showMinLabel: true },
        axisLine: { lineStyle: { color: colours.line } },
        axisTick: { show: false },
      },
      yAxis: {
        type: 'value',
        ...rangeOf(this.kpi, known.map((point) => point.value!)),
        splitNumber: 2,
        axisLabel: { color: colours.muted, formatter: (value: number) => this.mark(value) },
        splitLine: { lineStyle: { color: colours.line } },
      },
      series: [
        { ...band, data: low },
        { ...band, data: high.map((value, i) => value - low[i]), areaStyle: { color: colours.band, opacity: 1 } },
        {
          type: 'line',
          lineStyle: { color: colours.accent, width: 2 },
          symbolSize: 6,
          symbol: 'circle',
          data: known.map((point) => ({
            value: point.value,
            itemStyle: {
              color: point.state === 'PROVISIONAL' ? colours.surface : colours.accent,
              borderColor: colours.accent,
              borderWidth: 1.5,
            },
          })),
        },
      ],
    };
  }

  private mark(value: number): string {
    return isShare(this.kpi) ? wholePercent(value) : number(value, Number.isInteger(value) ? 0 : 1);
  }

  private told(point: Point): string {
    return [
      day(point.start) + (point.state === 'PROVISIONAL' ? ` · ${t('provisional')}` : ''),
      valueOf(this.kpi, point.value),
      intervalOf(this.kpi, point.interval),
      t('cases', { n: point.denominator }),
    ]
      .filter(Boolean)
      .join('\n');
  }
}

/** Scores and shares have their scale. Of a risk the values say it: the end of its interval may be far away. */
function rangeOf(kpi: string, values: number[]): object {
  if (kpi === 'csat.mean') {
    return { min: 1, max: 5, interval: 2 };
  }
  if (isShare(kpi)) {
    return { min: 0, max: 1 };
  }
  return kpi.startsWith('risk.') ? { min: 0, max: Math.ceil(1.25 * Math.max(1, ...values)) } : { min: 0 };
}

customElements.define('trend-chart', TrendChart);
