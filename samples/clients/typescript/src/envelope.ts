import { NotBelieved } from "./errors.js";

const TYPE = "application/vnd.gatehouse.client-version-policy.v1+json";
const LARGEST = 1 << 20;
const MOST_SIGNATURES = 16;
/** Bytes of one number of a P-256 signature. */
const HALF = 32;

/** Public keys in PEM, one or, during a rotation, two. */
export async function readKeys(pem: string): Promise<CryptoKey[]> {
  const keys: CryptoKey[] = [];
  for (const block of pem.matchAll(/-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]*)-----END PUBLIC KEY-----/g)) {
    const der = bytesOf(block[1]!.replace(/\s/g, ""));
    keys.push(await crypto.subtle.importKey("spki", der, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]));
  }
  if (keys.length === 0) {
    throw new Error("there is no public key in PEM");
  }
  return keys;
}

/** The payload, when one of the keys has signed it as a client version policy (DSSE v1, ECDSA P-256 with SHA-256). */
export async function openEnvelope(text: string, trusted: readonly CryptoKey[]): Promise<string> {
  if (text.length > LARGEST) {
    throw new NotBelieved("unreadable", "larger than 1 MiB");
  }
  let payload: Uint8Array;
  let signatures: Uint8Array[];
  let type: unknown;
  try {
    const json = JSON.parse(text);
    type = json.payloadType;
    payload = bytesOf(json.payload);
    signatures = json.signatures.map((signed: { sig: string }) => bytesOf(signed.sig));
  } catch {
    throw new NotBelieved("unreadable", "no whole envelope");
  }
  if (type !== TYPE) {
    throw new NotBelieved("forged", "signed as something else");
  }
  const head = new TextEncoder().encode(`DSSEv1 ${TYPE.length} ${TYPE} ${payload.length} `);
  const covered = new Uint8Array(head.length + payload.length);
  covered.set(head);
  covered.set(payload, head.length);
  for (const der of signatures.slice(0, MOST_SIGNATURES)) {
    const signature = fromDer(der);
    for (const key of signature ? trusted : []) {
      if (await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, signature!, covered)) {
        return new TextDecoder("utf-8", { fatal: true }).decode(payload);
      }
    }
  }
  throw new NotBelieved("forged", "not signed by the publisher");
}

/** Two numbers in ASN.1 DER as Web Crypto wants them: 32 bytes each. Nothing for what is no such signature. */
function fromDer(der: Uint8Array): Uint8Array | undefined {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) {
    return undefined;
  }
  const plain = new Uint8Array(2 * HALF);
  let at = 2;
  for (let half = 0; half < 2; half++) {
    const length = der[at + 1];
    if (der[at] !== 0x02 || length === undefined || length === 0 || at + 2 + length > der.length) {
      return undefined;
    }
    let number = der.subarray(at + 2, at + 2 + length);
    while (number.length > HALF && number[0] === 0) {
      number = number.subarray(1);
    }
    if (number.length > HALF) {
      return undefined;
    }
    plain.set(number, (half + 1) * HALF - number.length);
    at += 2 + length;
  }
  return at === der.length ? plain : undefined;
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
}
