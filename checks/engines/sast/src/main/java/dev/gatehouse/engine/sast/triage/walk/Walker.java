package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.library.OwnEffects;
import dev.gatehouse.engine.sast.triage.value.Heap;
import dev.gatehouse.engine.sast.triage.value.Thing;
import dev.gatehouse.engine.sast.triage.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Walks through methods of a module, and through those that they call. */
public final class Walker {
    /** Instructions for one method and all that is called from it, so that time stays bounded. */
    private static final int MOST_STEPS = 60_000;

    private static final int DEEPEST = 6;

    /**
     * Instructions for all methods of a module, by the number of its classes: beyond them nothing is followed. Counted and
     * not timed, so that a module is judged the same on a slow machine.
     */
    private static final long STEPS_A_CLASS = 500;

    private static final long STEPS_A_MODULE = 500_000;

    private final Program program;
    private final Map<List<Integer>, Integer> numbers = new HashMap<>();
    private final Deque<String> running = new ArrayDeque<>();
    private final Statics statics;
    private final Resources resources;
    private final Settings settings;
    private final Fields fields;
    private final ParserFields parserFields;
    private final ObjectStreams objectStreams;
    private final Declared declared;
    private final boolean extended;
    private final long most;
    private Watch watch = Watch.NOTHING;
    private long spent;
    /** Has a bound of its own, so that looking at callers takes nothing from the methods themselves. */
    private long spentOnCallers;

    private int steps;
    private int deepest;

    /**
     * @param own what the project says of its methods
     * @param extended whether there may be classes below the module's own that are not among its files
     */
    public Walker(ProgramFiles files, OwnEffects own, boolean extended) {
        this.extended = extended;
        most = STEPS_A_MODULE + STEPS_A_CLASS * files.names().size();
        program = new Program(files);
        statics = new Statics(program, this);
        resources = new Resources(files);
        settings = new Settings(program, resources);
        fields = new Fields(program, settings, this);
        objectStreams = new ObjectStreams(this);
        parserFields = new ParserFields(program, this);
        declared = new Declared(program, own);
    }

    /** Methods of the module's own classes that call one of these, as {@code type method(descriptor)}. */
    public List<String> callers(Predicate<MethodInsnNode> called, Predicate<byte[]> worthReading) {
        var callers = new ArrayList<String>();
        for (var name : program.files().names()) {
            if (program.files().bytes(name).filter(worthReading).isPresent()) {
                program.type(name)
                        .ifPresent(type -> type.methods.stream()
                                .filter(method -> calls(method, called))
                                .forEach(method -> callers.add(name + ' ' + method.name + method.desc)));
            }
        }
        return callers;
    }

    private static boolean calls(MethodNode method, Predicate<MethodInsnNode> called) {
        for (var insn : method.instructions) {
            if (insn instanceof MethodInsnNode call && called.test(call)) {
                return true;
            }
        }
        return false;
    }

