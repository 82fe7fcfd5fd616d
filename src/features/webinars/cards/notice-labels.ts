import { labelsOf } from '../../../core/labels.ts';
import * as buttons from './announcement-labels.ts';
import { evaluateWords } from './small-labels.ts';

const { join, notInterested, addToCalendar, updateCalendar, recording, materials } = buttons;

export const noticeLabels = labelsOf({
  moved: { nb: 'Ny tid', nn: 'Ny tid', en: 'New time' },
  otherPlace: { nb: 'Nytt sted eller ny lenke', nn: 'Ny stad eller ny lenkje', en: 'New place or new link' },
  cancelled: { nb: 'Avlyst', nn: 'Avlyst', en: 'Cancelled' },
  withdrawn: { nb: 'Kunngjøringen er trukket tilbake', nn: 'Kunngjeringa er trekt tilbake', en: 'The announcement has been taken back' },
  nothingToDo: {
    nb: 'Du trenger ikke gjøre noe. Har du lagt det i kalenderen, kan du slette det der.',
    nn: 'Du treng ikkje gjere noko. Har du lagt det i kalenderen, kan du slette det der.',
    en: 'There is nothing you need to do. If you put it in your calendar, you can delete it there.',
  },
  week: { nb: 'Påminnelse: om en uke', nn: 'Påminning: om ei veke', en: 'Reminder: in a week' },
  day: { nb: 'Påminnelse: i morgen', nn: 'Påminning: i morgon', en: 'Reminder: tomorrow' },
  hour: { nb: 'Påminnelse: begynner snart', nn: 'Påminning: byrjar snart', en: 'Reminder: starts soon' },
  channel: { nb: 'Påminnelse', nn: 'Påminning', en: 'Reminder' },
  recordingReady: { nb: 'Opptaket er klart', nn: 'Opptaket er klart', en: 'The recording is ready' },
  materialsReady: { nb: 'Materiellet er klart', nn: 'Materiellet er klart', en: 'The material is ready' },
  bothReady: { nb: 'Opptak og materiell er klart', nn: 'Opptak og materiell er klart', en: 'Recording and material are ready' },
  thanks: { nb: 'Takk for interessen', nn: 'Takk for interessa', en: 'Thank you for your interest' },
  join,
  notInterested,
  addToCalendar,
  updateCalendar,
  recording,
  materials,
  noReminders: { nb: 'Ikke flere påminnelser', nn: 'Ikkje fleire påminningar', en: 'No more reminders' },
  ...evaluateWords,
});
