import { language } from './i18n';
import { forgetToken, token } from './session';

/** A refusal or failure, as problem+json tells it. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly trace: string,
  ) {
    super(detail);
  }
}

/** Told when a token is refused: it is asked for again. */
export const refused = new EventTarget();

type Query = Record<string, string | undefined>;

/** The JSON answer of a GET; parameters without value are left out. */
export async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  const params = new URLSearchParams();
  Object.entries(query).forEach(([name, value]) => value && params.set(name, value));
  const answer = await ask(params.size ? `${path}?${params}` : path, { signal });
  return answer.json();
}

/** The JSON answer of a POST. */
export async function post<T>(path: string, body: unknown): Promise<T> {
  const answer = await ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.json();
}

/** Deletes what is there. */
export async function remove(path: string): Promise<void> {
  await ask(path, { method: 'DELETE' });
}

/** Any answer that is no refusal. */
export async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { ...init.headers, Authorization: `Bearer ${token()}`, 'Accept-Language': language() };
  const answer = await fetch(path, { ...init, headers });
  if (answer.ok) {
    return answer;
  }
  if (answer.status === 401) {
    forgetToken();
    refused.dispatchEvent(new Event('refused'));
  }
  throw new ApiError(answer.status, await detail(answer), answer.headers.get('X-Trace-Id') ?? '');
}

async function detail(answer: Response): Promise<string> {
  try {
    const problem = await answer.json();
    const errors: { detail?: string; remedy?: string }[] = [problem, ...(problem.errors ?? [])];
    return errors.flatMap(({ detail, remedy }) => [detail, remedy]).filter(Boolean).join(' ') || problem.title;
  } catch {
    return `HTTP ${answer.status}`;
  }
}
