package dev.gatehouse.jenkins.release;

import dev.gatehouse.jenkins.config.GatehouseConfiguration;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.Ledger;
import dev.gatehouse.policy.ledger.LedgerStore;
import dev.gatehouse.policy.release.ReleaseRules;
import dev.gatehouse.policy.release.ReleaseState;
import dev.gatehouse.policy.support.SupportPolicy;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;

/** The ledger in the controller's home, {@code gatehouse/ledger.log}: agents never write to it. */
@Extension
public final class ControllerLedger implements ExtensionPoint {
    private @Nullable Ledger<ReleaseState> ledger;

    static ControllerLedger get() {
        return ExtensionList.lookupSingleton(ControllerLedger.class);
    }

    /** Records a decision that is no release's. */
    public static Entry record(Draft draft) {
        return get().ledger().decide((state, now) -> draft);
    }

    /** Where the entries are. */
    public static LedgerStore store() {
        return get().ledger().store();
    }

    /** By what policy each track was published last. */
    public static TrackPolicies policies() {
        return new TrackPolicies(folder().resolve("policies"));
    }

    /** What a kept policy says of supported versions, with the organisation's floor of today under it. */
    public static SupportPolicy support(String policy) {
        return GateRules.read(
                        "the kept policy", policy, GatehouseConfiguration.get().getPolicyFloor())
                .support();
    }

    GateDesk desk() {
        return new GateDesk(ledger(), new JenkinsGroups(), Clock.systemUTC());
    }

    /** The rules that a gate is decided by: the build's, and the organisation's of today. */
    ReleaseRules rules(GateRecord gate) {
        return GateRules.read(
                gate.policyName(), gate.policy(), GatehouseConfiguration.get().getPolicyFloor());
    }

    /** Another text when somebody, also another process, has written to the ledger; cheap to ask for. */
    String stamp() {
        try {
            var attributes = Files.readAttributes(file(), BasicFileAttributes.class);
            return attributes.size() + " " + attributes.lastModifiedTime();
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file() {
        return folder().resolve("ledger.log");
    }

    /** One in a process, so that whoever writes knows what the others wrote. */
    private synchronized Ledger<ReleaseState> ledger() {
        if (ledger == null) {
            ledger = new Ledger<>(new FileLedger(file()), Clock.systemUTC(), ReleaseState::new, ReleaseState::accept);
        }
        return ledger;
    }

    private static Path folder() {
        return Jenkins.get().getRootDir().toPath().resolve("gatehouse");
    }
}
