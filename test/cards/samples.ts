import * as guard from '../../src/bot/cards.ts';
import type { CardDefinition } from '../../src/cards.ts';
import * as admin from '../../src/features/admin/cards.ts';
import * as handbook from '../../src/features/handbook/cards.ts';
import { adminSamples } from './admin-samples.ts';
import { handbookSamples } from './handbook-samples.ts';
import type { Sample } from './sample.ts';

/** Every card that the bot has. */
export const definitions: readonly CardDefinition[] = [...Object.values(handbook), ...Object.values(admin), ...Object.values(guard)];

const acute = {
  bank: 'rph',
  title: 'Er noen i fare nå?',
  lines: [
    'Ring 113 hvis det står om liv. Er noen truet eller utsatt for vold, ring 112.',
    'Trenger noen legehjelp som ikke kan vente, ring legevakten på 116 117.',
    'Bli hos personen til hjelpen er der, om det er trygt for deg.',
  ],
  phones: [
    { label: 'Medisinsk nødtelefon', number: '113' },
    { label: 'Legevakt', number: '116 117' },
    { label: 'Politi', number: '112' },
    { label: 'Brann', number: '110' },
  ],
};

/** Every card in each of its states, and as long as it gets. */
export const samples: readonly Sample[] = [
  ...handbookSamples,
  ...adminSamples,
  { of: 'fare', card: guard.acuteCard.ref(acute) },
  { of: 'uten nummer', card: guard.acuteCard.ref({ ...acute, phones: [] }) },
];
