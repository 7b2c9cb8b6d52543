package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Thing;
import dev.gatehouse.engine.sast.triage.value.Value;
import dev.gatehouse.engine.sast.triage.value.Value.Setting;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;

/** What is in static fields that are set once: constants, and what the class's initialiser puts there. */
final class Statics {
    private final Program program;
    private final Walker walker;
    private final Map<String, Map<String, Value>> byType = new HashMap<>();

    Statics(Program program, Walker walker) {
        this.program = program;
        this.walker = walker;
    }

    Value of(FieldInsnNode read) {
        var type = Type.getType(read.desc);
        var field = program.field(read.owner, read.name);
        if (field.isEmpty()) {
            if (read.owner.equals("java/io/File") && read.name.startsWith("separator")) {
                return Value.constant(new Setting("/")).sized(type.getSize());
            }
            if (read.owner.equals("java/lang/Boolean") && (read.name.equals("TRUE") || read.name.equals("FALSE"))) {
                return Value.constant(read.name.equals("TRUE") ? 1 : 0);
            }
            boolean ofJava = read.owner.startsWith("java/") && read.desc.equals("Ljava/lang/String;");
            return ofJava ? Value.SAFE : Value.ofType(type);
        }
        if ((field.get().access & Opcodes.ACC_FINAL) == 0) {
            return walker.fields().of(read, Value.ofType(type));
        }
        var constant = field.get().value;
        if (constant instanceof String || constant instanceof Integer) {
            return Value.constant(constant);
        }
        return set(read.owner).getOrDefault(read.name, Value.ofType(type));
    }

    private Map<String, Value> set(String owner) {
        var known = byType.get(owner);
        if (known != null) {
            return known;
        }
        byType.put(owner, Map.of()); // initialisers that need one another see nothing
        var found = program.type(owner).map(this::initialised).orElse(Map.of());
        byType.put(owner, found);
        return found;
    }

    private Map<String, Value> initialised(ClassNode node) {
        var fields = program.method(node.name, "<clinit>", "()V")
                .filter(one -> one.owner.name.equals(node.name))
                .flatMap(walker::initialised);
        var values = new HashMap<String, Value>();
        fields.map(Thing::slots)
                .ifPresent(slots -> slots.forEach((name, value) -> {
                    // an object may be changed by whoever can reach the field
                    var known = value.isObject()
                            ? Value.UNKNOWN
                            : value.numbered(0).guarding(null).inForm(0).ofKin(0);
                    values.put((String) name, known);
                }));
        return values;
    }

    /** The class's own fields while its initialiser runs, which alone can set the final ones; else none. */
    static boolean areBeingSet(Code code, FieldInsnNode field) {
        return code.method.name.equals("<clinit>") && code.owner.name.equals(field.owner);
    }
}
