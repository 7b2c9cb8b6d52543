package dev.gatehouse.jenkins.release;

import dev.gatehouse.policy.release.Artifact;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What an agent tells of a workspace: texts only. */
final class Gathered implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String policy;
    private final String commit;

    @SuppressWarnings("serial") // an ArrayList of texts
    private final List<String> authors;

    @SuppressWarnings("serial") // an ArrayList of texts
    private final List<String> files;

    @SuppressWarnings("serial") // an ArrayList of texts
    private final List<String> digests;

    Gathered(String policy, String commit, List<String> authors, List<Artifact> artifacts) {
        this.policy = policy;
        this.commit = commit;
        this.authors = new ArrayList<>(authors);
        this.files = new ArrayList<>(artifacts.stream().map(Artifact::name).toList());
        this.digests = new ArrayList<>(artifacts.stream().map(Artifact::sha256).toList());
    }

    String policy() {
        return policy;
    }

    String commit() {
        return commit;
    }

    List<String> authors() {
        return authors;
    }

    List<Artifact> artifacts() {
        return IntStream.range(0, files.size())
                .mapToObj(i -> new Artifact(files.get(i), digests.get(i)))
                .toList();
    }
}
