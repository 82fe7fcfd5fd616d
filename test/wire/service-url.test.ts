import assert from 'node:assert/strict';
import { isLoopbackUrl, mayTalkTo } from '../../src/wire/service-url.ts';

describe('service URLs', () => {
  const local = { localOnly: true, loopbackToo: false };
  const cloud = { localOnly: false, loopbackToo: false };
  const tests = { localOnly: false, loopbackToo: true };

  for (const url of ['http://127.0.0.1:1/', 'http://localhost:56150/_connector', 'http://[::1]:80', 'https://127.9.9.9/']) {
    it(`knows ${url} for this machine`, () => {
      assert.equal(isLoopbackUrl(url), true);
      assert.deepEqual([mayTalkTo(url, local), mayTalkTo(url, cloud), mayTalkTo(url, tests)], [true, false, true]);
    });
  }

  for (const url of [
    'https://smba.trafficmanager.net/emea/11111111-2222-4333-8444-555555555555/',
    'https://europe.webchat.botframework.com/',
    'https://smba.infra.gcc.teams.microsoft.com/teams',
    'https://smba.infra.gov.teams.microsoft.us/',
    'https://pilot.botframework.azure.us/',
  ]) {
    it(`knows ${url} for Microsoft’s`, () => {
      assert.deepEqual([mayTalkTo(url, local), mayTalkTo(url, cloud), mayTalkTo(url, tests)], [false, true, true]);
    });
  }

  for (const url of [
    'http://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/',
    'https://other.trafficmanager.net/',
    'https://x.smba.trafficmanager.net/',
    'https://smba.trafficmanager.net.example.no/',
    'https://evilbotframework.com/',
    'https://botframework.com.example.no/',
    'https://smba.trafficmanager.net@example.no/',
    'https://user:pass@smba.trafficmanager.net/',
    'http://127.0.0.1.example.no/',
    'http://localhost.example.no/',
    'http://0.0.0.0/',
    'http://169.254.169.254/',
    'ftp://localhost/',
    'file:///etc/hosts',
    'localhost',
    '',
  ]) {
    it(`talks to ${url || 'nothing'} in no mode`, () => {
      assert.deepEqual([mayTalkTo(url, local), mayTalkTo(url, cloud), mayTalkTo(url, tests)], [false, false, false]);
    });
  }
});
