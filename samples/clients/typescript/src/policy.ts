import { NotBelieved } from "./errors.js";
import { Version, compareVersions, covers, parseVersion } from "./version.js";

export type Status = "current" | "supported" | "update-recommended" | "update-required" | "blocked";

/** What the signed document says; times in milliseconds since 1970. */
export interface Policy {
  readonly app: string;
  readonly platform: string;
  readonly channel: string;
  readonly counter: number;
  readonly issued: number;
  readonly expires: number;
  readonly offlineGraceMillis: number;
  readonly minimum?: Version;
  readonly next?: { readonly version: Version; readonly at: number };
  readonly recommended?: Version;
  readonly latest?: Version;
  readonly supported: readonly Version[];
  readonly blocked: readonly Version[];
  readonly store?: string;
  readonly messages: Readonly<Record<string, string>>;
}

const DAY = 86_400_000;

export function readPolicy(payload: string): Policy {
  try {
    const json = JSON.parse(payload);
    if (!String(json.schemaVersion).startsWith("1.") || !Number.isSafeInteger(json.counter)) {
      throw new Error("a document of another shape");
    }
    const version = (text?: string) => (text === undefined ? undefined : parseVersion(text));
    const days = /^P([0-9]{1,4})D$/.exec(json.offlineGrace ?? "P0D");
    return {
      app: json.app,
      platform: json.platform,
      channel: json.channel,
      counter: json.counter,
      issued: time(json.issued),
      expires: time(json.expires),
      offlineGraceMillis: Number(days![1]) * DAY,
      minimum: version(json.minimum),
      next: json.nextMinimum && {
        version: parseVersion(json.nextMinimum.version),
        at: time(json.nextMinimum.at),
      },
      recommended: version(json.recommended),
      latest: version(json.latest),
      supported: (json.supported ?? []).map(parseVersion),
      blocked: (json.blocked ?? []).map(parseVersion),
      store: json.store,
      messages: json.messages ?? {},
    };
  } catch {
    throw new NotBelieved("unreadable", "signed, but no client version policy");
  }
}

export function statusOf(policy: Policy, version: Version, now: number): Status {
  if (policy.blocked.some((named) => covers(named, version))) {
    return "blocked";
  }
  const least = minimumAt(policy, now);
  if (least && compareVersions(version, least) < 0) {
    return "update-required";
  }
  if (isAtLeast(version, policy.latest) || isAtLeast(version, policy.recommended)) {
    return "current";
  }
  const next = policy.next;
  const ending = next !== undefined && next.at > now && compareVersions(version, next.version) < 0;
  const inWindow = policy.supported.length === 0 || policy.supported.some((named) => covers(named, version));
  return ending || !inWindow ? "update-recommended" : "supported";
}

/** An announced minimum counts from its date on, without a new document. */
function minimumAt(policy: Policy, now: number): Version | undefined {
  const next = policy.next;
  if (next && next.at <= now && (!policy.minimum || compareVersions(next.version, policy.minimum) > 0)) {
    return next.version;
  }
  return policy.minimum;
}

function isAtLeast(version: Version, least?: Version): boolean {
  return least !== undefined && compareVersions(version, least) >= 0;
}

function time(text: string): number {
  const millis = Date.parse(text);
  if (typeof text !== "string" || Number.isNaN(millis)) {
    throw new Error("no time");
  }
  return millis;
}
