package dev.gatehouse.engine.protocol.sca;

import java.util.Map;

/**
 * Asks for a new database ({@code build-database}).
 *
 * @param feed directory of {@code *.json.gz} files in the shape of NVD JSON 2.0, read in order of their names; a later
 *     record of the same CVE replaces an earlier one
 * @param target an empty directory, or a server with an empty schema
 * @param properties kept in the database for whoever opens it, such as its digest
 */
public record BuildRequest(String feed, DatabaseAddress target, Map<String, String> properties) {
    public BuildRequest {
        properties = Map.copyOf(properties);
    }
}
