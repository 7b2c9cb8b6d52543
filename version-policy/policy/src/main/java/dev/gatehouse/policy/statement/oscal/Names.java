package dev.gatehouse.policy.statement.oscal;

import dev.gatehouse.findings.text.NameUuid;
import dev.gatehouse.policy.statement.Proof;
import dev.gatehouse.policy.statement.Statement;

/**
 * The UUIDs of a document, version 5 (RFC 9562): what is written twice has the same, so that a tool sees the same again.
 * What was seen belongs to one moment; a risk is the same one as long as it is there.
 */
record Names(String product, String moment) {

    static Names of(Statement statement) {
        return new Names(statement.plan().product(), statement.created().toString());
    }

    String document() {
        return once("assessment-results");
    }

    String result() {
        return once("result");
    }

    String plan() {
        return always("plan");
    }

    String tool() {
        return always("tool");
    }

    String platform() {
        return always("platform");
    }

    String producer() {
        return always("producer");
    }

    String observation(String claim) {
        return once("observation/" + claim);
    }

    String scan() {
        return once("observation of the scan");
    }

    String finding(String claim) {
        return once("finding/" + claim);
    }

    String risk(String fingerprint) {
        return always("risk/" + fingerprint);
    }

    String resource(Proof proof) {
        return once("resource/%s/%s".formatted(proof.name(), proof.sha256()));
    }

    private String once(String what) {
        return NameUuid.of("oscal/%s/%s/%s".formatted(product, moment, what)).toString();
    }

    private String always(String what) {
        return NameUuid.of("oscal/%s/%s".formatted(product, what)).toString();
    }
}
