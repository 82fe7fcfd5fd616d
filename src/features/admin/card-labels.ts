import { labelsOf } from '../../core/labels.ts';

export const helpLabels = labelsOf({
  heading: { nb: 'Slik bruker du meg', nn: 'Slik brukar du meg', en: 'How to use me' },
  ask: {
    nb: 'Skriv spørsmålet ditt med egne ord, så ser jeg etter svaret i håndboka.',
    nn: 'Skriv spørsmålet ditt med eigne ord, så ser eg etter svaret i handboka.',
    en: 'Ask in your own words, and I will look for the answer in the handbook.',
  },
  examples: { nb: 'For eksempel', nn: 'Til dømes', en: 'For example' },
  commands: { nb: 'Du kan også skrive', nn: 'Du kan òg skrive', en: 'You can also write' },
  private: {
    nb: 'Skriv aldri noe som kan kjennes igjen om en bruker.',
    nn: 'Skriv aldri noko som kan kjennast att om ein brukar.',
    en: 'Never write anything that could identify a service user.',
  },
});

export const welcomeLabels = labelsOf({
  hello: { nb: 'Hei. Jeg hjelper til i', nn: 'Hei. Eg hjelper til i', en: 'Hello. I help out in' },
  ask: {
    nb: 'Spør meg om det du lurer på. Jeg svarer fra håndboka og sier fra når svaret ikke står der.',
    nn: 'Spør meg om det du lurer på. Eg svarer frå handboka og seier frå når svaret ikkje står der.',
    en: 'Ask me what you wonder about. I answer from the handbook, and say so when the answer is not there.',
  },
  inTeam: {
    nb: 'I en kanal: skriv @ og navnet mitt først, så spørsmålet.',
    nn: 'I ein kanal: skriv @ og namnet mitt først, så spørsmålet.',
    en: 'In a channel: write @ and my name first, then the question.',
  },
  inChat: { nb: 'Her skriver du bare spørsmålet.', nn: 'Her skriv du berre spørsmålet.', en: 'Here you just write the question.' },
  examples: { nb: 'For eksempel', nn: 'Til dømes', en: 'For example' },
  help: {
    nb: 'Skriv «hjelp» for å se alt jeg kan. Skriv aldri noe som kan kjennes igjen om en bruker.',
    nn: 'Skriv «hjelp» for å sjå alt eg kan. Skriv aldri noko som kan kjennast att om ein brukar.',
    en: 'Write “help” to see all I can do. Never write anything that could identify a service user.',
  },
});

export const chooseBankLabels = labelsOf({
  heading: { nb: 'Hvilken ressursbank gjelder det?', nn: 'Kva ressursbank gjeld det?', en: 'Which resource bank is this about?' },
  kept: {
    nb: 'Jeg husker valget. Skriv «bytt bank» når du vil endre det.',
    nn: 'Eg hugsar valet. Skriv «byt bank» når du vil endre det.',
    en: 'I will remember. Write “switch bank” to change it.',
  },
});

export const bindLabels = labelsOf({
  heading: { nb: 'Koble teamet til en ressursbank', nn: 'Kople teamet til ein ressursbank', en: 'Connect this team to a resource bank' },
  bank: {
    nb: 'Hvilken ressursbank hører dette Teams-teamet til?',
    nn: 'Kva ressursbank høyrer dette Teams-teamet til?',
    en: 'Which resource bank does this Teams team belong to?',
  },
  bankRequired: { nb: 'Velg en ressursbank.', nn: 'Vel ein ressursbank.', en: 'Please choose a resource bank.' },
  optional: {
    nb: 'Kanalene kan du la stå åpne og velge senere.',
    nn: 'Kanalane kan du la stå opne og velje seinare.',
    en: 'You can leave the channels open and choose them later.',
  },
  announceIn: { nb: 'Kanal for kunngjøringer', nn: 'Kanal for kunngjeringar', en: 'Channel for announcements' },
  adviserChannel: { nb: 'Kanal for rådgiverne', nn: 'Kanal for rådgjevarane', en: 'Channel for advisers' },
  leaderChannel: { nb: 'Kanal for teamlederne', nn: 'Kanal for teamleiarane', en: 'Channel for team leaders' },
  editorChannel: { nb: 'Kanal for redaktørene', nn: 'Kanal for redaktørane', en: 'Channel for editors' },
  centreChannel: { nb: 'Kanal for senteret', nn: 'Kanal for senteret', en: 'Channel for the centre' },
  none: { nb: 'Ingen kanal', nn: 'Ingen kanal', en: 'No channel' },
  save: { nb: 'Lagre', nn: 'Lagre', en: 'Save' },
  done: { nb: 'Teamet er koblet til', nn: 'Teamet er kopla til', en: 'The team is connected to' },
});

