/** A journey as `GET /v1/journeys` gives it; only what the page shows. */
export interface Journey {
  journeyId: string;
  customerId: string;
  revision: number;
  status: 'OPEN' | 'RESOLVED' | 'LAPSED';
  intent: string | null;
  startedAt: string;
  endedAt: string | null;
  contacts: { channel: string; role: string; startedAt: string }[];
  switches: Switch[];
  changes: Change[];
}

export interface Switch {
  switchId: string;
  fromChannel: string;
  toChannel: string;
  at: string;
  verdict: 'FORCED' | 'FORCED_WITH_CONSENT' | 'VOLUNTARY' | 'UNDETERMINED';
  cause: string | null;
  probability: number;
  ruleVersion: string;
}

export interface Change {
  what: string;
  from: string | null;
  to: string | null;
  because: string;
}

export interface JourneyList {
  journeys: Journey[];
  next: string | null;
}

/** A journey in words, in the order of what happened. */
export interface Explanation {
  summary: string;
  ending: string;
  zone: string;
  steps: { kind: 'SWITCH' | 'CONTACT' | 'HANDOVER'; at: string; text: string; evidence: Fact[] }[];
}

export interface Fact {
  text: string;
  item: string;
  source: string;
  eventId: string;
}

export const isForced = (judged: Switch): boolean => judged.verdict.startsWith('FORCED');
