import type { EChartsCoreOption } from 'echarts/core';
import { number, t, word } from '../lib/i18n';
import { place } from '../lib/place';
import { Chart, type Colours } from './chart';

/** Issues that began in one channel and ended in another or the same. */
export interface JourneyPath {
  entry: string;
  exit: string;
  issues: number;
  forced: number;
}

interface Link {
  source: string;
  target: string;
  value: number;
  path: JourneyPath;
  forced: boolean;
}

/** Issues from the channel of entry to that of exit; those with a forced switch on their way in a colour of their own. */
class FlowChart extends Chart {
  static properties = { paths: { attribute: false } };
  declare paths: JourneyPath[];

  protected label(): string {
    const sum = (of: (path: JourneyPath) => number) => this.paths.reduce((total, path) => total + of(path), 0);
    return t('flow.label', { issues: number(sum((path) => path.issues)), forced: number(sum((path) => path.forced)) });
  }

  protected options(colours: Colours): EChartsCoreOption {
    const links = this.links();
    return {
      animation: false,
      textStyle: { fontFamily: 'inherit' },
      tooltip: {
        renderMode: 'richText',
        confine: true,
        backgroundColor: colours.surface,
        borderColor: colours.line,
        textStyle: { color: colours.text, fontSize: 12 },
        formatter: ({ data }: { data: Link | { name: string } }) => ('path' in data ? told(data) : channelOf(data.name)),
      },
      series: {
        type: 'sankey',
        left: 4,
        right: 4,
        top: 8,
        bottom: 8,
        nodeGap: 10,
        nodeWidth: 14,
        layoutIterations: 32,
        emphasis: { focus: 'adjacency' },
        itemStyle: { color: colours.muted, borderWidth: 0 },
        label: {
          color: colours.text,
          fontSize: 13,
          formatter: ({ name, value }: { name: string; value: number }) => `${channelOf(name)} ${number(value)}`,
        },
        data: [...new Set(links.flatMap((link) => [link.source, link.target]))].map((name) => ({
          name,
          label: { position: name.startsWith('entry') ? 'right' : 'left' },
        })),
        links: links.map((link) => ({
          ...link,
          lineStyle: { color: link.forced ? colours.forced : colours.flow, opacity: link.forced ? 0.75 : 0.45 },
        })),
      },
    };
  }

  protected chosen(part: Link | { name: string }): void {
    if ('path' in part) {
      place.go(pathAddress(part.path, part.forced));
    }
  }

  private links(): Link[] {
    return this.paths.flatMap((path) =>
      [true, false]
        .map((forced) => ({
          source: `entry ${path.entry}`,
          target: `exit ${path.exit}`,
          value: forced ? path.forced : path.issues - path.forced,
          path,
          forced,
        }))
        .filter((link) => link.value > 0),
    );
  }
}

/** The journeys of a path, or those of them with a forced switch. */
export const pathAddress = (path: JourneyPath, forced: boolean): string =>
  place.to('journeys', {
    entryChannel: path.entry,
    exitChannel: path.exit,
    ...(forced ? { verdict: 'FORCED,FORCED_WITH_CONSENT' } : {}),
  });

const channelOf = (node: string): string => word('channel', node.slice(node.indexOf(' ') + 1));

function told(link: Link): string {
  const way = `${word('channel', link.path.entry)} → ${word('channel', link.path.exit)}`;
  return `${way}\n${t(link.forced ? 'flow.forced' : 'flow.other', { n: number(link.value) })}`;
}

customElements.define('flow-chart', FlowChart);
