import { openEnvelope, readKeys } from "./envelope.js";
import { NotBelieved } from "./errors.js";
import { Policy, Status, readPolicy, statusOf } from "./policy.js";
import { parseVersion } from "./version.js";

export { NotBelieved } from "./errors.js";
export type { Reason } from "./errors.js";
export type { Status } from "./policy.js";

/** Where an app keeps the last good document: localStorage, a file, a key-value store. */
export interface Storage {
  load(): Promise<string | undefined>;
  save(content: string): Promise<void>;
}

export interface Settings {
  /** Such as https://edge.example. */
  readonly edge: string;
  readonly app: string;
  readonly platform: string;
  readonly channel: string;
  /** Public keys of the publisher, built into the app. */
  readonly keysPem: string;
  readonly storage: Storage;
  /**
   * What to do when nothing that may be believed says anything: the app's own choice. "fail-open" locks nobody out in an
   * outage; "fail-closed" is for apps where an old version does more harm than that.
   */
  readonly whenUnknown: "fail-open" | "fail-closed";
  /** Milliseconds since 1970; for tests. */
  readonly now?: () => number;
}

export interface Answer {
  /** Nothing when no document counts. */
  readonly status?: Status;
  /** Whether the app may go on. */
  readonly mayRun: boolean;
  /** Whether the document has expired and counts only because the offline grace is not over. */
  readonly offline: boolean;
  readonly store?: string;
  readonly message: string;
}

const SKEW = 300_000;
const PATIENCE = 10_000;

/** The gate of one app: refresh() in the background now and then, decide() at start-up, which never waits for the network. */
export class VersionGate {
  private policy?: Policy;
  private confirmed = 0;

  private constructor(
    private readonly settings: Settings,
    private readonly keys: readonly CryptoKey[],
  ) {}

  /** A gate with what was saved at an earlier start. */
  static async open(settings: Settings): Promise<VersionGate> {
    const gate = new VersionGate(settings, await readKeys(settings.keysPem));
    await gate.restore();
    return gate;
  }

  /** Fetches the document and keeps it when it is to be believed; throws NotBelieved when it is not, and old things go on. */
  async refresh(): Promise<void> {
    const { edge, app, platform, channel } = this.settings;
    const address = `${edge}/v1/apps/${app}/${platform}/policy?channel=${channel}`;
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), PATIENCE);
    let envelope: string;
    try {
      const response = await fetch(address, { redirect: "error", signal: abort.signal });
      if (response.status !== 200) {
        throw new Error(`the edge answers ${response.status}`);
      }
      envelope = await response.text();
    } finally {
      clearTimeout(timer);
    }
    const fetched = await this.read(envelope);
    const now = this.now();
    if (fetched.expires <= now || fetched.issued > now + SKEW) {
      throw new NotBelieved("expired", "its time is over, or not come yet");
    }
    const before = this.policy;
    if (
      before &&
      (fetched.counter < before.counter || (fetched.counter === before.counter && fetched.issued < before.issued))
    ) {
      throw new NotBelieved("older", `counter ${fetched.counter} comes after counter ${before.counter}`);
    }
    this.policy = fetched;
    this.confirmed = now;
    await this.settings.storage.save(`${now}\n${envelope}`);
  }

  /** What holds for a version of this app, by the last good document. */
  decide(version: string, language = "en"): Answer {
    // a clock that was set back does not make an old document young
    const now = Math.max(this.now(), this.confirmed);
    const policy = this.policy;
    if (!policy || now >= Math.max(policy.expires, this.confirmed + policy.offlineGraceMillis)) {
      return { mayRun: this.settings.whenUnknown === "fail-open", offline: false, message: "" };
    }
    const status = statusOf(policy, parseVersion(version), now);
    const messages = policy.messages;
    return {
      status,
      mayRun: status !== "update-required" && status !== "blocked",
      offline: policy.expires <= now,
      store: policy.store,
      message: messages[language] ?? messages[language.split("-")[0]!] ?? messages["en"] ?? "",
    };
  }

  private now(): number {
    return this.settings.now ? this.settings.now() : Date.now();
  }

  private async read(envelope: string): Promise<Policy> {
    const policy = readPolicy(await openEnvelope(envelope, this.keys));
    const { app, platform, channel } = this.settings;
    if (policy.app !== app || policy.platform !== platform || policy.channel !== channel) {
      throw new NotBelieved("other-app", `signed for ${policy.app}/${policy.platform}`);
    }
    return policy;
  }

  /** What was saved is checked as if it came from the network: anybody could have written it. */
  private async restore(): Promise<void> {
    const saved = await this.settings.storage.load();
    const end = saved ? saved.indexOf("\n") : -1;
    if (!saved || end < 0) {
      return;
    }
    try {
      const policy = await this.read(saved.substring(end + 1));
      const time = Number(saved.substring(0, end));
      // its own word on when counts only as far as the document can bear it out
      this.confirmed = Number.isFinite(time) ? Math.min(time, policy.expires) : 0;
      this.policy = policy;
    } catch {
      this.policy = undefined;
    }
  }
}
