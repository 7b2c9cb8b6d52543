package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Heap;
import dev.gatehouse.engine.sast.triage.value.Thing;
import dev.gatehouse.engine.sast.triage.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What a parser, or a factory of parsers, was told before it stands in a final field for good: where constructors and
 * initialisers alone set it, and no method that reads it tells it anything else or gives it away.
 */
final class ParserFields {
    private static final int MOST_MAKERS = 12;
    private static final int MOST_READERS = 12;

    private final Program program;
    private final Walker walker;
    private final Map<String, Optional<Thing>> known = new HashMap<>();

    ParserFields(Program program, Walker walker) {
        this.program = program;
        this.walker = walker;
    }

    Optional<Thing> of(FieldInsnNode read) {
        var type = Type.getType(read.desc);
        if (type.getSort() != Type.OBJECT || !Parsers.isParser(type.getInternalName())) {
            return Optional.empty();
        }
        var key = read.owner + '.' + read.name;
        var found = known.get(key);
        if (found == null) {
            known.put(key, Optional.empty()); // constructors that need one another see nothing
            found = program.type(read.owner).flatMap(owner -> find(owner, read));
            known.put(key, found);
        }
        return found;
    }

    private Optional<Thing> find(ClassNode owner, FieldInsnNode read) {
        var field = program.field(owner.name, read.name);
        var reach = field.map(one -> reaching(owner, one)).orElse(List.of());
        if (reach.isEmpty()) {
            return Optional.empty();
        }
        boolean isStatic = (field.get().access & Opcodes.ACC_STATIC) != 0;
        var told = new ArrayList<Thing>();
        for (var method : owner.methods) {
            boolean makes = method.name.equals(isStatic ? "<clinit>" : "<init>");
            if (makes) {
                var left = told.size() < MOST_MAKERS
                        ? program.method(owner.name, method.name, method.desc)
                                .flatMap(code -> left(code, read.name, isStatic))
                        : Optional.<Thing>empty();
                if (left.isEmpty()) {
                    return Optional.empty();
                }
                told.add(left.get());
            }
        }
        var all = told.stream().reduce(ParserFields::common);
        // while the readers are looked at, what is to be shown is taken for granted: each step of theirs keeps it
        known.put(owner.name + '.' + read.name, all);
        return all.filter(one -> isKept(reach, owner, read, one));
    }

    private Optional<Thing> left(Code code, String field, boolean isStatic) {
        return walker.made(code, isStatic)
                .flatMap(made -> made.heap()
                        .of(made.object())
                        .map(Thing::slots)
                        .flatMap(slots -> Optional.ofNullable(slots.get(field)))
                        .flatMap(made.heap()::of));
    }

    /** Of what different constructors tell only what all of them do. */
    private static Thing common(Thing one, Thing other) {
        var both = Thing.map(one.type());
        var slots = one.slots() == null ? Map.<Object, Value>of() : one.slots();
        for (var setting : slots.entrySet()) {
            if (other.slots() != null && setting.getValue().equals(other.slots().get(setting.getKey()))) {
                both = both.withSlot(setting.getKey(), setting.getValue());
            }
        }
        return both;
    }

    /** The classes that can read the field; none where that is not known, or it can be set again. */
    private List<ClassNode> reaching(ClassNode owner, FieldNode field) {
        boolean own = (field.access & Opcodes.ACC_PRIVATE) != 0;
        boolean open = (field.access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0;
        boolean once = (field.access & Opcodes.ACC_FINAL) != 0;
        if (open || !once || (!own && walker.isExtended())) {
            return List.of();
        }
        var names = new LinkedHashSet<String>();
        if (own) {
            var host = owner.nestHostClass == null
                    ? owner
                    : program.type(owner.nestHostClass).orElse(owner);
            names.add(owner.name);
            names.add(host.name);
            names.addAll(host.nestMembers == null ? List.of() : host.nestMembers);
            host.innerClasses.forEach(inner -> names.add(inner.name));
        } else {
            int end = owner.name.lastIndexOf('/');
            program.files().names().stream()
                    .filter(name -> name.lastIndexOf('/') == end && name.startsWith(owner.name.substring(0, end + 1)))
                    .forEach(names::add);
        }
        return names.stream().map(program::type).flatMap(Optional::stream).toList();
    }

    /** Whether the methods that read the field leave it as it is, and keep it to themselves. */
    private boolean isKept(List<ClassNode> reach, ClassNode owner, FieldInsnNode field, Thing told) {
        int readers = 0;
        for (var type : reach) {
            for (var method : type.methods) {
                boolean makes = type.name.equals(owner.name) && method.name.startsWith("<");
                if (makes || !reads(method, field)) {
                    continue;
                }
                var kept = ++readers > MOST_READERS
                        ? Optional.<Boolean>empty()
                        : program.method(type.name, method.name, method.desc)
                                .flatMap(walker::apart)
                                .map(walk -> isKept(walk, field, told));
                if (kept.isEmpty() || !kept.get()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean reads(MethodNode method, FieldInsnNode field) {
        for (var insn : method.instructions) {
            if (isRead(insn, field)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRead(AbstractInsnNode insn, FieldInsnNode field) {
        return insn instanceof FieldInsnNode one
                && (one.getOpcode() == Opcodes.GETFIELD || one.getOpcode() == Opcodes.GETSTATIC)
                && one.name.equals(field.name)
                && one.desc.equals(field.desc);
    }

    private static boolean isKept(Walk walk, FieldInsnNode field, Thing told) {
        var insns = walk.code().insns;
        var numbers = IntStream.range(0, insns.length)
                .filter(at -> isRead(insns[at], field))
                .map(walk::number)
                .toArray();
        boolean[] kept = {true};
        walk.reached((insn, state) -> {
            var heap = new Heap(state.heap);
            if (insn.getOpcode() == Opcodes.ARETURN) {
                heap.escape(state.operand(0)); // whoever gets it may do anything with it
            }
            for (int number : numbers) {
                kept[0] &=
                        !heap.has(number) || says(heap.of(Value.object(number)).orElse(null), told);
            }
        });
        return kept[0];
    }

    private static boolean says(@Nullable Thing parser, Thing told) {
        return parser != null
                && parser.slots() != null
                && told.slots() != null
                && parser.slots().entrySet().containsAll(told.slots().entrySet());
    }
}
