package dev.gatehouse.jenkins.outbox;

import dev.gatehouse.jenkins.config.CredentialLookup;
import dev.gatehouse.jenkins.config.GatehouseConfiguration;
import dev.gatehouse.jenkins.machine.NodeShell;
import dev.gatehouse.jenkins.release.ControllerLedger;
import dev.gatehouse.jenkins.release.GatePermissions;
import hudson.Extension;
import hudson.model.Computer;
import hudson.model.RootAction;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.StaplerProxy;

/**
 * {@code gatehouse-outbox/}: the outbox that all machines share, or the machines that have one each. Only for those who may
 * see what waits: it names weaknesses.
 */
@Extension
public final class OutboxPages implements RootAction, StaplerProxy {
    static final String SHARED = "shared";
    static final String CONTROLLER = "controller";
    private static final String AGENT = "agent-";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Override
    public @Nullable String getIconFileName() {
        return isAllowed() ? "symbol-mail-outline" : null;
    }

    @Override
    public @Nullable String getDisplayName() {
        return isAllowed() ? "Gatehouse outbox" : null;
    }

    @Override
    public String getUrlName() {
        return "gatehouse-outbox";
    }

    @Override
    public Object getTarget() {
        Jenkins.get().checkPermission(GatePermissions.OUTBOX);
        return this;
    }

    /** Whether one database serves all machines. */
    public boolean isShared() {
        return GatehouseConfiguration.get().outbox().isDatabase();
    }

    /** The agents that are connected, by name; the controller has a page of its own. */
    public List<String> getAgents() {
        return Arrays.stream(Jenkins.get().getComputers())
                .filter(Computer::isOnline)
                .map(Computer::getName)
                .filter(name -> !name.isEmpty())
                .sorted()
                .toList();
    }

    /** The page of one outbox. */
    public @Nullable OutboxPage getDynamic(String name) throws IOException {
        return find(name).orElse(null);
    }

    private Optional<OutboxPage> find(String name) throws IOException {
        if (isShared()) {
            return name.equals(SHARED)
                    ? Optional.of(page("Outbox of all builds", NodeShell.controller(LIMIT)))
                    : Optional.empty();
        }
        if (name.equals(CONTROLLER)) {
            return Optional.of(page("Outbox of the controller", NodeShell.controller(LIMIT)));
        }
        var agent = name.startsWith(AGENT) ? name.substring(AGENT.length()) : "";
        return getAgents().contains(agent)
                ? Optional.of(page("Outbox of the agent " + agent, NodeShell.agent(agent, LIMIT)))
                : Optional.empty();
    }

    private static OutboxPage page(String title, NodeShell shell) throws IOException {
        var outbox = GatehouseConfiguration.get().outbox();
        return new OutboxPage(
                title,
                new RemoteOutbox(shell, outbox.open(), outbox.secrets(CredentialLookup.ofJenkins())),
                ControllerLedger::record);
    }

    private static boolean isAllowed() {
        return Jenkins.get().hasPermission(GatePermissions.OUTBOX);
    }
}
