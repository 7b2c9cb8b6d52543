package dev.gatehouse.engine.sast.triage;

import dev.gatehouse.engine.sast.triage.Fact.Origin;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Interpreter;

/**
 * Follows constants, and values made of nothing but constants and numbers, through one method. A builder or array made
 * here stays safe while only safe values go in and no other code gets hold of it; whatever else may have changed it makes
 * it unknown for the whole method, so the method is gone through again until nothing is added.
 */
final class Facts extends Interpreter<Fact> {
    private static final String STRING = "java/lang/String";
    private static final Set<String> BUILDERS = Set.of("java/lang/StringBuilder", "java/lang/StringBuffer");
    private static final Set<String> REQUESTS = Set.of(
            "javax/servlet/http/HttpServletRequest",
            "jakarta/servlet/http/HttpServletRequest",
            "javax/servlet/ServletRequest",
            "jakarta/servlet/ServletRequest");
    private static final Set<String> READS = Set.of("getParameter", "getHeader", "getQueryString");
    /** Their result is made of nothing but receiver and arguments. */
    private static final Set<String> PURE = Set.of(
            "concat",
            "substring",
            "trim",
            "strip",
            "toLowerCase",
            "toUpperCase",
            "replace",
            "repeat",
            "toString",
            "intern",
            "valueOf",
            "charAt");

    /** Sites whose content is not known to be safe, with the line of the request they took it from, else 0. */
    private final Map<Integer, Integer> spoilt = new HashMap<>();

    private final IdentityHashMap<AbstractInsnNode, Integer> lines;
    private final Map<AbstractInsnNode, Integer> sites = new HashMap<>();

    Facts(IdentityHashMap<AbstractInsnNode, Integer> lines) {
        super(Opcodes.ASM9);
        this.lines = lines;
    }

    /** How much is known to be unsafe; grows until a pass adds nothing. */
    int spoiltSites() {
        return spoilt.hashCode() * 31 + spoilt.size();
    }

    /** The value as it may be once everything that the method does to it is done. */
    Fact settled(Fact value) {
        var source = value.site() < 0 ? null : spoilt.get(value.site());
        if (source == null) {
            return value;
        }
        return source > 0 ? Fact.outside(source) : Fact.UNKNOWN;
    }

    private boolean isSafe(Fact value) {
        return settled(value).origin() == Origin.SAFE;
    }

    private void spoil(Fact holder, Fact by) {
        if (holder.site() >= 0) {
            spoilt.merge(holder.site(), settled(by).source(), Math::max);
        }
    }

    @Override
    public @Nullable Fact newValue(@Nullable Type type) {
        if (type == null) {
            return Fact.UNKNOWN;
        }
        return type.equals(Type.VOID_TYPE) ? null : ofType(type);
    }

    /** Numbers and truth values carry no text; characters do. */
    private static Fact ofType(Type type) {
        return switch (type.getSort()) {
            case Type.CHAR, Type.ARRAY, Type.OBJECT -> Fact.UNKNOWN;
            default -> Fact.safe(type.getSize());
        };
    }

