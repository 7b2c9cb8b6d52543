package dev.gatehouse.policy.git;

import dev.gatehouse.policy.version.SemVer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Reads loose and packed tags; only tags of the product are opened. */
final class TagReader {
    private final Repository repository;
    private final TagPattern pattern;

    TagReader(Repository repository, TagPattern pattern) {
        this.repository = repository;
        this.pattern = pattern;
    }

    VersionTags read() throws IOException {
        var tags = new ArrayList<VersionTag>();
        var others = new ArrayList<String>();
        try (var walk = new RevWalk(repository)) {
            walk.setRetainBody(true);
            for (var ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
                var name = ref.getName().substring(Constants.R_TAGS.length());
                if (pattern.claims(name)) {
                    var version = pattern.version(name);
                    var tag = version.isEmpty() ? Optional.<VersionTag>empty() : open(walk, ref, name, version.get());
                    tag.ifPresentOrElse(tags::add, () -> others.add(name));
                }
            }
        }
        return new VersionTags(tags, others);
    }

    /** Follows tags of tags; the time is that of the outermost one that tells. */
    private static Optional<VersionTag> open(RevWalk walk, Ref ref, String name, SemVer version) throws IOException {
        @Nullable Instant tagged = null;
        ObjectId id = ref.getObjectId();
        if (id == null) {
            return Optional.empty();
        }
        var object = walk.parseAny(id);
        boolean annotated = object instanceof RevTag;
        while (object instanceof RevTag tag) {
            var tagger = tag.getTaggerIdent();
            if (tagged == null && tagger != null) {
                tagged = tagger.getWhenAsInstant();
            }
            var tagOf = tag.getObject();
            // what a tag with a time is of need not be read, which spares half of the reading
            object = tagged == null || tagOf instanceof RevTag ? walk.parseAny(tagOf) : tagOf;
        }
        if (object instanceof RevCommit commit) {
            var time = tagged == null ? Instant.ofEpochSecond(commit.getCommitTime()) : tagged;
            return Optional.of(new VersionTag(name, version, commit.name(), time, annotated));
        }
        return Optional.empty();
    }
}
