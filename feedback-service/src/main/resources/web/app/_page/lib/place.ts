/** Where the user is. All of it stands in the query of the address, so that a link holds the whole view. */

/** What of the place every view shares: a link to another view keeps it. */
const SHARED = ['from', 'to', 'market', 'lang'];

class Place extends EventTarget {
  private params = new URLSearchParams(location.search);

  constructor() {
    super();
    addEventListener('popstate', () => this.read());
  }

  get(name: string): string {
    return this.params.get(name) ?? '';
  }

  view(): string {
    return this.get('view') || 'overview';
  }

  /** The address of a view, with what every view shares. */
  to(view: string, more: Record<string, string> = {}): string {
    const next = new URLSearchParams({ view });
    SHARED.forEach((name) => this.get(name) && next.set(name, this.get(name)));
    return address(next, more);
  }

  /** The address of this view with other parameters; an empty one goes. */
  here(more: Record<string, string>): string {
    return address(new URLSearchParams(this.params), more);
  }

  go(href: string): void {
    history.pushState(null, '', href);
    this.read();
  }

  private read(): void {
    const before = this.view();
    this.params = new URLSearchParams(location.search);
    this.dispatchEvent(new CustomEvent('change', { detail: { otherView: this.view() !== before } }));
  }
}

function address(params: URLSearchParams, more: Record<string, string>): string {
  Object.entries(more).forEach(([name, value]) => (value ? params.set(name, value) : params.delete(name)));
  return '?' + params;
}

export const place = new Place();

/** Clicks on links to other views change the place without loading the page again. */
export function followLinks(root: HTMLElement): void {
  root.addEventListener('click', (event) => {
    const link = (event.target as HTMLElement).closest('a');
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (link && plain && link.getAttribute('href')?.startsWith('?')) {
      event.preventDefault();
      place.go(link.getAttribute('href')!);
    }
  });
}
