package dev.gatehouse.policy.release;

import java.util.List;

/** Who made a commit. */
public interface CommitAuthors {

    /** E-mail addresses and names of author and committer. */
    List<String> of(String commit);
}
