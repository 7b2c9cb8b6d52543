// Verifies DSSE envelopes of in-toto statements, written after the specifications of DSSE 1.0 and in-toto Statement v1
// alone: it shares nothing with Gatehouse, not even the language. Usage: node verify-dsse.mjs PUB.pem ENVELOPE...
// Prints a line for each envelope; ends with 1 when one is not to be believed.
import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [, , keyFile, ...files] = process.argv;
const key = createPublicKey(readFileSync(keyFile));
const utf8 = new TextDecoder('utf-8', { fatal: true });

// PAE(type, body) = "DSSEv1" SP LEN(type) SP type SP LEN(body) SP body; lengths are of bytes, in decimal
function pae(type, body) {
  const typeBytes = Buffer.from(type, 'utf8');
  return Buffer.concat([
    Buffer.from(`DSSEv1 ${typeBytes.length} `), typeBytes, Buffer.from(` ${body.length} `), body]);
}

function check(file) {
  const envelope = JSON.parse(utf8.decode(readFileSync(file)));
  if (envelope.payloadType !== 'application/vnd.in-toto+json') {
    throw new Error(`payload type ${envelope.payloadType}`);
  }
  const body = Buffer.from(envelope.payload, 'base64');
  const signed = pae(envelope.payloadType, body);
  const believed = envelope.signatures.some(
    (one) => verify('sha256', signed, { key, dsaEncoding: 'der' }, Buffer.from(one.sig, 'base64')));
  if (!believed) {
    throw new Error('no signature of this key');
  }
  const statement = JSON.parse(utf8.decode(body));
  if (statement._type !== 'https://in-toto.io/Statement/v1') {
    throw new Error(`statement type ${statement._type}`);
  }
  if (!Array.isArray(statement.subject) || statement.subject.length === 0
      || statement.subject.some((one) => !/^[0-9a-f]{64}$/.test(one.digest?.sha256 ?? ''))) {
    throw new Error('no subjects with digests');
  }
  return statement.predicateType;
}

let failed = false;
for (const file of files) {
  try {
    console.log(`ok ${check(file)}`);
  } catch (e) {
    failed = true;
    console.log(`FAIL ${e.message}`);
  }
}
process.exit(failed ? 1 : 0);
