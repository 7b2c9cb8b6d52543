package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.library.AllowedCharacters;
import dev.gatehouse.engine.sast.triage.library.Library;
import dev.gatehouse.engine.sast.triage.library.Strings;
import dev.gatehouse.engine.sast.triage.value.Guard;
import dev.gatehouse.engine.sast.triage.value.Origin;
import dev.gatehouse.engine.sast.triage.value.Thing;
import dev.gatehouse.engine.sast.triage.value.Use;
import dev.gatehouse.engine.sast.triage.value.Value;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** Methods of libraries that the table knows, with constants computed and checks remembered. */
final class Texts {
    /** Results that nobody can change. */
    private static final Set<String> UNCHANGING = Set.of(
            "java/lang/String",
            "java/lang/CharSequence",
            "java/lang/Object",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Boolean",
            "java/lang/Character",
            "java/lang/Class",
            "java/io/File",
            "java/nio/file/Path",
            "java/net/URI",
            "java/net/URL");

    /** Makers of collections that nobody can change. */
    private static final Set<String> UNCHANGING_MAKERS = Set.of(
            "java/util/List",
            "java/util/Set",
            "java/util/Map",
            "java/util/Collections",
            "java/util/Base64",
            "java/util/Base64$Encoder",
            "org/owasp/esapi/ESAPI");

    private static final Set<String> CANONICAL =
            Set.of("getCanonicalPath", "getCanonicalFile", "normalize", "toRealPath");
    private static final Set<String> FILES = Set.of("java/io/File", "java/nio/file/Path");

    private Texts() {}

    static @Nullable Answer answer(Invocation call) {
        var folded = folded(call);
        if (folded != null) {
            return folded;
        }
        if (call.owner().equals("java/util/Arrays") && call.name().equals("asList")) {
            return asList(call);
        }
        var matcher = matcher(call);
        if (matcher != null) {
            return matcher;
        }
        var effect = Library.of(call.owner(), call.name());
        if (effect.isEmpty()) {
            return contains(call);
        }
        return effect(call, effect.get());
    }

    private static @Nullable Answer folded(Invocation call) {
        if (call.isStatic() && call.name().equals("valueOf") && call.arguments().size() == 1) {
            var given = call.argument(0);
            boolean boxed =
                    call.owner().equals("java/lang/Integer") || call.owner().equals("java/lang/Boolean");
            if (boxed && given.constant() instanceof Integer) {
                return Answer.of(given);
            }
            if (call.owner().equals("java/lang/String") && given.constant() != null) {
                char type = call.parameter(0).getDescriptor().charAt(0);
                return Strings.written(Objects.requireNonNull(given.constant()), type)
                        .map(text -> Answer.of(Value.constant(text)))
                        .orElse(null);
            }
        }
        boolean unboxes = !call.isStatic()
                && (call.name().equals("intValue") || call.name().equals("booleanValue"));
        if (unboxes && call.receiver().constant() instanceof Integer) {
            return Answer.of(call.receiver());
        }
        if (!call.owner().equals("java/lang/String") || call.isStatic() || call.isConstructor()) {
            return null;
        }
        var constants = call.arguments().stream().map(value -> value.constant()).toList();
        boolean known = constants.stream().allMatch(one -> one instanceof String || one instanceof Integer);
        if (call.receiver().constant() instanceof String text && known) {
            return Strings.fold(text, call.name(), call.call().desc, constants)
                    .map(result -> Answer.of(Value.constant(result)))
                    .orElse(null);
        }
        return null;
    }

    private static @Nullable Answer asList(Invocation call) {
        // the list and the array are one
        return call.heap().of(call.argument(0)).isPresent() ? Answer.of(call.argument(0)) : null;
    }

    private static @Nullable Answer contains(Invocation call) {
        boolean asks = call.name().equals("contains") || call.name().equals("containsKey");
        return asks
                        && !call.isStatic()
                        && call.arguments().size() == 1
                        && call.owner().startsWith("java/util/")
                ? Answer.of(Lists.among(call))
                : null;
    }

    /** {@code text.matches(expression)}, and the same by way of Pattern and Matcher. */
    private static @Nullable Answer matcher(Invocation call) {
        return switch (call.owner() + '.' + call.shape()) {
            case "java/util/regex/Pattern.compile/1" ->
                call.argument(0).constant() instanceof String ? Answer.of(call.argument(0)) : null;
            case "java/util/regex/Pattern.matcher/1" ->
                Answer.of(checked(Value.UNKNOWN, call.receiver(), call.argument(0)));
            case "java/util/regex/Matcher.matches/0" ->
                Answer.of(Value.SAFE.guarding(call.receiver().guard()));
            case "java/util/regex/Pattern.matches/2" ->
                Answer.of(checked(Value.SAFE, call.argument(0), call.argument(1)));
            case "java/lang/String.matches/1" -> Answer.of(checked(Value.SAFE, call.argument(0), call.receiver()));
            case "java/lang/String.replaceAll/2" -> replaced(call);
            default -> null;
        };
    }

    private static Value checked(Value result, Value expression, Value text) {
        int fits = expression.constant() instanceof String one ? AllowedCharacters.fits(one) : 0;
        return fits != 0 && text.number() != 0 ? result.guarding(new Guard(text.number(), 0, fits)) : result;
    }

    /** Where everything but a few characters is replaced, only those are left, and what replaced the others. */
    private static @Nullable Answer replaced(Invocation call) {
        int left = call.argument(0).constant() instanceof String others
                        && call.argument(1).constant() instanceof String replacement
                ? AllowedCharacters.left(others, replacement)
                : 0;
        if (left == 0) {
            return null;
        }
        var text = call.text();
        var kept = left == Use.ALL ? Value.SAFE : text.mixedWith(Value.SAFE).withFits(left);
        return Answer.of(kept.numbered(call.number()));
    }

