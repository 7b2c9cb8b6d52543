package dev.gatehouse.scanners.project.archive;

import java.io.IOException;

/** An archive or an entry of it is not read further; the message is a clause that says why. */
public final class ArchiveRefused extends IOException {
    private static final long serialVersionUID = 1L;

    private final String kind;

    ArchiveRefused(String kind, String reason) {
        super(reason);
        this.kind = kind;
    }

    /** Short and stable: {@code unreadable-archive}, {@code encrypted-archive}, {@code zip-bomb}. */
    public String kind() {
        return kind;
    }

    static ArchiveRefused damaged(String reason) {
        return new ArchiveRefused("unreadable-archive", reason);
    }

    static ArchiveRefused bomb(String reason) {
        return new ArchiveRefused("zip-bomb", reason);
    }

    static ArchiveRefused encrypted(String reason) {
        return new ArchiveRefused("encrypted-archive", reason);
    }
}
