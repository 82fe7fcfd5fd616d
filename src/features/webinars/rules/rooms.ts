import type { Bank } from '../../../core/banks.ts';
import type { Plan } from '../model.ts';

/** Events for leaders go to the leaders' channel, and into no public calendar. */
export const isForLeaders = ({ audience }: Pick<Plan, 'audience'>): boolean => audience.includes('ledere');

/** The channels that a bank announces in. */
function announcingChannels({ teamsTeams }: Pick<Bank, 'teamsTeams'>): readonly string[] {
  return [...new Set(teamsTeams.flatMap(({ announceIn }) => (announceIn === null ? [] : [announceIn])))];
}

/** Where a bank announces an event by itself: leaders' events in the leaders' channel, if it has one. Never in General unless that was chosen. */
export function channelsOf(bank: Pick<Bank, 'teamsTeams' | 'leaderChannel'>, plan: Pick<Plan, 'audience'>): readonly string[] {
  return isForLeaders(plan) && bank.leaderChannel !== null ? [bank.leaderChannel] : announcingChannels(bank);
}
