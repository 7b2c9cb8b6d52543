package dev.gatehouse.engine.sast.triage.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** The classes of a module, read when they are asked for, and who extends whom. */
final class Program {
    private static final int MOST_IN_MEMORY = 400;
    private static final int MOST_INSTRUCTIONS = 20_000;

    private final ProgramFiles files;
    private final Map<String, Optional<ClassNode>> nodes = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<ClassNode>> eldest) {
            return size() > MOST_IN_MEMORY;
        }
    };
    private final Map<String, Optional<Code>> codes = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Code>> eldest) {
            return size() > MOST_IN_MEMORY;
        }
    };
    private final Map<String, Set<String>> belows = new HashMap<>();
    private @Nullable Map<String, List<String>> subtypes;

    Program(ProgramFiles files) {
        this.files = files;
    }

    ProgramFiles files() {
        return files;
    }

    Optional<ClassNode> type(String name) {
        var known = nodes.get(name);
        if (known == null) {
            known = read(name);
            nodes.put(name, known);
        }
        return known;
    }

    @SuppressWarnings("CatchingUnchecked") // ASM tells of a broken class file by whatever its reading runs into
    private Optional<ClassNode> read(String name) {
        try {
            return files.bytes(name).map(bytes -> {
                var node = new ClassNode();
                new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
                return node;
            });
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The code that a call on an object of exactly this class runs. */
    Optional<Code> method(String type, String name, String descriptor) {
        var key = type + ' ' + name + descriptor;
        var known = codes.get(key);
        if (known == null) {
            known = find(type, name, descriptor);
            codes.put(key, known);
        }
        return known;
    }

    private Optional<Code> find(String type, String name, String descriptor) {
        var open = new ArrayList<String>(List.of(type));
        for (int i = 0; i < open.size(); i++) {
            var node = type(open.get(i)).orElse(null);
            if (node == null) {
                continue;
            }
            for (var method : node.methods) {
                if (method.name.equals(name) && method.desc.equals(descriptor)) {
                    if ((method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0) {
                        return isFollowed(method) ? Optional.of(new Code(node, method)) : Optional.empty();
                    }
                }
            }
            if (node.superName != null && !open.contains(node.superName)) {
                open.add(node.superName);
            }
            node.interfaces.stream().filter(one -> !open.contains(one)).forEach(open::add);
        }
        return Optional.empty();
    }

    private static boolean isFollowed(MethodNode method) {
        return Code.isFollowed(method, MOST_INSTRUCTIONS);
    }

    /** Whether no class below this one can have a method of its own in place of this one. */
    boolean isFinal(String type, String name, String descriptor) {
        return type(type)
                .filter(node -> (node.access & Opcodes.ACC_FINAL) != 0
                        || node.methods.stream()
                                .anyMatch(method -> method.name.equals(name)
                                        && method.desc.equals(descriptor)
                                        && (method.access & (Opcodes.ACC_FINAL | Opcodes.ACC_PRIVATE)) != 0))
                .isPresent();
    }

    /** The nearest class above this one that is not the module's own. */
    String libraryAbove(String type) {
        var name = type;
        for (var node = type(name); node.isPresent(); node = type(name)) {
            name = node.get().superName == null ? "java/lang/Object" : node.get().superName;
        }
        return name;
    }

    /** The class and all above it, as far as they are the module's own or named by its classes. */
    Set<String> above(String type) {
        var above = new LinkedHashSet<String>(List.of(type));
        var open = new ArrayList<>(above);
        for (int i = 0; i < open.size(); i++) {
            type(open.get(i)).ifPresent(node -> {
                node.interfaces.stream().filter(above::add).forEach(open::add);
                if (node.superName != null && above.add(node.superName)) {
                    open.add(node.superName);
                }
            });
        }
        return above;
    }

    /** The module's classes that can be meant by this one: itself and all below it. */
    Set<String> below(String type) {
        return belows.computeIfAbsent(type, this::findBelow);
    }

    private Set<String> findBelow(String type) {
        var below = new LinkedHashSet<String>(List.of(type));
        var open = new ArrayList<>(below);
        for (int i = 0; i < open.size(); i++) {
            for (var one : subtypes().getOrDefault(open.get(i), List.of())) {
                if (below.add(one)) {
                    open.add(one);
                }
            }
        }
        return below;
    }

    private Map<String, List<String>> subtypes() {
        if (subtypes == null) {
            subtypes = new HashMap<>();
            for (var name : files.names()) {
                addAbove(name, subtypes);
            }
        }
        return subtypes;
    }

    @SuppressWarnings("CatchingUnchecked") // ASM tells of a broken class file by whatever its reading runs into
    private void addAbove(String name, Map<String, List<String>> found) {
        try {
            files.bytes(name).ifPresent(bytes -> {
                var reader = new ClassReader(bytes);
                var above = new ArrayList<>(List.of(reader.getInterfaces()));
                if (reader.getSuperName() != null) {
                    above.add(reader.getSuperName());
                }
                above.forEach(one ->
                        found.computeIfAbsent(one, key -> new ArrayList<>()).add(name));
            });
        } catch (RuntimeException e) {
            return; // it is told of where it is analysed
        }
    }

    Optional<FieldNode> field(String type, String name) {
        return type(type)
                .flatMap(node -> node.fields.stream()
                        .filter(field -> field.name.equals(name))
                        .findFirst());
    }
}
