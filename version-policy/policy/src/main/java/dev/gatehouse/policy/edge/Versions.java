package dev.gatehouse.policy.edge;

import dev.gatehouse.policy.version.ClientVersion;
import java.util.Optional;

/** Reads the versions that clients say they are. */
public final class Versions {
    private Versions() {}

    /** Any shape that policy knows; where a form has written spaces as plus signs, that is taken back. */
    public static Optional<ClientVersion> read(String text) {
        var plain = ClientVersion.find(text.strip());
        return plain.isPresent() || text.indexOf('+') < 0
                ? plain
                : ClientVersion.find(text.replace('+', ' ').strip());
    }
}
