package dev.gatehouse.policy.evidence;

/** What a statement of the bundle claims, with the predicate type that says how to read it. */
public enum Claim {
    /** The gate's verdict as a SLSA Verification Summary, version 1. */
    VERDICT("verdict", "https://slsa.dev/verification_summary/v1"),
    /** Every file of the bundle that is no statement, by digest: reports, policy, ledger. */
    CONTENTS("contents", "https://gatehouse.dev/evidence/contents/v1"),
    /** The bill of materials, CycloneDX. */
    SBOM("sbom", "https://cyclonedx.org/bom"),
    /** What was decided about known vulnerabilities, CycloneDX. */
    VEX("vex", "https://cyclonedx.org/vex"),
    /** What was decided about known vulnerabilities, OpenVEX 0.2.0. */
    OPENVEX("openvex", "https://openvex.dev/ns/v0.2.0"),
    /** How the tests went, in-toto test result 0.1. */
    TESTS("tests", "https://in-toto.io/attestation/test-result/v0.1"),
    /** Which release this is, in-toto release 0.1. */
    RELEASE("release", "https://in-toto.io/attestation/release/v0.1"),
    /** Who approved it, when and in which role. */
    APPROVALS("approvals", "https://gatehouse.dev/evidence/approvals/v1"),
    /** What the release calendar said of it. */
    CADENCE("cadence", "https://gatehouse.dev/evidence/cadence/v1"),
    /** The supported client versions before and after it. */
    SUPPORT_WINDOW("support-window", "https://gatehouse.dev/evidence/support-window/v1"),
    /** The ledger up to a checkpoint, and which entries are about this release. */
    LEDGER("ledger", "https://gatehouse.dev/evidence/ledger/v1");

    private final String label;
    private final String predicateType;

    Claim(String label, String predicateType) {
        this.label = label;
        this.predicateType = predicateType;
    }

    /** As file names and people have it. */
    public String label() {
        return label;
    }

    public String predicateType() {
        return predicateType;
    }

    /** The name of the envelope's file in the bundle. */
    public String file() {
        return "statements/" + label + ".intoto.json";
    }
}
