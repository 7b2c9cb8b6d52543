package dev.gatehouse.jenkins.api;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;

/** Compares class files with what the real classes of Jenkins have. */
final class ApiCheck {
    private static final List<String> JENKINS = List.of(
            "hudson/", "jenkins/", "org/jenkinsci/", "org/kohsuke/", "com/cloudbees/", "org/jvnet/", "net/sf/json/");

    private final Listing listing;

    ApiCheck(Listing listing) {
        this.listing = listing;
    }

    static boolean isJenkins(String type) {
        return JENKINS.stream().anyMatch(type::startsWith);
    }

    /** Every use of Jenkins that the real one has not, or does not let a plugin have. */
    List<String> uses(ClassFacts user) {
        var faults = new ArrayList<String>();
        user.types.stream().filter(ApiCheck::isJenkins).sorted().forEach(type -> {
            var found = listing.find(type);
            if (found == null) {
                faults.add("%s names %s, which Jenkins does not have".formatted(user.name, type));
            } else if (found.restricted()) {
                faults.add("%s names %s, which Jenkins restricts".formatted(user.name, type));
            }
        });
        user.references.stream()
                .filter(reference ->
                        isJenkins(reference.owner()) && !reference.owner().startsWith("["))
                .forEach(reference -> faults.addAll(use(user, reference)));
        return faults;
    }

    private List<String> use(ClassFacts user, ClassFacts.Reference reference) {
        // a constructor is never inherited
        var owners = reference.name().equals("<init>")
                ? Stream.of(reference.owner()).map(listing::find).flatMap(Stream::ofNullable)
                : listing.family(reference.owner()).stream();
        var found = owners.flatMap(type -> type.members().stream())
                .filter(is(reference.name(), reference.descriptor()))
                .findFirst();
        if (found.isEmpty()) {
            return isFromElsewhere(reference)
                    ? List.of()
                    : List.of("%s uses %s, which Jenkins does not have".formatted(user.name, reference));
        }
        return found.get().restricted()
                ? List.of("%s uses %s, which Jenkins restricts".formatted(user.name, reference))
                : List.of();
    }

    /** Methods that a concrete class must have, because Jenkins declares them abstract, and has not. */
    List<String> missing(ClassFacts user, Map<String, ClassFacts> others) {
        if (user.isAbstract()) {
            return List.of();
        }
        var declared = new ArrayList<ClassFacts.Declared>();
        var roots = new ArrayList<String>();
        collect(user, others, declared, roots);
        return roots.stream()
                .flatMap(root -> listing.members(root)
                        .filter(member -> member.access().contains("abstract"))
                        .filter(member -> declared.stream()
                                .noneMatch(own -> own.name().equals(member.name())
                                        && own.descriptor().equals(member.descriptor())))
                        .filter(member -> roots.stream()
                                .flatMap(listing::members)
                                .noneMatch(other -> !other.access().contains("abstract")
                                        && is(member.name(), member.descriptor())
                                                .test(other)))
                        .map(member -> "%s does not implement %s of %s".formatted(user.name, member.name(), root)))
                .distinct()
                .toList();
    }

    private static void collect(
            ClassFacts user, Map<String, ClassFacts> others, List<ClassFacts.Declared> declared, List<String> roots) {
        declared.addAll(user.declared);
        for (var parent : user.supers) {
            var own = others.get(parent);
            if (own != null) {
                collect(own, others, declared, roots);
            } else if (isJenkins(parent)) {
                roots.add(parent);
            }
        }
    }

    /** Whatever of a signature that is compiled against is not as in the real class. */
    List<String> signature(ClassFacts stub) {
        var real = listing.find(stub.name);
        if (real == null) {
            return List.of(stub.name + " does not exist in Jenkins");
        }
        var faults = new ArrayList<String>();
        if (real.isInterface() != ((stub.access & Opcodes.ACC_INTERFACE) != 0)) {
            faults.add(stub.name + " is an interface in one of the two only");
        }
        var family = listing.family(stub.name).stream().map(Listing.Type::name).toList();
        stub.supers.stream()
                .filter(parent -> isJenkins(parent) && !family.contains(parent))
                .forEach(parent -> faults.add("%s is no %s in Jenkins".formatted(stub.name, parent)));
        stub.declared.stream().filter(ApiCheck::isVisible).forEach(own -> {
            var member = real.members().stream()
                    .filter(is(own.name(), own.descriptor()))
                    .findFirst();
            if (member.isEmpty()) {
                faults.add("%s.%s%s does not exist in Jenkins".formatted(stub.name, own.name(), own.descriptor()));
            } else if (member.get().access().contains("static") != ((own.access() & Opcodes.ACC_STATIC) != 0)) {
                faults.add("%s.%s is static in one of the two only".formatted(stub.name, own.name()));
            }
        });
        return faults;
    }

    private static boolean isVisible(ClassFacts.Declared member) {
        return (member.access() & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0
                && (member.access() & Opcodes.ACC_SYNTHETIC) == 0
                && !Set.of("values", "valueOf").contains(member.name());
    }

    /** Whether it comes from a supertype that is no part of Jenkins, such as the servlet API. */
    private boolean isFromElsewhere(ClassFacts.Reference reference) {
        return listing.family(reference.owner()).stream()
                .flatMap(type -> type.supers().stream())
                .filter(type -> !isJenkins(type))
                .flatMap(type -> methods(type.replace('/', '.')))
                .anyMatch(method -> method.getName().equals(reference.name())
                        && org.objectweb.asm.Type.getMethodDescriptor(method).equals(reference.descriptor()));
    }

    private static Stream<Method> methods(String type) {
        try {
            return Stream.of(Class.forName(type).getMethods());
        } catch (ClassNotFoundException e) {
            // what is not here cannot speak for a reference
            return Stream.empty();
        }
    }

    private static Predicate<Listing.Member> is(String name, String descriptor) {
        return member -> member.name().equals(name) && member.descriptor().equals(descriptor);
    }
}
