/** Light or dark: as the system has it until the user chooses; paper is always light. */
export type Theme = 'light' | 'dark';

const KEY = 'throughline.theme';
const systemDark = matchMedia('(prefers-color-scheme: dark)');

export function theme(): Theme {
  const chosen = localStorage.getItem(KEY);
  return chosen === 'light' || chosen === 'dark' ? chosen : systemDark.matches ? 'dark' : 'light';
}

export function chooseTheme(chosen: Theme): void {
  localStorage.setItem(KEY, chosen);
  show(chosen);
}

function show(shown: Theme): void {
  document.documentElement.dataset.theme = shown;
  document.dispatchEvent(new Event('theme'));
}

export function followTheme(): void {
  show(theme());
  systemDark.addEventListener('change', () => show(theme()));
  addEventListener('beforeprint', () => show('light'));
  addEventListener('afterprint', () => show(theme()));
}
