package dev.gatehouse.engine.sast.context;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;

/** One class, read for digests. */
final class ClassShape {
    private final Names names;
    private final List<String> outline = new ArrayList<>();
    private final Map<String, OffsetMethodNode> methods = new HashMap<>();
    private final Map<String, Optional<MethodCode>> codes = new HashMap<>();
    private String className = "";

    private ClassShape(Names names) {
        this.names = names;
    }

    static ClassShape read(byte[] classFile, Names names) {
        var shape = new ClassShape(names);
        var reader = new OffsetReader(classFile);
        reader.accept(shape.visitor(reader), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return shape;
    }

    private ClassVisitor visitor(OffsetReader reader) {
        return new ClassVisitor(Opcodes.ASM9) {
            @Override
            public void visit(
                    int version,
                    int access,
                    String name,
                    @Nullable String signature,
                    @Nullable String base,
                    String[] interfaces) {
                className = name;
                outline.add("class");
                outline.add(base == null ? "" : names.type(base));
                for (var one : interfaces) {
                    outline.add(names.type(one));
                }
            }

            @Override
            public MethodVisitor visitMethod(
                    int access,
                    String name,
                    String descriptor,
                    @Nullable String signature,
                    String @Nullable [] exceptions) {
                var node = new OffsetMethodNode(reader, access, name, descriptor);
                methods.put(name + descriptor, node);
                return node;
            }
        };
    }

    List<String> outline() {
        return outline;
    }

    List<String> methodOutline(String name, String descriptor) {
        var method = methods.get(name + descriptor);
        boolean isStatic = method != null && (method.access & Opcodes.ACC_STATIC) != 0;
        return List.of("method", isStatic ? "static" : "instance", names.descriptor(descriptor));
    }

    Optional<MethodCode> method(String name, String descriptor) {
        return codes.computeIfAbsent(
                name + descriptor,
                key -> Optional.ofNullable(methods.get(key)).flatMap(node -> MethodCode.of(className, node, names)));
    }

    /** A reader that tells at which offset of the byte code the next instruction is. */
    static final class OffsetReader extends ClassReader {
        private int offset;

        OffsetReader(byte[] classFile) {
            super(classFile);
        }

        @Override
        protected void readBytecodeInstructionOffset(int bytecodeOffset) {
            offset = bytecodeOffset;
        }
    }

    /** A method that knows at which offsets its instructions are. */
    static final class OffsetMethodNode extends MethodNode {
        private final Map<Integer, AbstractInsnNode> byOffset = new HashMap<>();

        OffsetMethodNode(OffsetReader reader, int access, String name, String descriptor) {
            super(Opcodes.ASM9, access, name, descriptor, null, null);
            instructions = new InsnList() {
                @Override
                public void add(AbstractInsnNode instruction) {
                    super.add(instruction);
                    if (instruction.getOpcode() >= 0) {
                        byOffset.put(reader.offset, instruction);
                    }
                }
            };
        }

        Optional<AbstractInsnNode> at(int offset) {
            return Optional.ofNullable(byOffset.get(offset));
        }
    }
}
