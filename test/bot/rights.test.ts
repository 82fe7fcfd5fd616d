import assert from 'node:assert/strict';
import { inTeam, openHouse, pressed, said, type TestHouse, textsOf } from '../support/house.ts';

const STANDING = { stranger: 'sara', member: 'kari', adviser: 'roar', editor: 'eli', admin: 'ada' } as const;
type Stands = keyof typeof STANDING;
const RPH = inTeam('19:team-rph');
/** A room of the other bank, where none of them has a role in the bank that is asked about. */
const ELSEWHERE = inTeam('19:team-fact-ung');

const ALL: readonly Stands[] = ['stranger', 'member', 'adviser', 'editor', 'admin'];
const MEMBERS: readonly Stands[] = ['member', 'adviser', 'editor', 'admin'];
const EDITORS: readonly Stands[] = ['editor', 'admin'];
const ADMINS: readonly Stands[] = ['admin'];
const ADVISERS: readonly Stands[] = ['adviser', 'admin'];
const ORGANISERS: readonly Stands[] = ['adviser', 'editor', 'admin'];
const NO_TEAM = { team: 'none' };
const NO_WEBINAR = { webinar: 'none' };
const NO_INQUIRY = { inquiry: 'RPH-26-9999' };

const ACTIONS: readonly (readonly [verb: string, data: Record<string, string>, may: readonly Stands[]])[] = [
  ['handbook.show', { entry: 'R12' }, MEMBERS],
  ['handbook.narrow', { choice: 'helseforetak', question: 'Hva gjør HF?' }, MEMBERS],
  ['handbook.helpful', { entry: 'R12' }, MEMBERS],
  ['handbook.notHelpful', { entry: 'R12', reason: 'wrong' }, MEMBERS],
  ['handbook.share', { entry: 'R12' }, MEMBERS],
  ['admin.bindTeam', { form: 'true' }, ADMINS],
  ['admin.chooseBank', {}, MEMBERS],
  ['admin.roles', {}, ADMINS],
  ['admin.resend', { message: 'none' }, ADMINS],
  ['admin.feed', {}, ADMINS],
  ['admin.setLocale', { locale: 'nb' }, ALL],
  ['admin.forgetMe', {}, ALL],
  ['inquiries.compose', {}, MEMBERS],
  ['inquiries.send', {}, MEMBERS],
  ['inquiries.add', NO_INQUIRY, MEMBERS],
  ['inquiries.withdraw', NO_INQUIRY, MEMBERS],
  ['inquiries.reopen', NO_INQUIRY, MEMBERS],
  ['inquiries.rate', { ...NO_INQUIRY, rating: '3' }, MEMBERS],
  ['inquiries.tellSomeone', {}, MEMBERS],
  ['inquiries.notReply', {}, MEMBERS],
  ['inquiries.take', NO_INQUIRY, ADVISERS],
  ['inquiries.assign', NO_INQUIRY, ADVISERS],
  ['inquiries.pass', NO_INQUIRY, ADVISERS],
  ['inquiries.refer', NO_INQUIRY, ADVISERS],
  ['inquiries.askBack', NO_INQUIRY, ADVISERS],
  ['inquiries.note', NO_INQUIRY, ADVISERS],
  ['inquiries.tag', NO_INQUIRY, ADVISERS],
  ['inquiries.answer', NO_INQUIRY, ADVISERS],
  ['inquiries.close', NO_INQUIRY, ADVISERS],
  ['inquiries.desk', {}, ADVISERS],
  ['inquiries.find', {}, ADVISERS],
  ['inquiries.log', {}, ADVISERS],
  ['inquiries.away', {}, ADVISERS],
  ['inquiries.figures', {}, ADVISERS],
  ['inquiries.routes', {}, ADMINS],
  ['contacts.coverage', {}, ALL],
  ['contacts.find', {}, ALL],
  ['contacts.mine', {}, ALL],
  // Who may is asked where the team or the change is known: its own tests are beside the feature.
  ['contacts.show', NO_TEAM, ALL],
  ['contacts.save', NO_TEAM, ALL],
  ['contacts.confirm', NO_TEAM, ALL],
  ['contacts.undo', NO_TEAM, ALL],
  ['contacts.handOver', NO_TEAM, ALL],
  ['contacts.acceptHandOver', NO_TEAM, ALL],
  ['contacts.declineHandOver', NO_TEAM, ALL],
  ['contacts.edit', {}, ORGANISERS],
  ['contacts.consent', {}, ORGANISERS],
  ['contacts.approve', { change: 'none' }, ORGANISERS],
  ['contacts.reject', { change: 'none' }, ORGANISERS],
  ['contacts.merge', NO_TEAM, ORGANISERS],
  ['contacts.startCheck', {}, ORGANISERS],
  ['webinars.list', {}, MEMBERS],
  ['webinars.create', {}, ORGANISERS],
  ['webinars.preview', {}, ORGANISERS],
  ['webinars.publish', {}, ORGANISERS],
  ['webinars.repair', {}, ORGANISERS],
  // Who may is asked where the event is known: its own tests are beside the feature.
  ['webinars.copy', NO_WEBINAR, ALL],
  ['webinars.manage', NO_WEBINAR, ALL],
  ['webinars.reschedule', NO_WEBINAR, ALL],
  ['webinars.cancel', NO_WEBINAR, ALL],
  ['webinars.withdraw', NO_WEBINAR, ALL],
  ['webinars.wrapUp', NO_WEBINAR, ALL],
  ['webinars.show', NO_WEBINAR, ALL],
  ['webinars.ics', NO_WEBINAR, ALL],
  ['webinars.interested', NO_WEBINAR, ALL],
  ['webinars.notInterested', NO_WEBINAR, ALL],
  ['webinars.evaluate', NO_WEBINAR, ALL],
  ['webinars.reminders', { on: 'true' }, ALL],
];

