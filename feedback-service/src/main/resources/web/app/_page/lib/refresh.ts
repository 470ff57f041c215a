import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { live, type Moved } from './live';

const LEAST_PAUSE_MS = 3_000;

/**
 * Loads a view anew when values moved: at once when it was quiet, and every few seconds while more come.
 */
export class Refresh implements ReactiveController {
  private last = 0;
  private timer = 0;

  /** @param seen is told of every frame's values, before what rests on them is loaded */
  constructor(
    host: ReactiveControllerHost,
    private readonly reload: () => unknown,
    private readonly seen: (moved: Moved) => void = () => {},
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    live.addEventListener('moved', this.onMoved);
  }

  hostDisconnected(): void {
    live.removeEventListener('moved', this.onMoved);
    clearTimeout(this.timer);
    this.timer = 0;
  }

  private readonly onMoved = (event: Event): void => {
    this.seen((event as CustomEvent<Moved>).detail);
    this.timer ||= window.setTimeout(() => {
      this.timer = 0;
      this.last = performance.now();
      this.reload();
    }, Math.max(0, this.last + LEAST_PAUSE_MS - performance.now()));
  };
}
