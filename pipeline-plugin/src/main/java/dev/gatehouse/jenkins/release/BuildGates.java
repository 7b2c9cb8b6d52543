package dev.gatehouse.jenkins.release;

import dev.gatehouse.jenkins.page.BuildPages;
import hudson.model.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A build's releases that were proposed, at {@code gatehouse-release/} below the build, each with a page of its own. */
@ExportedBean
public final class BuildGates extends BuildPages {
    private final List<GateRecord> gates = new ArrayList<>();

    /** Records a gate; a new proposal of the same version takes the place of the one before. */
    static void record(Run<?, ?> build, GateRecord gate) throws IOException {
        synchronized (build) {
            var action = build.getAction(BuildGates.class);
            if (action == null) {
                action = new BuildGates();
                action.put(gate);
                build.addAction(action);
            } else {
                action.put(gate);
            }
        }
        build.save();
    }

    static Optional<GateRecord> find(Run<?, ?> build, String id) {
        return Optional.ofNullable(build.getAction(BuildGates.class)).flatMap(action -> action.find(id));
    }

    @Exported(visibility = 2)
    public synchronized List<GateRecord> getGates() {
        return List.copyOf(gates);
    }

    synchronized void put(GateRecord gate) {
        gates.removeIf(other -> other.getId().equals(gate.getId()));
        gates.add(gate);
    }

    Optional<GateRecord> find(String id) {
        return getGates().stream().filter(gate -> gate.getId().equals(id)).findFirst();
    }

    /** The page of a gate. */
    public @Nullable GatePage getDynamic(String id) {
        return find(id).map(gate -> new GatePage(getRun(), gate)).orElse(null);
    }

    @Override
    public String getIconFileName() {
        return "symbol-ribbon";
    }

    @Override
    public String getDisplayName() {
        return "Release approval";
    }

    @Override
    public String getUrlName() {
        return "gatehouse-release";
    }
}
