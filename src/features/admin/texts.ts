import type { Texts } from '../../core/locale.ts';

export const texts = {
  stranger: {
    nb: 'Jeg kjenner deg ikke igjen fra noen av ressursbankene. Be lederen din eller en administrator om å få bli med i Teams-rommet.',
    nn: 'Eg kjenner deg ikkje att frå nokon av ressursbankane. Be leiaren din eller ein administrator om å få bli med i Teams-rommet.',
    en: 'I don’t know you from any of the resource banks. Ask your leader or an administrator to be added to the Teams room.',
  },
  unbound: {
    nb: 'Dette rommet er ikke koblet til en ressursbank ennå. En administrator må gjøre det først.',
    nn: 'Dette rommet er ikkje kopla til ein ressursbank enno. Ein administrator må gjere det først.',
    en: 'This room is not connected to a resource bank yet. An administrator has to do that first.',
  },
  notInTeam: {
    nb: 'Dette gjøres i Teams-rommet det gjelder. Skriv «oppsett» til meg der.',
    nn: 'Dette gjer du i Teams-rommet det gjeld. Skriv «oppsett» til meg der.',
    en: 'This is done in the Teams room itself. Write “setup” to me there.',
  },
  unknownPerson: {
    nb: 'Jeg finner ikke personen. Ingenting er endret.',
    nn: 'Eg finn ikkje personen. Ingenting er endra.',
    en: 'I can’t find that person. Nothing has changed.',
  },
  localeSet: {
    nb: 'Fra nå av skriver jeg bokmål til deg.',
    nn: 'Frå no av skriv eg nynorsk til deg.',
    en: 'From now on I write English to you.',
  },
  onlyBank: {
    nb: 'Du er bare med i én ressursbank, så det er ingenting å bytte til.',
    nn: 'Du er berre med i éin ressursbank, så det er ingenting å byte til.',
    en: 'You are in one resource bank only, so there is nothing to switch to.',
  },
  switchInChat: {
    nb: 'I en kanal er det kanalens ressursbank som gjelder. Bytt i chatten med meg.',
    nn: 'I ein kanal er det ressursbanken til kanalen som gjeld. Byt i chatten med meg.',
    en: 'In a channel its own resource bank applies. Switch in your chat with me.',
  },
  forgotten: {
    nb: 'Det jeg hadde lagret om deg, er slettet.',
    nn: 'Det eg hadde lagra om deg, er sletta.',
    en: 'What I had stored about you is deleted.',
  },
  chatKept: {
    nb: 'adressen, så jeg kan nå deg der',
    nn: 'adressa, så eg kan nå deg der',
    en: 'its address, so that I can reach you there',
  },
  letterGone: {
    nb: 'Meldingen er alt sendt eller slettet.',
    nn: 'Meldinga er alt send eller sletta.',
    en: 'The message has already been sent or deleted.',
  },
  resent: {
    nb: 'Meldingen er lagt i kø og sendes på nytt.',
    nn: 'Meldinga er lagd i kø og blir send på nytt.',
    en: 'The message is queued and will be sent again.',
  },
  askOrWrite: {
    nb: 'Skriv «roller» og en del av navnet for å finne flere.',
    nn: 'Skriv «roller» og ein del av namnet for å finne fleire.',
    en: 'Write “roles” and part of a name to find more.',
  },
} satisfies Record<string, Texts>;

export const chosenText: Texts<[bank: string]> = {
  nb: (bank) => `Da svarer jeg fra ${bank}. Skriv spørsmålet ditt.`,
  nn: (bank) => `Då svarer eg frå ${bank}. Skriv spørsmålet ditt.`,
  en: (bank) => `Then I answer from ${bank}. Write your question.`,
};

export const boundElsewhereText: Texts<[bank: string]> = {
  nb: (bank) => `Teamet er koblet til ${bank}. Bare den som er administrator der også, kan flytte det. Ingenting er endret.`,
  nn: (bank) => `Teamet er kopla til ${bank}. Berre den som er administrator der òg, kan flytte det. Ingenting er endra.`,
  en: (bank) => `The team is connected to ${bank}. Only somebody who is an administrator there too can move it. Nothing has changed.`,
};

