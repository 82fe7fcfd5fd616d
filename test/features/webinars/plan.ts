import type { Plan } from '../../../src/features/webinars/model.ts';

/** Monday 2 March 2026, 9 o'clock in Norway. */
export const NOW = Date.parse('2026-03-02T09:00:00+01:00');

/** An event in some days, with nothing but what it must have. */
export const PLAN: Plan = {
  ...{ title: 'Webinar om oppstart', description: '', date: '2026-03-05', endDate: '2026-03-05', start: '13:00', end: '14:30' },
  ...{ mode: 'digital', place: '', joinUrl: '', signupUrl: '', audience: [], region: null, banks: ['rph'], channels: [] },
  ...{ coOrganisers: [], series: '', reportArea: '', countsAs: 1, reminders: ['week', 'day', 'hour', 'channel'] },
};
