package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Value;
import dev.gatehouse.engine.sast.triage.value.Value.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What is in private fields that the class sets to harmless values only, and in those that a framework sets from the
 * application's settings. Fields of ordinary objects are left out: whoever reads JSON into an object by reflection may
 * set them to anything; static fields, and those of objects that a container makes, nobody sets so.
 */
final class Fields {
    private static final int MOST_WRITERS = 12;

    /** Of these types only what the field refers to counts: nobody can change it afterwards. */
    private static final Set<String> UNCHANGING =
            Set.of("Ljava/lang/String;", "Ljava/lang/Integer;", "Ljava/lang/Long;", "Ljava/lang/Boolean;");

    private static final Set<String> CONTAINER_TYPES = Set.of(
            "javax/servlet/GenericServlet",
            "jakarta/servlet/GenericServlet",
            "javax/servlet/http/HttpServlet",
            "jakarta/servlet/http/HttpServlet",
            "javax/servlet/Filter",
            "jakarta/servlet/Filter");
    private static final Set<String> CONTAINER_MARKS = Set.of(
            "Lorg/springframework/stereotype/Component;",
            "Lorg/springframework/stereotype/Service;",
            "Lorg/springframework/stereotype/Repository;",
            "Lorg/springframework/stereotype/Controller;",
            "Lorg/springframework/web/bind/annotation/RestController;",
            "Ljavax/ws/rs/Path;",
            "Ljakarta/ws/rs/Path;");

    private final Program program;
    private final Settings settings;
    private final Walker walker;
    private final Map<String, Value> known = new HashMap<>();

    Fields(Program program, Settings settings, Walker walker) {
        this.program = program;
        this.settings = settings;
        this.walker = walker;
    }

    /** @param otherwise what the type of the field says */
    Value of(FieldInsnNode read, Value otherwise) {
        if (!UNCHANGING.contains(read.desc)) {
            return otherwise;
        }
        var key = read.owner + '.' + read.name;
        var found = known.get(key);
        if (found == null) {
            known.put(key, otherwise); // methods that need one another see nothing
            found = find(read.owner, read.name).orElse(otherwise);
            known.put(key, found);
        }
        return found;
    }

    private Optional<Value> find(String owner, String name) {
        var type = program.type(owner);
        var field = program.field(owner, name);
        if (type.isEmpty() || field.isEmpty()) {
            return Optional.empty();
        }
        var bound = settings.bound(type.get().visibleAnnotations, name);
        if (bound.isPresent()) {
            return bound.map(Value::unproven); // whoever has the object may set it otherwise
        }
        var setting = settings.of(field.get().visibleAnnotations);
        if (setting.isPresent()) {
            boolean ownOnly = (field.get().access & Opcodes.ACC_PRIVATE) != 0
                    && set(type.get(), name).isPresent();
            return setting.map(value -> ownOnly ? value : value.unproven());
        }
        return isSetHereOnly(type.get(), field.get()) ? set(type.get(), name) : Optional.empty();
    }

    private boolean isSetHereOnly(ClassNode type, FieldNode field) {
        boolean marked = field.visibleAnnotations != null || field.invisibleAnnotations != null;
        boolean ownOnly = (field.access & Opcodes.ACC_PRIVATE) != 0 && !marked;
        return ownOnly && ((field.access & Opcodes.ACC_STATIC) != 0 || isMadeByContainer(type));
    }

    private boolean isMadeByContainer(ClassNode type) {
        return program.above(type.name).stream().anyMatch(CONTAINER_TYPES::contains)
                || (type.visibleAnnotations != null
                        && type.visibleAnnotations.stream().anyMatch(one -> CONTAINER_MARKS.contains(one.desc)));
    }

    /** None when something else than harmless values may be put there. */
    private Optional<Value> set(ClassNode owner, String field) {
        var values = new ArrayList<Value>();
        int writers = 0;
        for (var type : nest(owner)) {
            for (var method : type.methods) {
                if (writes(method, owner.name, field)) {
                    var walk = ++writers > MOST_WRITERS
                            ? Optional.<Walk>empty()
                            : program.method(type.name, method.name, method.desc)
                                    .flatMap(walker::apart);
                    if (walk.isEmpty()) {
                        return Optional.empty();
                    }
                    walk.get().reached((insn, state) -> {
                        if (isWrite(insn, owner.name, field)) {
                            values.add(state.operand(0));
                        }
                    });
                }
            }
        }
        return values.stream().allMatch(value -> value.isSafe() && !value.isObject())
                ? Optional.of(Optional.ofNullable(always(values))
                        .map(text -> Value.constant(new Setting(text)))
                        .orElse(Value.SAFE))
                : Optional.empty();
    }

    /** The text that is put there each time; null before the first time, so no constant. */
    private static @Nullable String always(List<Value> values) {
        var texts = new LinkedHashSet<Object>();
        values.forEach(value -> texts.add(Objects.requireNonNullElse(value.constant(), values)));
        return texts.size() == 1 && texts.iterator().next() instanceof String text ? text : null;
    }

    /** The classes that may use the private fields of this one (Java Virtual Machine Specification, 5.4.4). */
    private List<ClassNode> nest(ClassNode type) {
        var host = type.nestHostClass == null
                ? type
                : program.type(type.nestHostClass).orElse(type);
        var names = new LinkedHashSet<>(List.of(type.name, host.name));
        if (host.nestMembers != null) {
            names.addAll(host.nestMembers);
        }
        return names.stream().map(program::type).flatMap(Optional::stream).toList();
    }

    private static boolean writes(MethodNode method, String owner, String field) {
        for (var insn : method.instructions) {
            if (isWrite(insn, owner, field)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWrite(AbstractInsnNode insn, String owner, String field) {
        return insn instanceof FieldInsnNode write
                && (write.getOpcode() == Opcodes.PUTFIELD || write.getOpcode() == Opcodes.PUTSTATIC)
                && write.owner.equals(owner)
                && write.name.equals(field);
    }
}
