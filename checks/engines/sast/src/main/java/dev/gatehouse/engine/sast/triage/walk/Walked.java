package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Thing;
import dev.gatehouse.engine.sast.triage.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** One method that was walked through, and what is given to the calls in it. */
public final class Walked {
    private final Walk walk;

    Walked(Walk walk) {
        this.walk = walk;
    }

    /**
     * One call of the method.
     *
     * @param line 0 when the class file does not say it
     * @param reached false when no way leads there
     * @param arguments texts of what is given to it without the receiver; empty when not reached
     * @param made number of what it makes; 0 when that is not followed
     * @param receiver what it is called on; null when that is not followed
     * @param owner internal name of the class that the call names
     */
    public record Called(
            boolean reached,
            int line,
            List<Value> arguments,
            int made,
            @Nullable Thing receiver,
            String owner) {}

    /** Whether the parser that this is called on reads nothing but the document. */
    public boolean readsNothingElse(Called call) {
        return call.receiver() != null && Parsers.readsNothingElse(call.receiver());
    }

    /** Whether the factory that this makes is told so before it is used. */
    public boolean makesWhatReadsNothingElse(Called call) {
        return new FactoryUse(walk, call.made()).isToldFirst(Parsers::readsNothingElse);
    }

    /** Whether the factory of transformers that this makes is told to load no stylesheets before it is used. */
    public boolean makesWhatLoadsNoStylesheets(Called call) {
        return new FactoryUse(walk, call.made()).isToldFirst(Parsers::loadsNoStylesheets);
    }

    /** Whether the stream that this is called on makes objects of classes only that it finds in a list. */
    public boolean readsListedClassesOnly(Called call) {
        return walk.walker().objectStreams().listsClasses(call.receiver(), call.owner());
    }

    /** The calls on these lines that are meant; an invocation that concatenates texts is none. */
    public List<Called> calls(int first, int last, Predicate<MethodInsnNode> meant) {
        var calls = new ArrayList<Called>();
        var code = walk.code();
        for (int i = 0; i < code.insns.length; i++) {
            int line = code.line(i);
            if (line >= first && line <= last && code.insns[i] instanceof MethodInsnNode call && meant.test(call)) {
                calls.add(called(call, i));
            }
        }
        return calls;
    }

    private Called called(AbstractInsnNode call, int at) {
        var state = walk.before(at);
        return state == null
                ? new Called(false, walk.code().line(at), List.of(), 0, null, owner(call))
                : new Called(
                        true,
                        walk.code().line(at),
                        state.operands(Walk.arguments(call)).stream()
                                .map(state.heap::text)
                                .toList(),
                        made(call, at, state),
                        receiver(call, state),
                        owner(call));
    }

    private static String owner(AbstractInsnNode call) {
        return call instanceof MethodInsnNode method ? method.owner : "";
    }

    private static @Nullable Thing receiver(AbstractInsnNode call, State state) {
        return call.getOpcode() == Opcodes.INVOKESTATIC
                ? null
                : state.heap.of(state.operand(Walk.arguments(call))).orElse(null);
    }

    /** A constructor makes what {@code new} has put below its arguments. */
    private int made(AbstractInsnNode call, int at, State state) {
        boolean isConstructor = call instanceof MethodInsnNode method && method.name.equals("<init>");
        return isConstructor ? state.operand(Walk.arguments(call)).number() : walk.made(at);
    }

    /** Whether a file that a call makes is only asked what it is, until a check has let it through. */
    public boolean isCheckedBeforeUse(Called call) {
        return call.made() != 0 && new FileUse(walk, call.made()).isCheckedFirst();
    }

    /** All calls of the method that are meant. */
    public List<Called> calls(Predicate<MethodInsnNode> meant) {
        return calls(0, Integer.MAX_VALUE, meant);
    }

    /** {@code package/Type.java}; none without debug information. */
    public @Nullable String file() {
        return walk.code().file();
    }

    /** Lines of the branches that always go the same way. */
    public List<Integer> decided() {
        return walk.decided();
    }
}
