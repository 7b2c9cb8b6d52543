package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Source;
import dev.gatehouse.engine.sast.triage.value.Thing;
import dev.gatehouse.engine.sast.triage.value.Value;
import dev.gatehouse.engine.sast.triage.value.Value.ClassName;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Interpreter;

/** What one instruction does to what is known. */
final class Steps extends Interpreter<Value> {
    /** Longer arrays are followed as a whole, not by place. */
    private static final int LONGEST = 64;

    private final Walker walker;
    private final Code code;
    private final int path;
    private final Calls calls;
    private State now;
    private int at;

    Steps(Walker walker, Code code, int path) {
        super(Opcodes.ASM9);
        this.walker = walker;
        this.code = code;
        this.path = path;
        calls = new Calls(walker, this);
        now = new State(0, 0, new dev.gatehouse.engine.sast.triage.value.Heap(), java.util.Map.of());
    }

    /** Tells whether the code goes on behind it: not after a call that always throws. */
    boolean execute(AbstractInsnNode insn, int index, State state) throws AnalyzerException {
        at = index;
        now = state;
        if (insn instanceof MethodInsnNode
                || insn instanceof InvokeDynamicInsnNode
                || insn.getOpcode() == Opcodes.NEW) {
            state.forget(number());
        }
        calls.begin();
        state.execute(insn, this);
        calls.end(state);
        return calls.goesOn();
    }

    /** Whether the last call was followed into a method of the project. */
    boolean wentInto() {
        return calls.wentInto();
    }

    /** The number of whatever is made at this instruction. */
    int number() {
        return walker.number(path, at);
    }

    State now() {
        return now;
    }

    Source source() {
        return new Source(code.file(), code.line(at));
    }

    @Override
    public @Nullable Value newValue(@Nullable Type type) {
        if (type == null) {
            return Value.UNDEFINED;
        }
        return type.equals(Type.VOID_TYPE) ? null : Value.ofType(type);
    }