    @Override
    public Fact newOperation(AbstractInsnNode insn) {
        int opcode = insn.getOpcode();
        if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            return Fact.constant(opcode - Opcodes.ICONST_0);
        }
        return switch (opcode) {
            case Opcodes.BIPUSH, Opcodes.SIPUSH -> Fact.constant(((IntInsnNode) insn).operand);
            case Opcodes.LDC -> ofConstant(((LdcInsnNode) insn).cst);
            case Opcodes.LCONST_0, Opcodes.LCONST_1, Opcodes.DCONST_0, Opcodes.DCONST_1 -> Fact.SAFE_WIDE;
            case Opcodes.ACONST_NULL, Opcodes.FCONST_0, Opcodes.FCONST_1, Opcodes.FCONST_2 -> Fact.SAFE;
            case Opcodes.NEW -> BUILDERS.contains(((TypeInsnNode) insn).desc) ? Fact.made(site(insn)) : Fact.UNKNOWN;
            case Opcodes.GETSTATIC -> ofType(Type.getType(((org.objectweb.asm.tree.FieldInsnNode) insn).desc));
            default -> Fact.UNKNOWN;
        };
    }

    private static Fact ofConstant(Object value) {
        if (value instanceof Integer || value instanceof String) {
            return Fact.constant(value);
        }
        return value instanceof Long || value instanceof Double
                ? Fact.SAFE_WIDE
                : value instanceof Float ? Fact.SAFE : Fact.UNKNOWN;
    }

    private int site(AbstractInsnNode insn) {
        return sites.computeIfAbsent(insn, one -> sites.size());
    }

    @Override
    public Fact copyOperation(AbstractInsnNode insn, Fact value) {
        return value;
    }

    @Override
    public @Nullable Fact unaryOperation(AbstractInsnNode insn, Fact value) {
        int opcode = insn.getOpcode();
        return switch (opcode) {
            case Opcodes.INEG -> value.constant() instanceof Integer i ? Fact.constant(-i) : Fact.SAFE;
            case Opcodes.IINC ->
                value.constant() instanceof Integer i
                        ? Fact.constant(i + ((IincInsnNode) insn).incr)
                        : new Fact(1, value.origin(), null, -1, value.source());
            case Opcodes.I2C, Opcodes.I2B, Opcodes.I2S -> value.constant() != null ? Fact.SAFE : Fact.UNKNOWN;
            case Opcodes.I2L,
                    Opcodes.I2D,
                    Opcodes.F2L,
                    Opcodes.F2D,
                    Opcodes.L2D,
                    Opcodes.D2L,
                    Opcodes.LNEG,
                    Opcodes.DNEG -> Fact.SAFE_WIDE;
            case Opcodes.L2I,
                    Opcodes.L2F,
                    Opcodes.F2I,
                    Opcodes.D2I,
                    Opcodes.D2F,
                    Opcodes.I2F,
                    Opcodes.FNEG,
                    Opcodes.ARRAYLENGTH,
                    Opcodes.INSTANCEOF -> Fact.SAFE;
            case Opcodes.CHECKCAST -> value;
            case Opcodes.ANEWARRAY -> Fact.made(site(insn));
            case Opcodes.GETFIELD -> ofType(Type.getType(((org.objectweb.asm.tree.FieldInsnNode) insn).desc));
            case Opcodes.PUTSTATIC -> {
                spoil(value, Fact.UNKNOWN);
                yield null;
            }
            case Opcodes.NEWARRAY -> Fact.UNKNOWN;
            default -> null;
        };
    }

    @Override
    public @Nullable Fact binaryOperation(AbstractInsnNode insn, Fact left, Fact right) {
        int opcode = insn.getOpcode();
        if (left.constant() instanceof Integer a && right.constant() instanceof Integer b) {
            var folded = Arithmetic.fold(opcode, a, b);
            if (folded != null) {
                return Fact.constant(folded);
            }
        }
        return switch (opcode) {
            case Opcodes.AALOAD ->
                left.site() >= 0
                        ? new Fact(
                                1,
                                settled(left).origin(),
                                null,
                                -1,
                                settled(left).source())
                        : Fact.UNKNOWN;
            case Opcodes.CALOAD -> Fact.UNKNOWN;
            case Opcodes.PUTFIELD -> {
                spoil(right, Fact.UNKNOWN);
                yield null;
            }
            case Opcodes.IF_ICMPEQ,
                    Opcodes.IF_ICMPNE,
                    Opcodes.IF_ICMPLT,
                    Opcodes.IF_ICMPGE,
                    Opcodes.IF_ICMPGT,
                    Opcodes.IF_ICMPLE,
                    Opcodes.IF_ACMPEQ,
                    Opcodes.IF_ACMPNE -> null;
            case Opcodes.LALOAD,
                    Opcodes.DALOAD,
                    Opcodes.LADD,
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
                    Opcodes.DREM -> Fact.SAFE_WIDE;
            // an int may be a character on its way: arithmetic does not make it a harmless one
            default -> left.origin() == Origin.SAFE && right.origin() == Origin.SAFE ? Fact.SAFE : Fact.UNKNOWN;
        };
    }

    @Override
    public @Nullable Fact ternaryOperation(AbstractInsnNode insn, Fact array, Fact index, Fact value) {
        if (insn.getOpcode() == Opcodes.AASTORE) {
            if (!isSafe(value) || value.site() >= 0) {
                spoil(array, value);
            }
            spoil(value, Fact.UNKNOWN);
        }
        return null;
    }

    @Override
    public @Nullable Fact naryOperation(AbstractInsnNode insn, List<? extends Fact> values) {
        if (insn instanceof InvokeDynamicInsnNode dynamic) {
            return dynamic(dynamic, values);
        }
        return insn instanceof MethodInsnNode call ? call(call, values) : Fact.UNKNOWN;
    }

    private @Nullable Fact dynamic(InvokeDynamicInsnNode call, List<? extends Fact> values) {
        if (call.bsm.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
            return joined(values);
        }
        values.forEach(value -> spoil(value, Fact.UNKNOWN));
        return newValue(Type.getReturnType(call.desc));
    }

    private @Nullable Fact call(MethodInsnNode call, List<? extends Fact> values) {
        if (BUILDERS.contains(call.owner)) {
            return builder(call, values);
        }
        if (call.owner.equals(STRING) && PURE.contains(call.name) && !call.desc.contains("[")) {
            return pure(call, values);
        }
        values.forEach(value -> spoil(value, Fact.UNKNOWN));
        if (REQUESTS.contains(call.owner) && READS.contains(call.name)) {
            return Fact.outside(Objects.requireNonNullElse(lines.get(call), 0));
        }
        return newValue(Type.getReturnType(call.desc));
    }

    private @Nullable Fact builder(MethodInsnNode call, List<? extends Fact> values) {
        var own = values.get(0);
        var rest = values.subList(1, values.size());
        switch (call.name) {
            case "<init>", "append", "insert", "replace" -> {
                for (var value : rest) {
                    if (!isSafe(value)) {
                        spoil(own, value);
                    }
                }
            }
            case "toString", "length", "charAt", "reverse", "setLength", "delete", "deleteCharAt", "substring" -> {}
            default -> values.forEach(value -> spoil(value, Fact.UNKNOWN));
        }
        var returned = Type.getReturnType(call.desc);
        if (returned.getSort() == Type.OBJECT && BUILDERS.contains(returned.getInternalName())) {
            return own;
        }
        var content = settled(own);
        return switch (returned.getSort()) {
            case Type.VOID -> null;
            case Type.OBJECT, Type.CHAR -> new Fact(1, content.origin(), null, -1, content.source());
            default -> ofType(returned);
        };
    }

    private Fact pure(MethodInsnNode call, List<? extends Fact> values) {
        if (call.name.equals("charAt")
                && values.get(0).constant() instanceof String text
                && values.get(1).constant() instanceof Integer index
                && index >= 0
                && index < text.length()) {
            return Fact.constant((int) text.charAt(index));
        }
        return joined(values);
    }

    /** Text made of all of these. */
    private Fact joined(List<? extends Fact> values) {
        var made = Fact.SAFE;
        for (var value : values) {
            var now = settled(value);
            if (now.origin().compareTo(made.origin()) > 0) {
                made = new Fact(1, now.origin(), null, -1, now.source());
            }
        }
        return made;
    }

    @Override
    public void returnOperation(AbstractInsnNode insn, Fact value, Fact expected) {
        spoil(value, Fact.UNKNOWN);
    }

    @Override
    public Fact merge(Fact one, Fact other) {
        if (one.equals(other)) {
            return one;
        }
        if (one.site() >= 0 || other.site() >= 0) {
            // through the joined value either could be changed unseen
            spoil(one, other);
            spoil(other, one);
            var source = Math.max(settled(one).source(), settled(other).source());
            return source > 0 ? Fact.outside(source) : Fact.UNKNOWN;
        }
        var origin = one.origin().compareTo(other.origin()) > 0 ? one.origin() : other.origin();
        return new Fact(Math.min(one.size(), other.size()), origin, null, -1, Math.max(one.source(), other.source()));
    }
}
