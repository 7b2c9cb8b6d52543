package dev.gatehouse.engine.sast.triage.reach;

import dev.gatehouse.engine.sast.triage.walk.ProgramFiles;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * The calls of a module. A call may mean every method of that name and descriptor above and below the class that it
 * names (class hierarchy analysis); methods that a framework or the platform calls on an object are taken to be called
 * once there is one.
 */
public final class CallGraph {
    /** Larger modules are not looked through: the notes are kept in memory. */
    private static final int MOST_CLASSES = 20_000;

    private static final Set<String> CALLED_BY_THE_PLATFORM = Set.of(
            "readObject",
            "writeObject",
            "readObjectNoData",
            "readResolve",
            "writeReplace",
            "readExternal",
            "writeExternal",
            "finalize");

    private final Map<String, TypeNotes> types = new LinkedHashMap<>();
    private final Map<String, List<String>> below = new HashMap<>();
    private final Set<String> called = new HashSet<>();
    private final Set<String> texts = new HashSet<>();
    /** A method that is reached, and the one that calls it; an entry point is reached by itself. */
    private final Map<String, String> from = new LinkedHashMap<>();

    private final Map<String, String> entries = new HashMap<>();
    private final Map<String, List<MethodNotes>> byCalled = new HashMap<>();
    private boolean whole = true;

    private CallGraph() {}

    public static CallGraph of(ProgramFiles files) {
        var graph = new CallGraph();
        if (files.names().size() > MOST_CLASSES) {
            graph.whole = false;
            return graph;
        }
        files.names().forEach(name -> graph.read(files.bytes(name)));
        graph.types.values().forEach(graph::note);
        graph.follow();
        return graph;
    }

