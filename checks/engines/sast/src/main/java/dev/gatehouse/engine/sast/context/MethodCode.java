package dev.gatehouse.engine.sast.context;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * The code of one method, cut into statements: stretches of instructions between two points at which the operand stack
 * is empty. Unlike lines they do not change with formatting and debug information.
 */
final class MethodCode {
    private static final int DEPTH = 2;

    private final ClassShape.OffsetMethodNode method;
    private final Names names;

    @SuppressWarnings("ArrayRecordComponent")
    private final @Nullable Frame<SourceValue>[] frames;

    private final Set<AbstractInsnNode> handlers = new HashSet<>();

    private MethodCode(ClassShape.OffsetMethodNode method, Names names, @Nullable Frame<SourceValue>[] frames) {
        this.method = method;
        this.names = names;
        this.frames = frames;
        for (var block : method.tryCatchBlocks) {
            handlers.add(realAfter(block.handler));
        }
    }

    /** None for a method without code, or with code that no Java would verify. */
    static Optional<MethodCode> of(String className, ClassShape.OffsetMethodNode method, Names names) {
        try {
            var frames = new Analyzer<>(new SourceInterpreter()).analyze(className, (MethodNode) method);
            return frames.length == 0 ? Optional.empty() : Optional.of(new MethodCode(method, names, frames));
        } catch (AnalyzerException e) {
            return Optional.empty();
        }
    }

    /** The words of the statement at an offset, and of those that set what it reads. */
    Optional<List<String>> around(int offset) {
        return method.at(offset).map(instruction -> words(statement(instruction), DEPTH));
    }

    private List<String> words(List<AbstractInsnNode> statement, int depth) {
        var wording = new Wording(names);
        var words = new ArrayList<String>();
        var definitions = new LinkedHashSet<AbstractInsnNode>();
        for (var instruction : statement) {
            wording.of(instruction).ifPresent(words::add);
            definitions.addAll(definitions(instruction));
        }
        if (depth > 0) {
            statement.forEach(definitions::remove);
            definitions.stream()
                    .map(definition -> String.join(" ", words(statement(definition), depth - 1)))
                    .distinct()
                    .sorted(Comparator.naturalOrder())
                    .map(text -> "where " + text)
                    .forEach(words::add);
        }
        return words;
    }

    /** Where the variable that an instruction loads was set. */
    private Set<AbstractInsnNode> definitions(AbstractInsnNode instruction) {
        var frame = frames[method.instructions.indexOf(instruction)];
        if (frame == null || !(instruction instanceof VarInsnNode variable) || !Wording.isLoad(variable)) {
            return Set.of();
        }
        return frame.getLocal(variable.var).insns;
    }

    private List<AbstractInsnNode> statement(AbstractInsnNode inside) {
        int first = method.instructions.indexOf(inside);
        while (first > 0 && !startsStatement(first)) {
            first--;
        }
        int last = method.instructions.indexOf(inside);
        while (last + 1 < method.instructions.size() && !startsStatement(last + 1)) {
            last++;
        }
        var statement = new ArrayList<AbstractInsnNode>();
        for (int i = first; i <= last; i++) {
            statement.add(method.instructions.get(i));
        }
        return statement;
    }

    private boolean startsStatement(int index) {
        var frame = frames[index];
        return frame == null || frame.getStackSize() == 0 || handlers.contains(method.instructions.get(index));
    }

    private static AbstractInsnNode realAfter(AbstractInsnNode label) {
        var node = label;
        while (node.getOpcode() < 0 && node.getNext() != null) {
            node = node.getNext();
        }
        return node;
    }
}
