package dev.gatehouse.jenkins.release;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.git.ReleaseCommit;
import dev.gatehouse.policy.git.TagPattern;
import dev.gatehouse.policy.train.ReleaseSettings;
import dev.gatehouse.policy.version.ClientVersion;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a candidate is made of in a workspace: the policy, the commit with its authors, and the files' digests. */
final class CandidateReading implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String policy;
    private final String commit;
    private final String product;
    private final String version;
    private final String artifacts;
    private final String floor;

    /** @param artifacts patterns with commas between them, such as {@code target/*.jar}; empty for no files */
    CandidateReading(String policy, String commit, String product, String version, String artifacts, String floor) {
        this.policy = policy;
        this.commit = commit;
        this.product = product;
        this.version = version;
        this.artifacts = artifacts;
        this.floor = floor;
    }

    /** @throws BadInput for a mistake in what is asked for or in the policy */
    Gathered in(Path folder) throws IOException {
        var text = WorkspaceText.read(folder, policy);
        var made = ReleaseCommit.read(
                folder, commit, tags(text), ClientVersion.parse(version).version());
        return new Gathered(text, made.id(), made.authors(), WorkspaceFiles.matching(folder, artifacts));
    }

    private TagPattern tags(String text) {
        @Nullable String named = product.isEmpty() ? null : product;
        return ReleaseSettings.find(GateRules.file(policy, text), GateRules.floor(floor))
                .map(settings -> settings.product(named).tags())
                .orElse(TagPattern.DEFAULT);
    }
}