    @SuppressWarnings("CatchingUnchecked") // ASM tells of a broken class file by whatever its reading runs into
    private void read(Optional<byte[]> bytes) {
        try {
            bytes.ifPresent(file -> {
                var notes = new TypeNotes();
                new ClassReader(file).accept(notes, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
                types.put(notes.name, notes);
            });
        } catch (RuntimeException e) {
            whole = false; // it may call anything
        }
    }

    private void note(TypeNotes type) {
        type.above.forEach(
                one -> below.computeIfAbsent(one, key -> new ArrayList<>()).add(type.name));
        texts.addAll(type.texts);
        type.methods.values().forEach(method -> called.addAll(method.calls));
    }

    private void follow() {
        Deque<String> open = new ArrayDeque<>();
        for (var type : types.values()) {
            var above = allAbove(type.name);
            for (var method : type.methods.values()) {
                EntryPoints.kind(method, above).ifPresent(kind -> {
                    entries.put(method.key(), kind);
                    reach(method.key(), method.key(), open);
                });
            }
        }
        var made = new HashSet<String>();
        entries.keySet().forEach(entry -> make(entry.substring(0, entry.indexOf(' ')), entry, made, open));
        while (!open.isEmpty()) {
            var key = open.pop();
            var method = method(key);
            if (method == null) {
                continue;
            }
            method.makes.forEach(type -> make(type, key, made, open));
            make(method.type, key, made, open);
            method.calls.forEach(call -> targets(call).forEach(target -> reach(target, key, open)));
        }
    }

    private void reach(String key, String by, Deque<String> open) {
        if (from.putIfAbsent(key, by) == null) {
            open.add(key);
        }
    }

    /** Once there is an object of a class that somebody outside knows, all that they know of it may be called. */
    private void make(String name, String by, Set<String> made, Deque<String> open) {
        var type = types.get(name);
        if (type == null || !made.add(name)) {
            return;
        }
        reach(name + " <clinit>()V", by, open);
        boolean isKnownOutside =
                allAbove(name).stream().anyMatch(one -> !one.equals("java/lang/Object") && !types.containsKey(one));
        if (isKnownOutside) {
            type.methods.values().stream()
                    .filter(method -> (method.access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) == 0)
                    .filter(method -> !method.name.startsWith("<"))
                    .forEach(method -> reach(method.key(), by, open));
        }
    }

    private Set<String> targets(String call) {
        var owner = call.substring(0, call.indexOf(' '));
        var name = call.substring(call.indexOf(' ') + 1);
        var targets = new LinkedHashSet<String>();
        for (var type : allAbove(owner)) {
            addTarget(type, name, targets);
        }
        for (var type : allBelow(owner)) {
            addTarget(type, name, targets);
        }
        return targets;
    }

    private void addTarget(String type, String name, Set<String> targets) {
        var notes = types.get(type);
        if (notes != null && notes.methods.containsKey(name)) {
            targets.add(type + ' ' + name);
        }
    }

    private Set<String> allAbove(String type) {
        var all = new LinkedHashSet<String>(List.of(type));
        var open = new ArrayDeque<>(all);
        while (!open.isEmpty()) {
            var notes = types.get(open.pop());
            if (notes != null) {
                notes.above.stream().filter(all::add).forEach(open::add);
            }
        }
        return all;
    }

    private Set<String> allBelow(String type) {
        var all = new LinkedHashSet<String>(List.of(type));
        var open = new ArrayDeque<>(all);
        while (!open.isEmpty()) {
            below.getOrDefault(open.pop(), List.of()).stream().filter(all::add).forEach(open::add);
        }
        return all;
    }

    private @Nullable MethodNotes method(String key) {
        var type = types.get(key.substring(0, key.indexOf(' ')));
        return type == null ? null : type.methods.get(key.substring(key.indexOf(' ') + 1));
    }

    /** Whether the module is entered anywhere: a library is not, and nothing is said of what reaches its methods. */
    public boolean isEntered() {
        return !entries.isEmpty();
    }

    /**
     * How a method is reached from outside.
     *
     * @param kind of what enters, such as {@code servlet}
     * @param methods from there to the method, as {@code Type.method}
     */
    public record Way(String kind, List<String> methods) {}

    /** The shortest way to the method; none when none is known. */
    public Optional<Way> way(String type, String method) {
        var methods = new ArrayList<String>();
        var at = type + ' ' + method;
        while (from.containsKey(at)) {
            methods.add(shown(at));
            var by = from.get(at);
            if (at.equals(by)) {
                Collections.reverse(methods);
                return Optional.of(new Way(entries.getOrDefault(at, ""), methods));
            }
            at = by;
        }
        return Optional.empty();
    }

    private static String shown(String key) {
        return key.substring(0, key.indexOf('(')).replace('/', '.').replace(' ', '.');
    }

    /**
     * Whether nothing can call the method: it is private, no code of the module names it, neither as a call, as a handle
     * nor as a text, and no annotation tells a framework of it.
     */
    public boolean isNeverCalled(String type, String method) {
        var notes = method(type + ' ' + method);
        if (!whole || notes == null || (notes.access & Opcodes.ACC_PRIVATE) == 0 || !notes.annotations.isEmpty()) {
            return false;
        }
        var name = notes.simpleName();
        boolean hasNative = types.getOrDefault(type, new TypeNotes()).methods.values().stream()
                .anyMatch(one -> (one.access & Opcodes.ACC_NATIVE) != 0);
        boolean special = name.startsWith("<") || CALLED_BY_THE_PLATFORM.contains(name);
        return !special && !hasNative && !called.contains(notes.key()) && !texts.contains(name);
    }

    /**
     * The methods that call this one, as {@code type name(descriptor)}, where all that can are in the module: none for what
     * enters the program, for what a library or a framework may call, and for what is handed on to be called.
     *
     * @param extended whether other modules may call what is not private
     */
    public Optional<Set<String>> callers(String type, String method, boolean extended) {
        var notes = method(type + ' ' + method);
        if (!whole || notes == null || !isCalledByItsOwnOnly(notes, extended)) {
            return Optional.empty();
        }
        var kin = new HashSet<>(allAbove(type));
        kin.addAll(allBelow(type));
        var callers = new LinkedHashSet<String>();
        for (var caller : byCalled().getOrDefault(method, List.of())) {
            for (var one : kin) {
                var call = one + ' ' + method;
                if (caller.handedOn.contains(call)) {
                    return Optional.empty();
                }
                if (caller.calls.contains(call)) {
                    callers.add(caller.key());
                }
            }
        }
        return Optional.of(callers);
    }

    private boolean isCalledByItsOwnOnly(MethodNotes method, boolean extended) {
        var name = method.simpleName();
        boolean special = name.startsWith("<")
                || CALLED_BY_THE_PLATFORM.contains(name)
                || texts.contains(name)
                || !method.annotations.isEmpty()
                || entries.containsKey(method.key());
        boolean isPrivate = (method.access & Opcodes.ACC_PRIVATE) != 0;
        if (special || isPrivate) {
            return !special;
        }
        boolean open = (method.access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0;
        boolean known = (method.access & Opcodes.ACC_STATIC) == 0
                && allAbove(method.type).stream()
                        .anyMatch(one -> !one.equals("java/lang/Object") && !types.containsKey(one));
        return !extended
                && !known
                && (!open || (isEntered() && marks(method.type).isEmpty()));
    }

    /** Methods by what they call or hand on, without the class that they name. */
    private Map<String, List<MethodNotes>> byCalled() {
        if (byCalled.isEmpty()) {
            for (var type : types.values()) {
                for (var method : type.methods.values()) {
                    method.calls.stream()
                            .map(call -> call.substring(call.indexOf(' ') + 1))
                            .distinct()
                            .forEach(called -> byCalled.computeIfAbsent(called, key -> new ArrayList<>())
                                    .add(method));
                }
            }
        }
        return byCalled;
    }

    /** Annotations of the class and of those that it is nested in. */
    public Set<String> marks(String type) {
        var marks = new LinkedHashSet<String>();
        for (var name = type; ; name = name.substring(0, name.lastIndexOf('$'))) {
            var notes = types.get(name);
            if (notes != null) {
                marks.addAll(notes.annotations);
            }
            if (name.lastIndexOf('$') <= name.lastIndexOf('/')) {
                return marks;
            }
        }
    }

    /** Annotations of all methods of the class, and names of the classes above it. */
    public Set<String> traits(String type) {
        var notes = types.get(type);
        if (notes == null) {
            return Set.of();
        }
        var traits = new LinkedHashSet<>(allAbove(type));
        notes.methods.values().forEach(method -> traits.addAll(method.annotations));
        return traits;
    }
}
