package dev.gatehouse.policy.release;

import dev.gatehouse.policy.version.SemVer;
import java.time.Instant;
import java.util.List;

/** The calendar's word on publishing a version now. */
public interface PublishingWindow {

    /** Why {@code version} may not be published at {@code now}, a sentence each; none when it may. */
    List<String> objections(SemVer version, Instant now);
}
