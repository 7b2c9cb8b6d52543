package dev.gatehouse.jenkins.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What one class file says of itself and refers to. */
final class ClassFacts extends ClassVisitor {
    String name = "";
    int access;
    final List<String> supers = new ArrayList<>();
    final List<Declared> declared = new ArrayList<>();
    final Set<Reference> references = new HashSet<>();
    final Set<String> types = new HashSet<>();

    record Reference(String owner, String name, String descriptor) {}

    record Declared(String name, String descriptor, int access) {}

    private ClassFacts() {
        super(Opcodes.ASM9);
    }

    static ClassFacts of(byte[] classFile) {
        var facts = new ClassFacts();
        new ClassReader(classFile).accept(facts, ClassReader.SKIP_FRAMES);
        return facts;
    }

    boolean isAbstract() {
        return (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) != 0;
    }

    @Override
    public void visit(int version, int flags, String self, String signature, String parent, String[] interfaces) {
        name = self;
        access = flags;
        supers.add(parent);
        supers.addAll(List.of(interfaces));
        types.addAll(supers);
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int flags, String field, String descriptor, String signature, Object value) {
        declared.add(new Declared(field, descriptor, flags));
        add(Type.getType(descriptor));
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int flags, String method, String descriptor, String signature, String[] exceptions) {
        declared.add(new Declared(method, descriptor, flags));
        add(Type.getMethodType(descriptor));
        return new Body();
    }

    private void refer(String owner, String member, String descriptor) {
        references.add(new Reference(owner, member, descriptor));
        types.add(owner);
    }

    private void add(Type type) {
        switch (type.getSort()) {
            case Type.METHOD -> {
                add(type.getReturnType());
                List.of(type.getArgumentTypes()).forEach(this::add);
            }
            case Type.ARRAY -> add(type.getElementType());
            case Type.OBJECT -> types.add(type.getInternalName());
            default -> {
                // a primitive
            }
        }
    }

    /** What the instructions refer to. */
    private final class Body extends MethodVisitor {
        Body() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
            refer(owner, field, descriptor);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean isInterface) {
            refer(owner, method, descriptor);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            add(Type.getObjectType(type));
        }

        @Override
        public void visitInvokeDynamicInsn(String method, String descriptor, Handle bootstrap, Object... arguments) {
            add(Type.getMethodType(descriptor));
            for (var argument : arguments) {
                if (argument instanceof Handle handle) {
                    refer(handle.getOwner(), handle.getName(), handle.getDesc());
                }
            }
        }
    }
}
