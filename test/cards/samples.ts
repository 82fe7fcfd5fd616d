import * as guard from '../../src/bot/cards.ts';
import { acuteWords } from '../../src/bot/plan-guard.ts';
import type { CardDefinition } from '../../src/cards.ts';
import { ROOT } from '../../src/config.ts';
import { createContent } from '../../src/content.ts';
import * as admin from '../../src/features/admin/cards.ts';
import { contactCards } from '../../src/features/contacts/cards/all.ts';
import * as handbook from '../../src/features/handbook/cards.ts';
import { webinarCards } from '../../src/features/webinars/cards/all.ts';
import { PATIENT_KINDS } from '../../src/guard/index.ts';
import { adminSamples } from './admin-samples.ts';
import { contactsCentreSamples } from './contacts-centre-samples.ts';
import { contactsTeamSamples } from './contacts-team-samples.ts';
import { handbookSamples } from './handbook-samples.ts';
import { adviserCards, inquiriesAdviserSamples } from './inquiries-adviser-samples.ts';
import { askerCards, inquiriesAskerSamples } from './inquiries-asker-samples.ts';
import { deskCards } from './inquiries-desk-samples.ts';
import { long, type Sample } from './sample.ts';
import { webinarsAnnouncementSamples } from './webinars-announcement-samples.ts';
import { webinarsListSamples } from './webinars-list-samples.ts';
import { webinarsOrganiserSamples } from './webinars-organiser-samples.ts';

/** Every card that the bot has. */
export const definitions: readonly CardDefinition[] = [
  ...Object.values(handbook),
  ...Object.values(admin),
  ...Object.values(guard),
  ...askerCards,
  ...adviserCards,
  ...deskCards,
  ...webinarCards,
  ...contactCards,
];

const acute = {
  bank: 'rph',
  ...acuteWords(createContent(ROOT).acute(), 'life', 'nb'),
  canTell: true,
  verb: '',
  inputs: [],
};
const stopped = {
  bank: 'rph',
  kinds: ['name-clinical', 'birth-date'] as const,
  doubtful: true,
  standing: 'own' as const,
  alone: true,
  verb: 'guard.ask',
  inputs: ['question'],
};
const left = { question: 'Pasienten min … født … har angst. Kan vi ta imot under 18 år?' };

/** Every card in each of its states, and as long as it gets. */
export const samples: readonly Sample[] = [
  ...handbookSamples,
  ...adminSamples,
  ...inquiriesAskerSamples,
  ...inquiriesAdviserSamples,
  ...webinarsAnnouncementSamples,
  ...webinarsOrganiserSamples,
  ...webinarsListSamples,
  ...contactsTeamSamples,
  ...contactsCentreSamples,
  { of: 'fare', card: guard.acuteCard.ref(acute) },
  { of: 'brann', card: guard.acuteCard.ref({ ...acute, ...acuteWords(createContent(ROOT).acute(), 'fire', 'nb'), canTell: false }) },
  { of: 'uten nummer', card: guard.acuteCard.ref({ ...acute, phones: [] }) },
  {
    of: 'i et skjema',
    card: guard.acuteCard.ref(
      { ...acute, verb: 'inquiries.tellSomeone', inputs: ['answer'] },
      { left: { answer: 'Ring 113 hvis noen vil ta livet sitt.' }, rest: { inquiry: 'RPH-26-0042' } },
    ),
  },
  {
    of: 'i et skjema, lengst',
    card: guard.acuteCard.ref(
      { ...acute, verb: 'inquiries.tellSomeone', inputs: ['question'] },
      { left: { question: long(3_900) }, rest: {} },
    ),
    worst: true,
  },
  { of: 'i en chat', card: guard.stoppedCard.ref({ ...stopped, kinds: [...stopped.kinds] }, { left }) },
  {
    of: 'et skjema, tegnet på nytt',
    card: guard.stoppedCard.ref({ ...stopped, kinds: ['address'], standing: 'nowhere', verb: 'handbook.notHelpful', inputs: ['reason'] }),
  },
  { of: 'en annens melding', card: guard.stoppedCard.ref({ ...stopped, kinds: ['birth-date'], standing: 'other', alone: false }) },
  {
    of: 'for lang til å vises',
    card: guard.stoppedCard.ref({ ...stopped, kinds: ['address'] }, { left: { question: '漢'.repeat(9_000) }, rest: {} }),
    worst: true,
  },
  { of: 'i en kanal', card: guard.stoppedCard.ref({ ...stopped, kinds: ['name-clinical'], alone: false }) },
  { of: 'fødselsnummer', card: guard.stoppedCard.ref({ ...stopped, kinds: ['national-id'], doubtful: false }, { left }) },
  {
    of: 'et skjema',
    card: guard.stoppedCard.ref(
      { ...stopped, kinds: ['phone-clinical'], standing: 'nowhere', inputs: ['question', 'answer'] },
      { left: { ...left, answer: 'Ring … i morgen.' }, rest: { entry: 'R12' } },
    ),
  },
  {
    of: 'lengst',
    card: guard.stoppedCard.ref({ ...stopped, kinds: [...PATIENT_KINDS] }, { left: { question: long(3_900) }, rest: { entry: long(200) } }),
    worst: true,
  },
  { of: 'på nytt', card: guard.askCard.ref({ bank: 'rph', notPatient: false, alone: true }) },
  { of: 'ikke om en pasient', card: guard.askCard.ref({ bank: 'rph', notPatient: true, alone: false }) },
];
