package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.library.Library;
import dev.gatehouse.engine.sast.triage.library.Strings;
import dev.gatehouse.engine.sast.triage.value.Heap;
import dev.gatehouse.engine.sast.triage.value.Thing;
import dev.gatehouse.engine.sast.triage.value.Value;
import dev.gatehouse.engine.sast.triage.value.Value.ClassName;
import dev.gatehouse.engine.sast.triage.value.Value.MethodName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** What calls do: those of the library by what is known of it, those of the project by following them. */
final class Calls {
    private final Walker walker;
    private final Steps steps;
    private final Platform platform;
    private final Loads loads;
    private final Resolvers resolvers;
    private final Targets targets;
    private boolean goesOn;
    private boolean wentInto;
    private @Nullable Value made;
    private int placeholder;
    private Map<Integer, Integer> cleared = Map.of();

    Calls(Walker walker, Steps steps) {
        this.walker = walker;
        this.steps = steps;
        platform = new Platform(walker.resources());
        loads = new Loads(walker.resources(), new Trees(walker::number));
        resolvers = new Resolvers(walker);
        targets = new Targets(walker.program(), walker.isExtended());
    }

    void begin() {
        goesOn = true;
        wentInto = false;
        made = null;
        placeholder = 0;
        cleared = Map.of();
    }

    /** What a call has learned of values that it was given, and what a constructor has made of what was new. */
    void end(State state) {
        cleared.forEach(state::clear);
        var object = made;
        if (object != null) {
            state.replaceAll(value -> isPlaceholder(value, placeholder) ? object : value);
        }
    }

    boolean goesOn() {
        return goesOn;
    }

    boolean wentInto() {
        return wentInto;
    }

    private static boolean isPlaceholder(Value value, int number) {
        return number != 0 && value.number() == number && !value.isObject() && value.constant() == null;
    }

    @Nullable
    Value dynamic(InvokeDynamicInsnNode call, List<Value> values) {
        if (!call.bsm.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
            values.forEach(steps.now().heap::escape);
            return values.isEmpty()
                            && call.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
                            && call.bsmArgs[1] instanceof Handle handle
                    ? Value.handle(new MethodName(handle.getOwner(), handle.getName(), handle.getDesc()))
                    : steps.newValue(Type.getReturnType(call.desc));
        }
        var constant = concatenated(call, values);
        var text = constant.isPresent()
                ? Value.constant(constant.get())
                : Value.mixed(values.stream().map(steps.now().heap::text).toList());
        return (constant.isEmpty() && isEnded(call, values) ? text.ended() : text).numbered(steps.number());
    }

    private static boolean isEnded(InvokeDynamicInsnNode call, List<Value> values) {
        if (!(call.bsmArgs.length > 0 && call.bsmArgs[0] instanceof String recipe) || recipe.isEmpty()) {
            return false;
        }
        char last = recipe.charAt(recipe.length() - 1);
        return last == '/'
                || last == '\\'
                || (last == 1 && values.get(values.size() - 1).isEnded());
    }

    private static Optional<String> concatenated(InvokeDynamicInsnNode call, List<Value> values) {
        if (call.bsmArgs.length != 1 || !(call.bsmArgs[0] instanceof String recipe) || recipe.indexOf(2) >= 0) {
            return Optional.empty();
        }
        var types = Type.getArgumentTypes(call.desc);
        var text = new StringBuilder();
        int next = 0;
        for (int i = 0; i < recipe.length(); i++) {
            if (recipe.charAt(i) != 1) {
                text.append(recipe.charAt(i));
                continue;
            }
            var constant = values.get(next).constant();
            char type = types[next++].getDescriptor().charAt(0);
            var written = constant == null ? Optional.<String>empty() : Strings.written(constant, type);
            if (written.isEmpty()) {
                return Optional.empty();
            }
            text.append(written.get());
        }
        return Optional.of(text.toString());
    }

    @Nullable
    Value call(MethodInsnNode call, List<Value> values) {
        var heap = steps.now().heap;
        boolean own = walker.program().type(call.owner).isPresent();
        var invocation = new Invocation(
                call,
                own ? walker.program().libraryAbove(call.owner) : call.owner,
                values,
                heap,
                steps.number(),
                steps.source());
        if (invocation.isConstructor()) {
            construct(invocation, own);
            return null;
        }
        var result = result(invocation, call, values);
        var declared = walker.declared().cleared(invocation);
        if (!declared.isEmpty()) {
            var both = new HashMap<>(cleared);
            declared.forEach((number, uses) -> both.merge(number, uses, (a, b) -> a | b));
            cleared = both;
        }
        return walker.declared().result(invocation, result);
    }

    private @Nullable Value result(Invocation invocation, MethodInsnNode call, List<Value> values) {
        var code = targets.of(call, steps.now().heap, values);
        if (!code.isEmpty()) {
            return follow(invocation, code);
        }
        walker.watch().notFollowed(call);
        if (call.name.equals("newInstance")
                && !invocation.isStatic()
                && values.get(0).constant() instanceof ClassName type) {
            return instance(invocation, type.name());
        }
        var answer = known(invocation);
        return answer.isPresent() ? answer.get().value() : unknown(invocation);
    }

    private Optional<Answer> known(Invocation call) {
        var answer = platform.answer(call);
        if (answer == null) {
            answer = loads.answer(call);
        }
        if (answer == null) {
            answer = walker.settings().answer(call);
        }
        if (answer == null) {
            answer = Parsers.answer(call, resolvers);
        }
        if (answer == null) {
            answer = ObjectStreams.answer(call);
        }
        if (answer == null) {
            answer = JsonNodes.answer(call);
        }
        if (answer == null) {
            answer = Documents.answer(call);
        }
        if (answer == null) {
            answer = Builders.answer(call);
        }
        if (answer == null) {
            answer = Lists.answer(call);
        }
        if (answer == null) {
            answer = Maps.answer(call);
        }
        return Optional.ofNullable(answer == null ? Texts.answer(call) : answer);
    }

