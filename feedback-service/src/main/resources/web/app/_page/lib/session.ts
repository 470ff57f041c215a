/**
 * The access token of this tab. It is kept in sessionStorage, so it goes with the tab, and it is never part of an
 * address that is sent anywhere: a link may carry it as `#token=…`, which the browser keeps to itself and we remove.
 */
const KEY = 'throughline.token';

/** Takes the token out of the fragment, where there is one. */
export function takeTokenFromFragment(): void {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token) {
    sessionStorage.setItem(KEY, token);
    history.replaceState(history.state, '', location.pathname + location.search);
  }
}

export const token = (): string | null => sessionStorage.getItem(KEY);

export const keepToken = (value: string): void => sessionStorage.setItem(KEY, value.trim());

export const forgetToken = (): void => sessionStorage.removeItem(KEY);
