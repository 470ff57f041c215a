/** The words that a filter offers. A tenant's own channels and intents are reached through the charts. */
export const CATALOGUES = {
  verdict: ['FORCED,FORCED_WITH_CONSENT', 'FORCED', 'FORCED_WITH_CONSENT', 'VOLUNTARY', 'UNDETERMINED'],
  cause: [
    'REDIRECTED_BY_AGENT', 'REDIRECTED_BY_BOT_OR_SITE', 'TRANSFERRED_TO_OTHER_CHANNEL', 'CHANNEL_CLOSED',
    'CHANNEL_NOT_OFFERED', 'BOT_DEAD_END', 'SELF_SERVICE_DEAD_END', 'AUTHENTICATION_FAILED', 'LONG_WAIT',
    'NO_REPLY_IN_TIME', 'DROPPED_BY_FAULT', 'IDLE_TIMEOUT', 'POLICY_REQUIRES', 'OVERFLOW', 'MISSING_CAPABILITY',
    'STATED_BY_CUSTOMER',
  ],
  channel: [
    'phone', 'callback', 'ivr', 'voicebot', 'video', 'chat', 'chatbot', 'email', 'web', 'app', 'kiosk', 'sms',
    'whatsapp', 'messenger', 'line', 'viber', 'wechat', 'telegram', 'instagram', 'social', 'community', 'store',
    'letter', 'fax',
  ],
  intent: [
    'basic-information', 'product-enquiry', 'bill-payment', 'purchase', 'problem-solving', 'contract-renewal',
    'appointment-delivery', 'complaint', 'refund', 'technical-support', 'account-access', 'cancellation', 'other',
  ],
  market: ['HK', 'MO', 'CN', 'TW', 'SG'],
  status: ['OPEN,LAPSED', 'OPEN', 'LAPSED', 'RESOLVED'],
} as const;
