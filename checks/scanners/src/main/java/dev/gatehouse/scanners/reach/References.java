package dev.gatehouse.scanners.reach;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All classes that a project's own refer to, over any number of steps, and by which way. */
final class References {
    private static final String NOBODY = "";

    private final ClassPlaces places;
    /** A class that was reached, and the one that refers to it. */
    private final Map<String, String> from = new HashMap<>();

    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> unread = new HashSet<>();

    private References(ClassPlaces places) {
        this.places = places;
    }

    static References from(Collection<String> own, ClassPlaces places) throws IOException {
        var all = new References(places);
        own.forEach(name -> all.reach(name, NOBODY));
        all.follow();
        return all;
    }

    private void follow() throws IOException {
        var services = new HashMap<>(places.providers());
        Optional.ofNullable(services.remove("")).ifPresent(listed -> listed.forEach(name -> reach(name, NOBODY)));
        // services of the platform itself are asked for by code that nobody sees here
        services.forEach((service, listed) -> {
            if (!places.has(service)) {
                listed.forEach(name -> reach(name, NOBODY));
            }
        });
        while (!open.isEmpty()) {
            var name = open.pop();
            services.getOrDefault(name, List.of()).forEach(provider -> reach(provider, name));
            var bytes = places.bytes(name);
            if (bytes.isPresent()) {
                read(name, bytes.get());
            }
        }
    }

    @SuppressWarnings("CatchingUnchecked") // ASM tells of a broken class file by whatever its reading runs into
    private void read(String name, byte[] bytes) {
        try {
            ClassNames.in(bytes, places::has).forEach(other -> reach(other, name));
        } catch (RuntimeException e) {
            unread.add(name);
        }
    }

    private void reach(String name, String by) {
        if (places.has(name) && from.putIfAbsent(name, by) == null) {
            open.add(name);
        }
    }

    boolean reaches(String name) {
        return from.containsKey(name);
    }

    /** Classes that were reached and could not be read: what they refer to is not known. */
    Set<String> unread() {
        return Collections.unmodifiableSet(unread);
    }

    /** From a class of the project, or one that a service file names, to this one. */
    List<String> way(String name) {
        var way = new ArrayList<String>();
        for (var at = name; at != null && !at.equals(NOBODY); at = from.get(at)) {
            way.add(at.replace('/', '.'));
        }
        Collections.reverse(way);
        return way;
    }
}
