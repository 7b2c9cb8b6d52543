package dev.gatehouse.policy.edge;

import java.util.Optional;

/** The documents that are served. */
public interface Shelf {

    /** The document of an app, platform and channel; any texts may be asked for. */
    Optional<? extends Served> find(String app, String platform, String channel);
}
