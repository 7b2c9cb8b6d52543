// Run by the server's tests: GOOD is a real edge, BAD a server that lies; KEYS is the publisher's PEM.
import assert from "node:assert/strict";
import { webcrypto } from "node:crypto";
import { VersionGate } from "../dist/index.js";

globalThis.crypto ??= webcrypto; // Node 18
const { GOOD, BAD, KEYS } = process.env;
const DAY = 86_400_000;

function memory(content) {
  return { content, async load() { return this.content; }, async save(saved) { this.content = saved; } };
}

function gate(edge, storage, whenUnknown = "fail-open", now = Date.now) {
  return VersionGate.open({
    edge, app: "shop", platform: "ios", channel: "stable", keysPem: KEYS, storage, whenUnknown, now,
  });
}

const storage = memory();
const good = await gate(GOOD, storage);
assert.equal(good.decide("4.3.0").status, undefined);
assert.equal(good.decide("4.3.0").mayRun, true);
assert.equal((await gate(GOOD, memory(), "fail-closed")).decide("4.3.0").mayRun, false);

await good.refresh();
const expected = {
  "4.3.0": "current", "4.3.0 (7)": "current", "4.2.0": "supported", "4.1.0": "update-recommended",
  "4.0.9": "update-required", "4.1.5": "blocked", "4.1.5.12": "blocked", "4.3.0-rc.1": "update-recommended",
};
for (const [version, status] of Object.entries(expected)) {
  assert.equal(good.decide(version).status, status, version);
}
assert.equal(good.decide("4.0.9", "de-AT").message, "Bitte aktualisieren");
assert.equal(good.decide("4.0.9").mayRun, false);

for (const [path, reason] of [["forged", "forged"], ["old", "older"], ["expired", "expired"], ["truncated", "unreadable"], ["other", "other-app"]]) {
  const misled = await gate(`${BAD}/${path}`, memory(storage.content));
  await assert.rejects(misled.refresh(), (e) => e.reason === reason, path);
  assert.equal(misled.decide("4.0.9").status, "update-required", `after ${path} the last good document goes on`);
}

// without a network: the saved document decides until the grace is over
const later = (days) => gate("http://127.0.0.1:9", memory(storage.content), "fail-closed", () => Date.now() + days * DAY);
assert.equal((await later(10)).decide("4.2.0").offline, true);
assert.equal((await later(10)).decide("4.3.0").mayRun, true);
assert.equal((await later(15)).decide("4.3.0").status, undefined);
assert.equal((await later(15)).decide("4.3.0").mayRun, false);

// a file that somebody wrote into the storage counts no more than one from the network
const tampered = await gate(GOOD, memory(storage.content.replace("payload", "pAyload")), "fail-closed");
assert.equal(tampered.decide("4.3.0").mayRun, false);
console.log("all as it should be");
