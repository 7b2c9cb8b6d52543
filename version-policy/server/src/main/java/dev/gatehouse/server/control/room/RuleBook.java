package dev.gatehouse.server.control.room;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.acceptance.Authority;
import dev.gatehouse.findings.acceptance.RiskAcceptance;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.config.YamlValue;
import dev.gatehouse.findings.policyfile.PolicyReader;
import dev.gatehouse.policy.release.ReleaseRules;
import dev.gatehouse.server.log.EventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules that hold, read again when a file has changed. A file that has become wrong is told to the operator, and the
 * rules before it go on.
 */
public final class RuleBook {
    private final Path policy;
    private final @Nullable Path floor;
    private final Clock clock;
    private final EventLog log;
    private Read read;
    private String stamp;

    /**
     * All that was read at once.
     *
     * @param policy without a section where there is no policy file
     * @param there whether there is a policy file at all
     * @param asksJira whether a release is to be checked in Jira, which builds do
     */
    public record Read(
            GatehouseFile policy,
            @Nullable GatehouseFile floor,
            ReleaseRules rules,
            List<Risk> risks,
            boolean there,
            boolean asksJira) {}

    /** An accepted risk, and whether the repository or the floor accepts it. */
    public record Risk(RiskAcceptance acceptance, Authority authority) {}

    /**
     * Reads the files; throws {@link BadInput} when one is wrong.
     *
     * @param policy need not be there: then no app is declared, and nothing can be released
     */
    public RuleBook(Path policy, @Nullable Path floor, Clock clock, EventLog log) {
        this.policy = policy;
        this.floor = floor;
        this.clock = clock;
        this.log = log;
        this.stamp = stampNow();
        this.read = readNow();
    }

    /** The rules as they are now. */
    public synchronized Read now() {
        var seen = stampNow();
        if (!seen.equals(stamp)) {
            stamp = seen;
            try {
                read = readNow();
                log.info("policy.read", Map.of("file", policy.toString()));
            } catch (BadInput no) {
                log.alarm("policy.not-read", Map.of("detail", String.valueOf(no.getMessage())));
            }
        }
        return read;
    }

    /** Where the policy file is, or is to be. */
    public Path file() {
        return policy;
    }

    private Read readNow() {
        boolean there = Files.exists(policy);
        var directory = policy.toAbsolutePath().getParent();
        var file = there
                ? GatehouseFile.read(policy)
                : GatehouseFile.parse(policy.toString(), directory == null ? policy : directory, "");
        var above = floor == null ? null : GatehouseFile.read(floor);
        var grants = new PolicyReader(clock).of(there ? file : null, above).grants();
        var risks = grants.stream()
                .flatMap(grant -> grant.acceptances().stream().map(risk -> new Risk(risk, grant.authority())))
                .toList();
        return new Read(file, above, ReleaseRules.read(file, above), risks, there, asksJira(file));
    }

    /** The rest of that section is the trackers' to read. */
    private static boolean asksJira(GatehouseFile file) {
        return file.section("trackers")
                .filter(YamlValue::isMap)
                .flatMap(trackers -> trackers.map().get("jira"))
                .filter(YamlValue::isMap)
                .flatMap(jira -> jira.map().get("release"))
                .isPresent();
    }

    private String stampNow() {
        return stamp(policy) + " " + (floor == null ? "" : stamp(floor));
    }

    private static String stamp(Path file) {
        try {
            FileTime time = Files.getLastModifiedTime(file);
            return time.toMillis() + ":" + Files.size(file);
        } catch (IOException none) {
            return "none";
        }
    }
}