const COMMANDS: readonly (readonly [words: string, may: readonly Stands[]])[] = [
  ['hjelp', ALL],
  ['språk', ALL],
  ['bytt bank', MEMBERS],
  ['mine data', ALL],
  ['slett mine data', ALL],
  ['roller', ADMINS],
  ['oppsett', ADMINS],
  ['ubesvart', EDITORS],
  ['spør rådgiver', MEMBERS],
  ['mine henvendelser', MEMBERS],
  ['status', ADVISERS],
  ['loggfør', ADVISERS],
  ['fravær', ADVISERS],
  ['tall', ADVISERS],
  ['kontakt', ALL],
  ['mitt team', MEMBERS],
  ['dekning', MEMBERS],
  ['webinarer', MEMBERS],
  ['nytt webinar', ORGANISERS],
];

describe('rights', () => {
  let house: TestHouse;
  before(async () => {
    house = await openHouse();
  });
  after(() => house.close());

  const isRefused = (text: string) =>
    /^(?:Bare den som har rollen|Bare redaktører og rådgivere|Bare senteret|Jeg kjenner deg ikke)/.test(text);

  it('every action is in the table', () => {
    const verbs = house.house.features.flatMap((feature) => feature.actions.map(({ verb }) => verb));
    assert.deepEqual(verbs.sort(), ACTIONS.map(([verb]) => verb).sort());
  });

  it('every command is in the table', () => {
    const words = house.house.features.flatMap((feature) => feature.commands.map((command) => command.words.nb[0]));
    assert.deepEqual(words.sort(), COMMANDS.map(([command]) => command).sort());
  });

  for (const [verb, data, may] of ACTIONS) {
    for (const stands of ALL) {
      it(`${verb} ${may.includes(stands) ? 'is for' : 'is not for'} ${stands}`, async () => {
        const { reply } = await house.handle(pressed(STANDING[stands], { verb, data: { bank: 'rph', ...data } }, { place: ELSEWHERE }));
        assert.equal(isRefused(textsOf(reply)), !may.includes(stands), textsOf(reply));
      });
    }
  }

  let thread = 0;
  for (const [words, may] of COMMANDS) {
    for (const stands of ALL) {
      it(`«${words}» ${may.includes(stands) ? 'is for' : 'is not for'} ${stands}`, async () => {
        const place = { kind: 'personal', conversationId: `chat-${++thread}` } as const;
        const { reply } = await house.handle(said(STANDING[stands], words, { place }));
        assert.equal(isRefused(textsOf(reply)), !may.includes(stands), textsOf(reply));
      });
    }
  }

  it('a refusal changes nothing but the mark', async () => {
    const kept = async () => (await house.records()).filter(({ kind }) => kind !== 'handled' && kind !== 'conversation');
    const before = await kept();
    await house.handle(
      pressed('kari', { verb: 'admin.roles', data: { bank: 'rph', person: 'kari', role: 'admin', give: 'true' } }, { place: RPH }),
    );
    assert.deepEqual(await kept(), before);
  });

  it('a role in one bank is none in another', async () => {
    for (const bank of ['fact-ung', 'fact-alle']) {
      const { reply } = await house.handle(pressed('ada', { verb: 'admin.roles', data: { bank } }, { place: RPH }));
      assert.ok(isRefused(textsOf(reply)));
    }
  });

  it('a room of another bank is moved by an admin of both alone', async () => {
    const move = async (who: 'ada' | 'boss') => {
      const bind = { verb: 'admin.bindTeam', data: { bank: 'rph' } };
      return textsOf((await both.handle(pressed(who, bind, { place: ELSEWHERE }))).reply);
    };
    const both = await openHouse({ env: { ADMINS: 'boss' } });
    try {
      assert.match(await move('ada'), /^Teamet er koblet til FACT ung-forum\. Bare .* Ingenting er endret\.$/);
      assert.equal((await both.house.bot.directory.bankOf(ELSEWHERE))?.id, 'fact-ung');
      await move('boss');
      assert.equal((await both.house.bot.directory.bankOf(ELSEWHERE))?.id, 'rph');
      assert.deepEqual((await both.house.bot.directory.bank('fact-ung'))?.teamsTeams, []);
    } finally {
      await both.close();
    }
  });

  it('being in the channel of the advisers gives no role', async () => {
    const place = { ...RPH, conversationId: '19:rph-radgivere;messageid=1', channelId: '19:rph-radgivere' };
    assert.ok(isRefused(textsOf((await house.handle(said('kari', 'ubesvart', { place }))).reply)));
  });

  const broken: readonly (readonly [what: string, verb: string, data: Record<string, unknown>, says: RegExp])[] = [
    ['a verb that nobody knows', 'webinars.party', { bank: 'rph' }, /^Denne knappen virker ikke lenger/],
    ['no verb', '', { bank: 'rph' }, /^Denne knappen virker ikke lenger/],
    ['data that lack the thing', 'handbook.show', { bank: 'rph' }, /^Kortet mangler noe/],
    ['an empty thing', 'handbook.show', { bank: 'rph', entry: '' }, /^Kortet mangler noe/],
    ['a thing of another kind', 'handbook.show', { bank: 'rph', entry: { id: 'R12' } }, /^Kortet mangler noe/],
    ['a value that is not offered', 'admin.setLocale', { bank: 'rph', locale: 'se' }, /^Kortet mangler noe/],
    ['a thing that is gone', 'handbook.show', { bank: 'rph', entry: 'R999' }, /tatt ut av håndboka/],
    ['a thing of another bank', 'handbook.show', { bank: 'rph', entry: 'F46' }, /tatt ut av håndboka/],
    ['a bank that is not there', 'handbook.show', { bank: 'nowhere', entry: 'R12' }, /^Kortet mangler noe/],
    ['a bank of another kind', 'handbook.show', { bank: ['rph'], entry: 'R12' }, /psykolog/],
    ['names that every object has', 'constructor', { bank: '__proto__' }, /^Kortet mangler noe/],
  ];
  for (const [what, verb, data, says] of broken) {
    it(`${what} is refused in one sentence`, async () => {
      const { reply, sent } = await house.handle(pressed('kari', { verb, data }, { place: RPH }));
      assert.match(reply.kind === 'show' ? JSON.stringify(reply.card.data) : textsOf(reply), says);
      assert.equal(sent.length, 0);
    });
  }
});