    /** The method, walked through from its beginning with arguments that nothing is known of; none where it is too much. */
    public Optional<Walked> walk(String type, String method) {
        int descriptor = method.indexOf('(');
        var code = program.method(type, method.substring(0, descriptor), method.substring(descriptor))
                .filter(one -> one.owner.name.equals(type));
        if (code.isEmpty()) {
            return Optional.empty();
        }
        return Stream.of(DEEPEST, 1, 0)
                .takeWhile(depth -> spent < most)
                .map(depth -> walk(type + method, code.get(), depth))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * Walks through a method that leads to another one, and gives every run of that one; none where not all is followed.
     *
     * @param chain the methods on the way, the one that is wanted last, as {@code type name(descriptor)}
     */
    public Optional<List<Walked>> runs(String type, String method, List<String> chain) {
        if (spentOnCallers >= most / 4) {
            return Optional.empty();
        }
        watch = new Watch(chain);
        long before = spent;
        try {
            // without the depth for it the way would be missed
            return walkOnce(type, method, DEEPEST)
                    .filter(walked -> !watch.isMissed())
                    .map(walked -> watch.runs());
        } finally {
            spentOnCallers += spent - before;
            spent = before;
            watch = Watch.NOTHING;
        }
    }

    private Optional<Walked> walkOnce(String type, String method, int depth) {
        int descriptor = method.indexOf('(');
        return program.method(type, method.substring(0, descriptor), method.substring(descriptor))
                .filter(one -> one.owner.name.equals(type))
                .flatMap(code -> walk(type + method, code, depth));
    }

    Watch watch() {
        return watch;
    }

    @SuppressWarnings("CatchingUnchecked") // a class file that breaks the rules ends in whatever reading it runs into
    private Optional<Walked> walk(String name, Code code, int depth) {
        steps = 0;
        deepest = depth;
        numbers.clear();
        running.clear();
        running.push(name);
        try {
            var walk = new Walk(this, code, number(0, 0), new Heap(), Map.of());
            walk.run(Entries.arguments(code, this));
            return Optional.of(new Walked(walk));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** What a called method leaves; none where it is not followed. */
    Optional<Outcome> call(Code code, int path, List<Value> arguments, Heap heap, Map<Integer, Integer> cleared) {
        var name = key(code);
        if (running.size() > deepest || running.contains(name)) {
            return Optional.empty();
        }
        running.push(name);
        try {
            var walk = new Walk(this, code, path, heap, cleared);
            walk.run(arguments);
            watch.ran(code.owner.name + ' ' + code.method.name + code.method.desc, walk);
            return Optional.of(walk.outcome());
        } finally {
            running.pop();
        }
    }

    /** As {@link #apart}, while no other method is under way. */
    Optional<Walk> alone(Code code) {
        running.clear();
        deepest = DEEPEST;
        return apart(code);
    }

    /** Walks through a method by itself, with arguments that nothing is known of, while another one is under way. */
    Optional<Walk> apart(Code code) {
        return withStepsOfItsOwn(() -> {
            var walk = new Walk(this, code, number(-3, key(code).hashCode()), new Heap(), Map.of());
            walk.run(Entries.arguments(code, this));
            return Optional.of(walk);
        });
    }

    /** What a walk beside the one under way gives, which loses no steps by it; none where it is too much. */
    private <T> Optional<T> withStepsOfItsOwn(Supplier<Optional<T>> walking) {
        int before = steps;
        steps = 0;
        try {
            return walking.get();
        } catch (TooMuch e) {
            return Optional.empty();
        } finally {
            steps = before;
        }
    }

    /** What a constructor, or a static initialiser, leaves of what it was run on. */
    record Made(Heap heap, Value object) {}

    /** As {@link #initialised}, with all that can be reached from the object. */
    Optional<Made> made(Code code, boolean isStatic) {
        return withStepsOfItsOwn(() -> {
            var heap = new Heap();
            var object = heap.make(
                    isStatic ? fields(code) : number(-4, code.owner.name.hashCode()), Thing.bean(code.owner.name));
            var walk = new Walk(this, code, number(-5, key(code).hashCode()), heap, Map.of());
            var arguments = new ArrayList<Value>();
            if (!isStatic) {
                arguments.add(object);
                var given = Entries.arguments(code, this);
                arguments.addAll(given.subList(1, given.size()));
            }
            walk.run(arguments);
            var outcome = walk.outcome();
            return outcome.returns() ? Optional.of(new Made(outcome.heap(), object)) : Optional.empty();
        });
    }

    private static String key(Code code) {
        return code.owner.name + code.method.name + code.method.desc;
    }

    /** What a static initialiser leaves in the class's fields, walked through by itself; none when it is too much. */
    Optional<Thing> initialised(Code code) {
        return withStepsOfItsOwn(() -> {
            var heap = new Heap();
            var fields = heap.make(fields(code), Thing.bean(code.owner.name));
            var walk = new Walk(this, code, number(-1, code.owner.name.hashCode()), heap, Map.of());
            walk.run(List.of());
            return walk.outcome().heap().of(fields);
        });
    }

    /** The number of the object that stands for a class's own fields while its initialiser runs. */
    int fields(Code code) {
        return number(-2, code.owner.name.hashCode());
    }

    /** The same number for the same place on the same way there. */
    int number(int path, int at) {
        return numbers.computeIfAbsent(List.of(path, at), key -> numbers.size() + 1);
    }

    void step() {
        spent++;
        if (++steps > MOST_STEPS) {
            throw new TooMuch();
        }
    }

    Program program() {
        return program;
    }

    Statics statics() {
        return statics;
    }

    Fields fields() {
        return fields;
    }

    Resources resources() {
        return resources;
    }

    Settings settings() {
        return settings;
    }

    boolean isExtended() {
        return extended;
    }

    ObjectStreams objectStreams() {
        return objectStreams;
    }

    ParserFields parserFields() {
        return parserFields;
    }

    Declared declared() {
        return declared;
    }

    /** The bound on time was reached. */
    static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooMuch() {
            super(null, null, false, false);
        }
    }
}
