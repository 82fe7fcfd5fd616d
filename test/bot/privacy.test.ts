import assert from 'node:assert/strict';
import { pino } from 'pino';
import { edited, inTeam, openHouse, pressed, said, type TestHouse } from '../support/house.ts';

const MARKER = 'zyxmarkør';
const RPH = inTeam('19:team-rph');

describe('privacy', () => {
  const lines: string[] = [];
  let house: TestHouse;

  /** Everything that a person can type, with a word that stands nowhere else. */
  async function ask(level: string): Promise<void> {
    lines.length = 0;
    const log = pino({ level }, { write: (line: string) => lines.push(line) });
    house = await openHouse({ log });
    const message = said('kari', `Må vi ha psykolog i teamet ${MARKER}?`, { place: RPH });
    const press = (verb: string, data: object) => house.handle(pressed('kari', { verb, data: { bank: 'rph', ...data } }, { place: RPH }));
    await house.handle(message);
    await house.handle(edited('kari', `hvordan baker jeg ${MARKER}`, { place: RPH, id: message.id }));
    await house.handle(said('kari', `Hva gjør HF ${MARKER}?`, { place: RPH }));
    await press('handbook.narrow', { choice: 'helseforetak', question: `Hva gjør HF ${MARKER}?` });
    await press('handbook.narrow', { choice: MARKER, question: 'Hva gjør HF?' });
    await press('handbook.notHelpful', { entry: 'R12', reason: `fordi ${MARKER}` });
    await press('handbook.show', { entry: 'R12', more: MARKER });
    await press(`webinars.${MARKER}`, {});
    await house.handle(said('berit', `Hva koster det ${MARKER}?`));
    await house.handle(pressed('berit', { verb: 'admin.chooseBank', data: { bank: 'rph', question: `Hva koster det ${MARKER}?` } }));
    await house.handle(said('kari', `han vil ta livet sitt ${MARKER}`, { place: inTeam('19:team-rph', 't2') }));
    await house.handle(said('sara', `hei ${MARKER}`));
    await house.handle(said('kari', `${MARKER} `.repeat(400), { place: inTeam('19:team-rph', 't2') }));
    await house.handle(said('kari', '', { quoted: `sitat ${MARKER}`, place: inTeam('19:team-rph', 't2') }));
    const { text: _, hasFiles: _files, ...base } = said('kari', '', { place: RPH });
    await house.handle({ ...base, kind: 'query', commandId: 'handbook.search', query: MARKER });
  }
  afterEach(() => house.close());

  it('nothing of what was typed is stored', async () => {
    await ask('silent');
    const records = await house.records();
    assert.ok(records.filter(({ kind }) => kind === 'handled').length >= 15);
    const found = records.filter((record) => JSON.stringify(record).includes(MARKER));
    assert.deepEqual(
      found.map(({ kind }) => kind),
      [],
    );
  });

  it('no record of an answer, a gap or what a talk is about names the person', async () => {
    await ask('silent');
    const records = (await house.records()).filter(({ kind }) => ['shown', 'gap', 'subject', 'handled'].includes(kind));
    assert.ok(records.length > 10);
    assert.doesNotMatch(JSON.stringify(records), /kari|berit|Kari|Berit/);
  });

  for (const level of ['info', 'debug']) {
    it(`no line of the log at ${level} holds a text, a name or a person`, async () => {
      await ask(level);
      assert.ok(lines.length > 15);
      for (const line of lines) assert.doesNotMatch(line, new RegExp(`${MARKER}|psykolog|Kari|Berit|Sara|"(kari|berit|sara)"|29:`));
    });
  }

  it('of an inquiry nothing is in the log, and what was typed lies in the inquiry alone', async () => {
    lines.length = 0;
    house = await openHouse({ log: pino({ level: 'debug' }, { write: (line: string) => lines.push(line) }) });
    const press = (who: string, verb: string, data: object) =>
      house.handle(pressed(who, { verb: `inquiries.${verb}`, data: { bank: 'rph', inquiry: 'RPH-26-0001', ...data } }, { place: RPH }));
    const { inquiry: _, ...asked } = { inquiry: '', question: `Hva koster det ${MARKER}?`, topic: MARKER };
    await house.handle(said('kari', `spør rådgiver om ${MARKER}`, { place: RPH }));
    await house.handle(pressed('kari', { verb: 'inquiries.send', data: { bank: 'rph', ...asked } }, { place: RPH }));
    await press('roar', 'note', { text: `notat ${MARKER}` });
    await press('roar', 'askBack', { text: `Hvor mange ${MARKER}?` });
    await house.handle(said('kari', `Vi er sju ${MARKER}`, { place: RPH }));
    await press('kari', 'add', { text: `og ${MARKER}` });
    await press('roar', 'pass', { comment: `ikke ${MARKER}` });
    await press('roar', 'answer', { answer: `Det er gratis ${MARKER}` });
    await press('kari', 'rate', { rating: '4', comment: `fint ${MARKER}` });
    await press('kari', 'reopen', { text: `men ${MARKER}` });
    await press('roar', 'find', { text: MARKER });
    await press('roar', 'take', { inquiry: MARKER });
    await house.house.delivery.runAllDue();
    assert.ok(lines.length > 12);
    for (const line of lines) assert.doesNotMatch(line, new RegExp(`${MARKER}|Kari|Roar|"(kari|roar)"`));
    const found = (await house.records()).filter((record) => JSON.stringify(record).includes(MARKER));
    assert.deepEqual([...new Set(found.map(({ kind }) => kind))], ['inquiry']);
  });

  it('every turn is one line that says what it was and how long it took', async () => {
    await ask('info');
    const turns = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'turn');
    for (const { request, bank, feature, name, outcome, ms } of turns) {
      assert.ok(request && bank && feature && name && outcome && ms >= 0);
    }
    assert.ok(turns.some(({ feature, name }) => feature === 'guard' && name === 'acute'));
  });

  it('what is stored about a person goes when they ask for it, and what others gave stays', async () => {
    house = await openHouse();
    const press = (who: string, verb: string, data: object) => house.handle(pressed(who, { verb, data: { bank: 'rph', ...data } }));
    for (const who of ['kari', 'eli']) {
      await press(who, 'admin.setLocale', { locale: 'nn' });
      await press(who, 'handbook.helpful', { entry: 'R12' });
      await press(who, 'admin.forgetMe', {});
    }
    const records = await house.records();
    const about = (who: string) => records.filter(({ body, id }) => id === who || JSON.stringify(body).includes(`"${who}"`));
    assert.deepEqual(about('kari'), []);
    assert.deepEqual(
      about('eli').map(({ kind, body }) => [kind, body.locale]),
      [['person', null]],
    );
  });

  it('is shown: the name and the chat too', async () => {
    house = await openHouse();
    await house.handle(pressed('kari', { verb: 'admin.setLocale', data: { bank: 'rph', locale: 'nb' } }));
    const { reply } = await house.handle(said('kari', 'mine data'));
    assert.ok(reply.kind === 'show');
    assert.deepEqual(reply.card.data.facts, [
      { label: 'Navn', value: 'Kari Medlem' },
      { label: 'Chatten vår', value: 'adressen, så jeg kan nå deg der' },
      { label: 'Språk', value: 'bokmål' },
    ]);
  });

  it('goes all of it, however much it is', async () => {
    house = await openHouse();
    for (let from = 0; from < 250; from += 50) {
      const ratings = Array.from({ length: 50 }, (_, at) => ({
        ...{ op: 'put' as const, kind: 'rating', id: `r${from + at}` },
        body: { entry: `R${from + at}`, person: 'kari', helpful: true, reason: null, day: '2026-03-01' },
      }));
      await house.storage.commit('rph', ratings);
    }
    await house.handle(pressed('kari', { verb: 'admin.forgetMe', data: { bank: 'rph' } }));
    assert.deepEqual(
      (await house.records()).filter(({ kind }) => kind === 'rating'),
      [],
    );
  });

  it('who was forgotten can talk on, and be reached again', async () => {
    house = await openHouse();
    await house.handle(said('kari', 'hei'));
    await house.handle(pressed('kari', { verb: 'admin.forgetMe', data: { bank: 'rph' } }));
    assert.equal((await house.handle(said('kari', 'hei'))).sent.length, 1);
    const chat = (await house.records()).find(({ kind, id }) => kind === 'conversation' && id === 'chat-kari');
    assert.equal(chat?.body.aadId, 'kari');
  });
});
