package dev.gatehouse.jenkins.release;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.file.AtomicFile;
import dev.gatehouse.policy.support.Track;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The policy by which each track was published last, a file a track: agents and their workspaces come and go, and apps ask
 * meanwhile. A policy counts for its own track only, whatever else it declares.
 */
public final class TrackPolicies {
    private static final String END = ".yml";
    /** No name of a track has it. */
    private static final String BETWEEN = "~";

    private final Path folder;

    public TrackPolicies(Path folder) {
        this.folder = folder;
    }

    /** Keeps it. */
    public void put(Track track, String policy) throws IOException {
        var name = String.join(BETWEEN, track.app(), track.platform(), track.channel()) + END;
        Files.createDirectories(folder);
        AtomicFile.write(folder.resolve(name), out -> out.write(policy.getBytes(StandardCharsets.UTF_8)));
    }

    /** All of them; what is no track's file is passed by. */
    public Map<Track, String> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }
        var policies = new TreeMap<Track, String>(java.util.Comparator.comparing(Track::toString));
        try (var files = Files.newDirectoryStream(folder, "*" + END)) {
            for (var file : files) {
                var name = String.valueOf(file.getFileName());
                var parts = name.substring(0, name.length() - END.length()).split(BETWEEN, -1);
                if (parts.length == 3) {
                    policies.put(track(file, parts), Files.readString(file));
                }
            }
        }
        return policies;
    }

    private static Track track(Path file, String[] parts) throws IOException {
        try {
            return new Track(parts[0], parts[1], parts[2]);
        } catch (BadInput e) {
            throw new IOException(file + ": is named as no track is", e);
        }
    }
}
