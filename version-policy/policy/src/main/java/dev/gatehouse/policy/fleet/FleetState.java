package dev.gatehouse.policy.fleet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.ledger.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every recorded look at the fleet. Filled by one thread, entry by entry. */
public final class FleetState {
    public static final String CHECKED = "fleet.checked";
    /** The newest payload shape that this build writes and reads. */
    public static final int VERSION = 1;

    private final List<FleetCheck> checks = new ArrayList<>();

    public void accept(Entry entry) {
        if (!entry.type().equals(CHECKED)) {
            return;
        }
        entry.refuseNewerThan(VERSION);
        var versions = new TreeMap<String, String>();
        entry.payload()
                .required("regions")
                .forEach(region -> versions.put(
                        region.required("name").asText(), region.path("version").asText("")));
        checks.add(new FleetCheck(entry.time(), entry.actor(), versions));
    }

    /** Oldest first. */
    public List<FleetCheck> checks() {
        return List.copyOf(checks);
    }

    /** What records a look; a region whose version is empty could not be asked. */
    public static Draft draft(String actor, Map<String, String> versions) {
        var payload = JsonNodeFactory.instance.objectNode();
        var regions = payload.putArray("regions");
        new TreeMap<>(versions).forEach((name, version) -> {
            var region = regions.addObject().put("name", name);
            if (!version.isEmpty()) {
                region.put("version", version);
            }
        });
        return new Draft(actor, CHECKED, VERSION, payload);
    }
}
