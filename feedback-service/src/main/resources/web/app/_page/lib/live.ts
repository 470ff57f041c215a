import { ApiError, ask } from './api';
import { HEADLINES, idOf, type Kpi } from './kpi';
import { clock, days, readClock, type Freshness } from './span';

/** Values that moved since the last time, by KPI, window and dimensions: only the latest of each counts. */
export type Moved = Map<string, Kpi>;

const KEEP_RESPONSIVE_MS = 8;
/** Nobody reads numbers that change more often, and charts take their time to draw. */
const LEAST_PAUSE_MS = 100;
const RETRY_MS = 3_000;
/** The page itself comes first: what moved meanwhile the stream tells when it begins. */
const SETTLED_MS = 1_000;
const CLOCK_MS = 5_000;

/**
 * The stream of values that moved. However many come, the page hears of them ten times a second at most, at the beginning
 * of a frame (`moved`), and reading them never holds it up for longer than a few milliseconds at a time: what waits longer
 * waits in the network.
 */
class Live extends EventTarget {
  private pending: Moved = new Map();
  private announcing = false;
  private running = false;

  /** Begins to listen; a second call does nothing. */
  start(): void {
    if (!this.running) {
      this.running = true;
      void this.listen();
      void this.watchClock();
    }
  }

  private take(kpi: Kpi): void {
    this.pending.set(keyOf(kpi), kpi);
    void this.announce();
  }

  private async announce(): Promise<void> {
    if (this.announcing) {
      return;
    }
    this.announcing = true;
    await pause(LEAST_PAUSE_MS);
    await new Promise(requestAnimationFrame);
    const moved = this.pending;
    this.pending = new Map();
    this.announcing = false;
    this.dispatchEvent(new CustomEvent<Moved>('moved', { detail: moved }));
  }

  private async listen(): Promise<void> {
    await pause(SETTLED_MS);
    for (;;) {
      try {
        const query = new URLSearchParams({ kpi: HEADLINES.join(','), window: 'P1D', from: days().from });
        const answer = await ask(`/v1/kpis/live?${query}`, { headers: { Accept: 'text/event-stream' } });
        await this.read(answer.body!);
      } catch (failure) {
        if (failure instanceof ApiError && [401, 403, 404].includes(failure.status)) {
          return;
        }
      }
      await pause(RETRY_MS);
    }
  }

  /** Server-sent events: of each only the data matter, one line of JSON; without a KPI they say that a value is gone. */
  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let rest = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const lines = (rest + decoder.decode(part.value, { stream: true })).split('\n');
      rest = lines.pop()!;
      await this.readLines(lines);
    }
  }

  private async readLines(lines: string[]): Promise<void> {
    let began = performance.now();
    for (const line of lines) {
      if (line.startsWith('data:')) {
        const data = JSON.parse(line.slice('data:'.length));
        data.kpi ? this.take(data) : void this.announce();
      }
      if (performance.now() - began > KEEP_RESPONSIVE_MS) {
        await pause(0);
        began = performance.now();
      }
    }
  }

  /** Tells how fresh all is, and that something moved also where there is no stream of it. */
  private async watchClock(): Promise<void> {
    let before = tellTale(clock.now);
    for (;;) {
      await pause(CLOCK_MS);
      try {
        const now = tellTale(await readClock());
        this.dispatchEvent(new Event('clock'));
        if (now !== before) {
          void this.announce();
        }
        before = now;
      } catch (failure) {
        this.dispatchEvent(new CustomEvent('lost', { detail: failure }));
      }
    }
  }
}

/** Another one tells that something moved. */
const tellTale = ({ asOf, behindSeconds }: Freshness): string => `${asOf} ${behindSeconds > 0}`;

function keyOf(kpi: Kpi): string {
  return `${idOf(kpi)} ${kpi.window} ${kpi.start} ${JSON.stringify(kpi.dimensions)}`;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const live = new Live();
