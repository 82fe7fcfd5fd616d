import { defineCard } from '../../../cards.ts';
import { clip } from '../../../core/markdown.ts';
import { teamData } from './data.ts';
import { teamLabels } from './team-labels.ts';
import { viewTeam } from './team-view.ts';
import { statusName } from './words.ts';

const NAME_LENGTH = 160;

/** A team as its reader may see it, and what they may do with its record. */
export const teamCard = defineCard({
  name: 'contacts-team',
  data: teamData,
  verbs: [
    ...['contacts.confirm', 'contacts.edit', 'contacts.handOver', 'contacts.acceptHandOver', 'contacts.declineHandOver'],
    ...['contacts.undo', 'contacts.merge'],
  ],
  labels: teamLabels,
  view: viewTeam,
  summary: ({ name, type, status, done }, locale) => {
    const about = `${clip(name, NAME_LENGTH)} (${type}), ${statusName(status, locale).toLowerCase()}`;
    return done === null ? about : `${teamLabels[locale][done]} ${about}`;
  },
});
