package dev.gatehouse.jenkins.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the real classes of Jenkins have, read from the listing in the test resources. */
final class Listing {
    private final Map<String, Type> types = new HashMap<>();

    record Member(String kind, String name, String descriptor, Set<String> access, boolean restricted) {}

    record Type(String name, List<String> supers, Set<String> access, boolean restricted, List<Member> members) {
        boolean isInterface() {
            return access.contains("interface");
        }
    }

    static Listing load() {
        var listing = new Listing();
        try (var in =
                Objects.requireNonNull(Listing.class.getResourceAsStream("/dev/gatehouse/jenkins/jenkins-api.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(new Reader(listing)::line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return listing;
    }

    @Nullable
    Type find(String name) {
        return types.get(name);
    }

    /** A type with all that it inherits from, itself first. */
    List<Type> family(String name) {
        var found = new ArrayList<Type>();
        var seen = new HashSet<String>();
        var open = new ArrayList<>(List.of(name));
        while (!open.isEmpty()) {
            var type = types.get(open.remove(0));
            if (type != null && seen.add(type.name())) {
                found.add(type);
                open.addAll(type.supers());
            }
        }
        return found;
    }

    Stream<Member> members(String type) {
        return family(type).stream().flatMap(one -> one.members().stream());
    }

    /** Reads line by line; members belong to the class before them. */
    private static final class Reader {
        private final Listing listing;
        private List<Member> members = new ArrayList<>();

        Reader(Listing listing) {
            this.listing = listing;
        }

        void line(String line) {
            if (line.startsWith("#")) {
                return;
            }
            var words = line.split("\t", -1)[0].split(" ", -1);
            boolean restricted = line.contains("NoExternalUse");
            if (words[0].equals("class")) {
                members = new ArrayList<>();
                var supers = new ArrayList<>(List.of(words[2]));
                supers.addAll(words[3].equals("-") ? List.of() : Arrays.asList(words[3].split(",", -1)));
                listing.types.put(words[1], new Type(words[1], supers, flags(words[4]), restricted, members));
            } else {
                members.add(new Member(words[0], words[1], words[2], flags(words[3]), restricted));
            }
        }

        private static Set<String> flags(String text) {
            return Set.of(text.split(",", -1));
        }
    }
}