export const roleSetText: Texts<[name: string]> = {
  nb: (name) => `Rollen til ${name} er endret.`,
  nn: (name) => `Rolla til ${name} er endra.`,
  en: (name) => `The role of ${name} has been changed.`,
};

export const removedText: Texts<[bank: string]> = {
  nb: (bank) => `Jeg er tatt ut av et Teams-rom i ${bank}. Kortene mine der blir ikke lenger holdt oppdatert.`,
  nn: (bank) => `Eg er teken ut av eit Teams-rom i ${bank}. Korta mine der blir ikkje lenger haldne oppdaterte.`,
  en: (bank) => `I have been removed from a Teams room of ${bank}. My cards there are no longer kept up to date.`,
};

export const roleNames: Readonly<Record<string, Texts>> = {
  adviser: { nb: 'rådgiver', nn: 'rådgjevar', en: 'adviser' },
  editor: { nb: 'redaktør', nn: 'redaktør', en: 'editor' },
  coordinator: { nb: 'koordinator', nn: 'koordinator', en: 'coordinator' },
  reviewer: { nb: 'fagfelle', nn: 'fagfelle', en: 'peer reviewer' },
  admin: { nb: 'administrator', nn: 'administrator', en: 'administrator' },
};

export const labels = {
  locale: { nb: 'Språk', nn: 'Språk', en: 'Language' },
  bank: { nb: 'Valgt ressursbank', nn: 'Vald ressursbank', en: 'Chosen resource bank' },
  roles: { nb: 'Roller', nn: 'Roller', en: 'Roles' },
  rooms: { nb: 'Teams-rom', nn: 'Teams-rom', en: 'Teams rooms' },
  announceIn: { nb: 'Kunngjøringer', nn: 'Kunngjeringar', en: 'Announcements' },
  adviserChannel: { nb: 'Rådgivere', nn: 'Rådgjevarar', en: 'Advisers' },
  leaderChannel: { nb: 'Teamledere', nn: 'Teamleiarar', en: 'Team leaders' },
  editorChannel: { nb: 'Redaktører', nn: 'Redaktørar', en: 'Editors' },
  centreChannel: { nb: 'Senteret', nn: 'Senteret', en: 'The centre' },
  missing: { nb: 'ikke valgt', nn: 'ikkje vald', en: 'not chosen' },
  chosen: { nb: 'valgt', nn: 'vald', en: 'chosen' },
  guarded: { nb: 'Vernet siste 30 dager', nn: 'Vernet siste 30 dagar', en: 'The guard, last 30 days' },
  name: { nb: 'Navn', nn: 'Namn', en: 'Name' },
  chat: { nb: 'Chatten vår', nn: 'Chatten vår', en: 'Our chat' },
  email: { nb: 'E-post', nn: 'E-post', en: 'E-mail' },
} satisfies Record<string, Texts>;

/** What the guard did: how many texts it stopped, what was done then, and how many told of danger. */
export const guardedText: Texts<[done: Readonly<Record<'acute' | 'stopped' | 'removed' | 'notPatient', number>>]> = {
  nb: ({ acute, stopped, removed, notPatient }) =>
    `${stopped} stoppet (${removed} sendt uten opplysningene, ${notPatient} ikke om en pasient), ${acute} om fare`,
  nn: ({ acute, stopped, removed, notPatient }) =>
    `${stopped} stoppa (${removed} sende utan opplysningane, ${notPatient} ikkje om ein pasient), ${acute} om fare`,
  en: ({ acute, stopped, removed, notPatient }) =>
    `${stopped} stopped (${removed} sent without the details, ${notPatient} not about a patient), ${acute} about danger`,
};

export const localeNames = { nb: 'bokmål', nn: 'nynorsk', en: 'English' } as const;