    @Override
    public Value newOperation(AbstractInsnNode insn) {
        int opcode = insn.getOpcode();
        if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            return Value.constant(opcode - Opcodes.ICONST_0);
        }
        return switch (opcode) {
            case Opcodes.BIPUSH, Opcodes.SIPUSH -> Value.constant(((IntInsnNode) insn).operand);
            case Opcodes.LDC -> ofConstant(((LdcInsnNode) insn).cst);
            case Opcodes.LCONST_0, Opcodes.LCONST_1, Opcodes.DCONST_0, Opcodes.DCONST_1 -> Value.safe(2);
            case Opcodes.ACONST_NULL, Opcodes.FCONST_0, Opcodes.FCONST_1, Opcodes.FCONST_2 -> Value.SAFE;
            case Opcodes.NEW -> Value.UNKNOWN.numbered(number());
            case Opcodes.GETSTATIC -> {
                var read = (FieldInsnNode) insn;
                if (Statics.areBeingSet(code, read)) {
                    yield field(read, Value.object(walker.fields(code)));
                }
                yield parser(read).orElseGet(() -> walker.statics().of(read));
            }
            default -> Value.UNKNOWN;
        };
    }

    private static Value ofConstant(Object value) {
        if (value instanceof Integer || value instanceof String || value instanceof Long) {
            return Value.constant(value);
        }
        if (value instanceof Type type && type.getSort() == Type.OBJECT) {
            return Value.constant(new ClassName(type.getInternalName()));
        }
        return value instanceof Double ? Value.safe(2) : value instanceof Float ? Value.SAFE : Value.UNKNOWN;
    }

    @Override
    public Value copyOperation(AbstractInsnNode insn, Value value) {
        return value;
    }

    @Override
    public @Nullable Value unaryOperation(AbstractInsnNode insn, Value value) {
        int opcode = insn.getOpcode();
        return switch (opcode) {
            case Opcodes.INEG -> value.constant() instanceof Integer i ? Value.constant(-i) : number(value);
            case Opcodes.IINC ->
                value.constant() instanceof Integer i ? Value.constant(i + ((IincInsnNode) insn).incr) : number(value);
            // an int may be a character on its way, which no arithmetic makes a harmless one
            case Opcodes.I2C, Opcodes.I2B, Opcodes.I2S -> character(value);
            case Opcodes.I2L -> value.constant() instanceof Integer i ? Value.constant((long) i) : Value.safe(2);
            case Opcodes.I2D, Opcodes.F2L, Opcodes.F2D, Opcodes.L2D, Opcodes.D2L, Opcodes.LNEG, Opcodes.DNEG ->
                Value.safe(2);
            case Opcodes.L2I,
                    Opcodes.L2F,
                    Opcodes.F2I,
                    Opcodes.D2I,
                    Opcodes.D2F,
                    Opcodes.I2F,
                    Opcodes.FNEG,
                    Opcodes.ARRAYLENGTH,
                    Opcodes.INSTANCEOF -> Value.SAFE;
            case Opcodes.CHECKCAST -> value;
            case Opcodes.ANEWARRAY, Opcodes.NEWARRAY -> array(value);
            case Opcodes.GETFIELD -> field((FieldInsnNode) insn, value);
            case Opcodes.PUTSTATIC -> {
                var write = (FieldInsnNode) insn;
                if (Statics.areBeingSet(code, write)) {
                    put(write, Value.object(walker.fields(code)), value);
                } else {
                    now.heap.escape(value);
                }
                yield null;
            }
            case Opcodes.ARETURN, Opcodes.ATHROW -> null;
            default -> null;
        };
    }

    private static Value number(Value value) {
        return value.isSafe() ? Value.SAFE : Value.UNKNOWN;
    }

    private static Value character(Value value) {
        if (value.constant() instanceof Integer) {
            return value;
        }
        return value.isSafe() ? Value.UNKNOWN : value.mixedWith(Value.SAFE);
    }

    private Value array(Value length) {
        now.forget(number());
        var thing = length.constant() instanceof Integer items && items >= 0 && items <= LONGEST
                ? Thing.list("[", Collections.nCopies(items, Value.SAFE))
                : Thing.someOf("[", Value.SAFE);
        return now.heap.make(number(), thing);
    }

    private Value field(FieldInsnNode read, Value holder) {
        var unknown = Value.ofType(Type.getType(read.desc));
        var bean = now.heap.of(holder).filter(thing -> thing.kind() == Thing.Kind.BEAN);
        if (bean.isEmpty() || bean.get().slots() == null) {
            return parser(read).orElseGet(() -> walker.fields().of(read, unknown));
        }
        // what nobody has set is null or zero
        return bean.get().slots().getOrDefault(read.name, Value.safe(unknown.size()));
    }

    private Optional<Value> parser(FieldInsnNode read) {
        return walker.parserFields().of(read).map(told -> now.heap.make(number(), told));
    }

    @Override
    public @Nullable Value binaryOperation(AbstractInsnNode insn, Value left, Value right) {
        int opcode = insn.getOpcode();
        if (left.constant() instanceof Integer a && right.constant() instanceof Integer b) {
            var folded = Arithmetic.fold(opcode, a, b);
            if (folded != null) {
                return Value.constant(folded);
            }
        }
        if (opcode == Opcodes.PUTFIELD) {
            put((FieldInsnNode) insn, left, right);
            return null;
        }
        if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
            int size = opcode == Opcodes.LALOAD || opcode == Opcodes.DALOAD ? 2 : 1;
            return Items.get(now.heap, left, right).sized(size);
        }
        if (opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ACMPNE) {
            return null;
        }
        return switch (opcode) {
            case Opcodes.LADD,
                    Opcodes.LSUB,
                    Opcodes.LMUL,
                    Opcodes.LDIV,
                    Opcodes.LREM,
                    Opcodes.LAND,
                    Opcodes.LOR,
                    Opcodes.LXOR,
                    Opcodes.LSHL,
                    Opcodes.LSHR,
                    Opcodes.LUSHR,
                    Opcodes.DADD,
                    Opcodes.DSUB,
                    Opcodes.DMUL,
                    Opcodes.DDIV,
                    Opcodes.DREM -> Value.safe(2);
            default -> left.isSafe() && right.isSafe() ? Value.SAFE : Value.UNKNOWN;
        };
    }

    private void put(FieldInsnNode write, Value holder, Value value) {
        var bean = now.heap.of(holder).filter(thing -> thing.kind() == Thing.Kind.BEAN);
        if (bean.isPresent() && bean.get().slots() != null) {
            now.heap.change(holder, thing -> thing.withSlot(write.name, value));
        } else {
            now.heap.escape(value);
        }
    }

    @Override
    public @Nullable Value ternaryOperation(AbstractInsnNode insn, Value array, Value index, Value value) {
        int opcode = insn.getOpcode();
        boolean characters = opcode == Opcodes.CASTORE || opcode == Opcodes.BASTORE;
        Items.set(now.heap, array, index, characters ? character(value) : value);
        return null;
    }

    @Override
    public @Nullable Value naryOperation(AbstractInsnNode insn, List<? extends Value> given) {
        List<Value> values = List.copyOf(given);
        if (insn instanceof InvokeDynamicInsnNode dynamic) {
            return calls.dynamic(dynamic, values);
        }
        if (insn instanceof MethodInsnNode call) {
            return calls.call(call, values);
        }
        return Value.UNKNOWN;
    }

    @Override
    public void returnOperation(AbstractInsnNode insn, Value value, Value expected) {}

    @Override
    public Value merge(Value left, Value right) {
        throw new IllegalStateException("states are joined as a whole");
    }
}
