package dev.gatehouse.policy.evidence;

/**
 * One thing that was looked at in a bundle.
 *
 * @param what its name: signatures, contents, artifact, ledger, candidate, verdict, tests, approvals, cadence,
 *     publication or support-window
 * @param holds false also when it could not be looked at
 * @param sentence what was found, in words
 */
public record Check(String what, boolean holds, String sentence) {
    static Check yes(String what, String sentence) {
        return new Check(what, true, sentence);
    }

    static Check no(String what, String sentence) {
        return new Check(what, false, sentence);
    }
}