    private static @Nullable Value unknown(Invocation call) {
        call.escapeAll();
        var value = call.unknown();
        return value == null ? null : value.numbered(call.number());
    }

    private @Nullable Value follow(Invocation call, List<Code> codes) {
        var before = new Heap(call.heap());
        var outcomes = new ArrayList<Outcome>();
        for (var code : codes) {
            var outcome = walker.call(code, call.number(), call.values(), before, steps.now().cleared);
            if (outcome.isEmpty()) {
                walker.watch().notFollowed(call.call());
                return unknown(call);
            }
            if (outcome.get().returns()) {
                outcomes.add(outcome.get());
            }
        }
        wentInto = true;
        goesOn = !outcomes.isEmpty();
        if (outcomes.isEmpty()) {
            return call.unknown();
        }
        return joined(call, outcomes);
    }

    private @Nullable Value joined(Invocation call, List<Outcome> outcomes) {
        var heap = new Heap(outcomes.get(0).heap());
        var value = outcomes.get(0).value();
        var both = new HashMap<>(outcomes.get(0).cleared());
        for (var outcome : outcomes.subList(1, outcomes.size())) {
            heap.join(outcome.heap());
            if (value != null && outcome.value() != null) {
                value = value.or(outcome.value(), heap::escape);
            }
            both.keySet().retainAll(outcome.cleared().keySet());
            both.replaceAll((number, uses) -> uses & outcome.cleared().getOrDefault(number, 0));
        }
        call.heap().become(heap);
        cleared = both;
        return value == null ? null : asResult(call, value);
    }

    /** A result is a new value; what it says of a value that was given is still true of it. */
    private static Value asResult(Invocation call, Value value) {
        if (value.object() < 0) {
            return Value.ofType(call.returned()).numbered(call.number());
        }
        var guard = value.guard();
        boolean ofGiven = guard != null
                && call.arguments().stream().anyMatch(one -> one.number() != 0 && one.number() == guard.about());
        boolean given = call.arguments().stream().anyMatch(one -> one.number() != 0 && one.number() == value.number());
        return value.numbered(given ? value.number() : call.number()).inForm(0).guarding(ofGiven ? guard : null);
    }

    private void construct(Invocation call, boolean own) {
        var receiver = call.receiver();
        boolean isNew = receiver.number() != 0 && !receiver.isObject();
        var type = call.call().owner;
        placeholder = receiver.number();
        if (!isNew) {
            // a constructor of the class above, of an object that is followed or not
            superclass(call, own);
            return;
        }
        if (own) {
            var object = call.heap().make(receiver.number(), Thing.bean(type));
            made = object;
            run(call, object);
            return;
        }
        made = ofLibrary(call, type);
    }

    private Value ofLibrary(Invocation call, String type) {
        int number = call.receiver().number();
        var heap = call.heap();
        if (Builders.isBuilder(type)) {
            return heap.make(number, Builders.made(type, call));
        }
        if (Lists.isList(type)) {
            return heap.make(number, Lists.made(type, call));
        }
        if (Maps.isMap(type)) {
            return heap.make(number, Maps.made(type, call));
        }
        var file = Platform.read(call);
        if (file.isPresent()) {
            return Value.constant(file.get()).numbered(number);
        }
        if (type.equals(ObjectStreams.TYPE)) {
            call.arguments().forEach(heap::escape);
            return heap.make(number, Thing.map(type));
        }
        var reader = Readers.made(call, number);
        if (reader != null) {
            return reader;
        }
        var effect = Library.of(type, "<init>");
        if (effect.isEmpty()) {
            call.escapeAll();
            return Value.UNKNOWN.numbered(number);
        }
        var answer = Texts.answer(call);
        return answer == null || answer.value() == null
                ? Value.UNKNOWN.numbered(number)
                : answer.value().numbered(answer.value().isObject() ? 0 : number);
    }

    private void superclass(Invocation call, boolean own) {
        if (own) {
            run(call, call.receiver());
        } else if (call.call().owner.equals(ObjectStreams.TYPE)) {
            // it reads a header, and tells nobody of the object
            call.arguments().forEach(call.heap()::escape);
        } else if (!call.call().owner.equals("java/lang/Object")) {
            call.escapeAll();
        }
    }

    private void run(Invocation call, Value object) {
        var values = new ArrayList<>(call.values());
        values.set(0, object);
        var code = walker.program().method(call.call().owner, "<init>", call.call().desc);
        var outcome = code.flatMap(one -> walker.call(one, call.number(), values, call.heap(), steps.now().cleared));
        if (outcome.isEmpty()) {
            values.forEach(call.heap()::escape);
            return;
        }
        wentInto = true;
        goesOn = outcome.get().returns();
        call.heap().become(outcome.get().heap());
        cleared = outcome.get().cleared();
    }

    private @Nullable Value instance(Invocation call, String type) {
        var code = walker.program().method(type, "<init>", "()V");
        if (code.isEmpty() || !code.get().owner.name.equals(type)) {
            return unknown(call);
        }
        var object = call.heap().make(call.number(), Thing.bean(type));
        var outcome = walker.call(code.get(), call.number(), List.of(object), call.heap(), steps.now().cleared);
        if (outcome.isEmpty()) {
            return unknown(call);
        }
        wentInto = true;
        goesOn = outcome.get().returns();
        call.heap().become(outcome.get().heap());
        return object;
    }
}