    private static @Nullable Answer effect(Invocation call, Library.Effect effect) {
        var returned = call.isConstructor() ? Type.getObjectType(call.owner()) : call.returned();
        if (returned.equals(Type.VOID_TYPE)) {
            return null;
        }
        if (effect.kind() == Library.Kind.OUTSIDE) {
            return Answer.of(Value.outside(call.source()).numbered(call.number()));
        }
        var plain = Value.ofType(returned);
        if (plain.isSafe()) {
            return Answer.of(guarded(call, plain));
        }
        if (effect.kind() == Library.Kind.SAFE) {
            return Answer.of(result(call, returned, Value.SAFE));
        }
        var text = call.text();
        int fits = effect.kind() == Library.Kind.KEEP ? text.fits() | effect.fits() : effect.fits();
        var result = formed(call, result(call, returned, text.isSafe() ? text : text.withFits(fits)));
        return Answer.of(names(call) ? result.ofKin(made(call)) : result);
    }

    /** Whether the call names a file, in place of asking one. */
    private static boolean names(Invocation call) {
        boolean names = call.isConstructor() || call.isStatic() || call.name().equals("resolve");
        return names && (FILES.contains(call.owner()) || call.owner().equals("java/nio/file/Paths"));
    }

    private static int made(Invocation call) {
        return call.isConstructor() ? call.receiver().number() : call.number();
    }

    /** A new array or collection can be filled by others; a text cannot. */
    private static Value result(Invocation call, Type returned, Value text) {
        boolean fixed = returned.getSort() != Type.ARRAY
                && (UNCHANGING.contains(returned.getInternalName()) || UNCHANGING_MAKERS.contains(call.owner()));
        if (fixed || !text.isSafe()) {
            var known = text.isSafe()
                            && call.values().size() == 1
                            && call.receiver().constant() != null
                            && isSameText(call)
                    ? call.receiver()
                    : text.mixedWith(Value.SAFE);
            return known.numbered(call.number());
        }
        return call.heap()
                .make(
                        call.number(),
                        returned.getSort() == Type.ARRAY
                                ? Thing.someOf("[", text)
                                : Thing.text(returned.getInternalName(), text));
    }

    private static boolean isSameText(Invocation call) {
        return call.name().equals("toString") || call.name().equals("requireNonNull");
    }

    /** Remembers of which file something is the canonical name. */
    private static Value formed(Invocation call, Value result) {
        if (call.isStatic() || call.isConstructor() || !FILES.contains(call.owner())) {
            boolean text =
                    !call.isStatic() && !call.isConstructor() && call.name().equals("toString");
            return text ? result.inForm(call.receiver().form()) : result;
        }
        boolean canonical = CANONICAL.contains(call.name());
        return result.inForm(
                canonical ? call.receiver().number() : call.receiver().form());
    }

    private static Value guarded(Invocation call, Value truth) {
        return switch (call.shape()) {
            case "equals/1" -> {
                var a = call.isStatic() ? call.argument(0) : call.receiver();
                var b = call.argument(0);
                yield equal(truth, call, a, b);
            }
            case "isLetter/1", "isDigit/1", "isLetterOrDigit/1", "isAlphabetic/1" -> {
                boolean ofCharacter = call.owner().equals("java/lang/Character") && call.isStatic();
                int about = call.argument(0).number();
                yield ofCharacter && about != 0 ? truth.guarding(new Guard(about, 0, Use.ALL)) : truth;
            }
            case "equals/2" -> equal(truth, call, call.argument(0), call.argument(1));
            case "equalsIgnoreCase/1" -> equal(truth, call, call.receiver(), call.argument(0));
            case "startsWith/1" -> {
                var file = call.receiver();
                if (file.form() != 0 && isRoot(call)) {
                    yield truth.guarding(new Guard(file.number(), file.form(), Use.PATH.bit()));
                }
                boolean listed = file.number() != 0 && listed(call.heap().text(call.argument(0))) != 0;
                yield listed ? truth.guarding(new Guard(file.number(), 0, Use.LISTED)) : truth;
            }
            default -> truth;
        };
    }

    /** Texts are compared by characters: without the separator {@code /data} would let {@code /data-of-others} through. */
    private static boolean isRoot(Invocation call) {
        var root = call.argument(0);
        boolean whole = !call.owner().equals("java/lang/String") || root.isEnded();
        var text = call.heap().text(root);
        boolean apart = text.kin() != Value.MIXED
                && (text.kin() == 0 || text.kin() != call.receiver().kin());
        return whole && apart && text.origin() != Origin.OUTSIDE;
    }

    private static Value equal(Value truth, Invocation call, Value a, Value b) {
        int ofA = listed(call.heap().text(a));
        int ofB = listed(call.heap().text(b));
        if (b.number() != 0 && (ofA == Use.ALL || (ofA != 0 && a.number() == 0))) {
            return truth.guarding(new Guard(b.number(), 0, ofA));
        }
        return a.number() != 0 && ofB != 0 ? truth.guarding(new Guard(a.number(), 0, ofB)) : truth;
    }

    /** For what a text is harmless that is the same as this one, or one of these. */
    static int listed(Value list) {
        return switch (list.origin()) {
            case SAFE -> Use.ALL;
            case UNKNOWN -> Use.LISTED;
            case OUTSIDE -> 0;
        };
    }
}