export const setupLabels = labelsOf({
  heading: { nb: 'Oppsett for', nn: 'Oppsett for', en: 'Set-up of' },
  undelivered: { nb: 'Kom ikke fram', nn: 'Kom ikkje fram', en: 'Not delivered' },
  to: { nb: 'Til', nn: 'Til', en: 'To' },
  resend: { nb: 'Send på nytt', nn: 'Send på nytt', en: 'Send again' },
  bind: { nb: 'Koble teamet', nn: 'Kople teamet', en: 'Connect team' },
  roles: { nb: 'Roller', nn: 'Roller', en: 'Roles' },
  routes: { nb: 'Fordeling', nn: 'Fordeling', en: 'Routes' },
  feed: { nb: 'Kalender', nn: 'Kalender', en: 'Calendar' },
});

export const feedLabels = labelsOf({
  heading: { nb: 'Åpen kalender for', nn: 'Open kalender for', en: 'Public calendar of' },
  on: {
    nb: 'Kalenderen er slått på. Alle som har adressen, kan abonnere på den.',
    nn: 'Kalenderen er slått på. Alle som har adressa, kan abonnere på han.',
    en: 'The calendar is on. Anyone who has the address can subscribe to it.',
  },
  off: {
    nb: 'Kalenderen er slått av. Ingen kan abonnere på den.',
    nn: 'Kalenderen er slått av. Ingen kan abonnere på han.',
    en: 'The calendar is off. Nobody can subscribe to it.',
  },
  contains: {
    nb: 'Den viser de åpne arrangementene i ressursbanken. Arrangementer for teamledere og møtelenker er aldri med.',
    nn: 'Han viser dei opne arrangementa i ressursbanken. Arrangement for teamleiarar og møtelenkjer er aldri med.',
    en: 'It shows the open events of the resource bank. Events for team leaders and meeting links are never in it.',
  },
  noAddress: {
    nb: 'Adressen kan ikke vises ennå. Be den som drifter meg om å sette PUBLIC_URL.',
    nn: 'Adressa kan ikkje visast enno. Be den som driftar meg om å setje PUBLIC_URL.',
    en: 'The address cannot be shown yet. Ask whoever runs me to set PUBLIC_URL.',
  },
  turnOn: { nb: 'Slå på', nn: 'Slå på', en: 'Turn on' },
  turnOff: { nb: 'Slå av', nn: 'Slå av', en: 'Turn off' },
});

