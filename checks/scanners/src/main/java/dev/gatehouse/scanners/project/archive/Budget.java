package dev.gatehouse.scanners.project.archive;

/** What may still be unpacked of one archive with all that is nested in it. Used by one thread. */
public final class Budget {
    private final ArchiveLimits limits;
    private long spent;

    public Budget(ArchiveLimits limits) {
        this.limits = limits;
    }

    public ArchiveLimits limits() {
        return limits;
    }

    void spend(long bytes) throws ArchiveRefused {
        spent += bytes;
        if (spent > limits.totalBytes()) {
            throw ArchiveRefused.bomb("more than %,d MB come out of it".formatted(limits.totalBytes() >> 20));
        }
    }
}
