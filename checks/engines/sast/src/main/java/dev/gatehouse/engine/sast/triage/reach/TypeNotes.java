package dev.gatehouse.engine.sast.triage.reach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What one class file says of the class's methods and of those that they call. */
final class TypeNotes extends ClassVisitor {
    private static final int API = Opcodes.ASM9;
    private static final int LONGEST_NAME = 100;

    final Map<String, MethodNotes> methods = new LinkedHashMap<>();
    final Set<String> annotations = new LinkedHashSet<>();
    final List<String> above = new ArrayList<>();
    /** Texts that may be the name of a method, by which it can be called. */
    final Set<String> texts = new LinkedHashSet<>();

    String name = "";

    TypeNotes() {
        super(API);
    }

    @Override
    public void visit(
            int version,
            int access,
            String className,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        name = className;
        if (superName != null) {
            above.add(superName);
        }
        if (interfaces != null) {
            above.addAll(List.of(interfaces));
        }
    }

    @Override
    public AnnotationVisitor visitAnnotation(String type, boolean visible) {
        annotations.add(type);
        return new Said();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        var notes = new MethodNotes(name, method + descriptor, access);
        methods.put(notes.name, notes);
        return new Body(notes);
    }

    /** Texts in annotations: some name methods. */
    private final class Said extends AnnotationVisitor {
        Said() {
            super(API);
        }

        @Override
        public void visit(@Nullable String field, Object value) {
            if (value instanceof String text) {
                texts.add(text);
            }
        }

        @Override
        public AnnotationVisitor visitArray(@Nullable String field) {
            return this;
        }

        @Override
        public AnnotationVisitor visitAnnotation(@Nullable String field, String type) {
            return this;
        }
    }

    /** Notes what a method does. */
    private final class Body extends MethodVisitor {
        private final MethodNotes notes;

        Body(MethodNotes notes) {
            super(API);
            this.notes = notes;
        }

        @Override
        public AnnotationVisitor visitAnnotation(String type, boolean visible) {
            notes.annotations.add(type);
            return new Said();
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean isInterface) {
            notes.calls.add(owner + ' ' + method + descriptor);
        }

        @Override
        public void visitInvokeDynamicInsn(String method, String descriptor, Handle bootstrap, Object... arguments) {
            for (var argument : arguments) {
                handedOn(argument);
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof String text && text.length() < LONGEST_NAME) {
                texts.add(text);
            } else if (value instanceof Type type && type.getSort() == Type.OBJECT) {
                notes.makes.add(type.getInternalName());
            } else {
                handedOn(value);
            }
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            if (opcode == Opcodes.NEW) {
                notes.makes.add(type);
            }
        }

        private void handedOn(Object argument) {
            if (argument instanceof String text && text.length() < LONGEST_NAME) {
                texts.add(text);
            }
            if (argument instanceof Handle handle) {
                var method = handle.getOwner() + ' ' + handle.getName() + handle.getDesc();
                notes.calls.add(method);
                notes.handedOn.add(method);
                notes.makes.add(handle.getOwner());
            }
        }
    }
}