export const rolesLabels = labelsOf({
  heading: { nb: 'Roller i', nn: 'Roller i', en: 'Roles in' },
  nobody: { nb: 'Ingen har en rolle ennå.', nn: 'Ingen har ei rolle enno.', en: 'Nobody has a role yet.' },
  name: { nb: 'Navn', nn: 'Namn', en: 'Name' },
  has: { nb: 'Rolle', nn: 'Rolle', en: 'Role' },
  change: { nb: 'Endre en rolle', nn: 'Endre ei rolle', en: 'Change a role' },
  person: { nb: 'Hvem?', nn: 'Kven?', en: 'Who?' },
  personRequired: { nb: 'Velg en person.', nn: 'Vel ein person.', en: 'Please choose a person.' },
  role: { nb: 'Hvilken rolle?', nn: 'Kva rolle?', en: 'Which role?' },
  roleRequired: { nb: 'Velg en rolle.', nn: 'Vel ei rolle.', en: 'Please choose a role.' },
  adviser: { nb: 'rådgiver', nn: 'rådgjevar', en: 'adviser' },
  editor: { nb: 'redaktør', nn: 'redaktør', en: 'editor' },
  coordinator: { nb: 'koordinator', nn: 'koordinator', en: 'coordinator' },
  reviewer: { nb: 'fagfelle', nn: 'fagfelle', en: 'peer reviewer' },
  admin: { nb: 'administrator', nn: 'administrator', en: 'administrator' },
  region: { nb: 'Gjelder det én region?', nn: 'Gjeld det éin region?', en: 'Only one region?' },
  everywhere: { nb: 'Alle regioner', nn: 'Alle regionar', en: 'All regions' },
  north: { nb: 'nord', nn: 'nord', en: 'north' },
  middle: { nb: 'midt', nn: 'midt', en: 'central' },
  west: { nb: 'vest', nn: 'vest', en: 'west' },
  east: { nb: 'øst', nn: 'aust', en: 'east' },
  south: { nb: 'sør', nn: 'sør', en: 'south' },
  give: { nb: 'Gi eller ta bort?', nn: 'Gi eller ta bort?', en: 'Give or take away?' },
  giveTitle: {
    nb: 'Gi rollen. Fjern haken for å ta den bort.',
    nn: 'Gi rolla. Fjern haken for å ta ho bort.',
    en: 'Give the role. Untick to take it away.',
  },
  save: { nb: 'Lagre', nn: 'Lagre', en: 'Save' },
});

export const localeLabels = labelsOf({
  heading: { nb: 'Hvilket språk vil du ha svar på?', nn: 'Kva språk vil du ha svar på?', en: 'Which language would you like?' },
  now: { nb: 'Nå bruker jeg bokmål.', nn: 'No brukar eg nynorsk.', en: 'I am using English now.' },
  handbook: {
    nb: 'Svarene i håndboka står på det språket de er skrevet på.',
    nn: 'Svara i handboka står på det språket dei er skrivne på.',
    en: 'Answers from the handbook stay in the language they were written in.',
  },
});

export const personalDataLabels = labelsOf({
  heading: { nb: 'Dette har jeg lagret om deg', nn: 'Dette har eg lagra om deg', en: 'What I have stored about you' },
  nothing: { nb: 'Ingenting.', nn: 'Ingenting.', en: 'Nothing.' },
  forget: { nb: 'Slett mine data', nn: 'Slett mine data', en: 'Delete my data' },
});

export const forgetLabels = labelsOf({
  heading: { nb: 'Vil du slette dataene dine?', nn: 'Vil du slette dataa dine?', en: 'Delete your data?' },
  goes: {
    nb: 'Dette blir slettet: språket og ressursbanken du har valgt, tilbakemeldingene dine på svar, henvendelsene dine og samtalen jeg kan nå deg i. Åpne henvendelser blir trukket tilbake.',
    nn: 'Dette blir sletta: språket og ressursbanken du har valt, tilbakemeldingane dine på svar, førespurnadene dine og samtalen eg kan nå deg i. Opne førespurnader blir trekte tilbake.',
    en: 'This is deleted: the language and resource bank you chose, your feedback on answers, your inquiries, and the chat where I can reach you. Open inquiries are withdrawn.',
  },
  stays: {
    nb: 'Dette blir stående: rollene du har fått av en administrator, svar du har skrevet i håndboka, og tall uten navn.',
    nn: 'Dette blir ståande: rollene du har fått av ein administrator, svar du har skrive i handboka, og tal utan namn.',
    en: 'This stays: roles an administrator has given you, answers you have written in the handbook, and figures without names.',
  },
  final: { nb: 'Det kan ikke angres.', nn: 'Det kan ikkje angrast.', en: 'It cannot be undone.' },
  confirm: { nb: 'Slett nå', nn: 'Slett no', en: 'Delete now' },
});
