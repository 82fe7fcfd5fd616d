/** Hosts that Microsoft's connectors answer on. A domain with a leading dot takes its subdomains in. */
const MICROSOFT_HOSTS = [
  'smba.trafficmanager.net',
  '.botframework.com',
  '.botframework.us',
  '.botframework.azure.us',
  '.botframework.azure.cn',
  '.teams.microsoft.com',
  '.teams.microsoft.us',
];

/** Where the bot may send messages and, in a connector's case, its token. */
export interface ServiceUrlRule {
  /** Loopback alone: local mode. */
  readonly localOnly: boolean;
  /** Loopback beside Microsoft's: tests against a local issuer. */
  readonly loopbackToo: boolean;
}

function parseUrl(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}

/** True for http(s) URLs of this machine. */
export function isLoopbackUrl(url: string): boolean {
  const parsed = parseUrl(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return false;
  return parsed.hostname === 'localhost' || parsed.hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(parsed.hostname);
}

function isMicrosoftUrl(url: string): boolean {
  const parsed = parseUrl(url);
  if (parsed?.protocol !== 'https:' || parsed.port !== '' || parsed.username !== '' || parsed.password !== '') return false;
  return MICROSOFT_HOSTS.some((host) => (host.startsWith('.') ? parsed.hostname.endsWith(host) : parsed.hostname === host));
}

/** Whether a service URL may be talked to. */
export function mayTalkTo(serviceUrl: string, rule: ServiceUrlRule): boolean {
  if (isLoopbackUrl(serviceUrl)) return rule.localOnly || rule.loopbackToo;
  return !rule.localOnly && isMicrosoftUrl(serviceUrl);
}
