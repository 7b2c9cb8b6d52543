package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Guard;
import dev.gatehouse.engine.sast.triage.value.Thing;
import dev.gatehouse.engine.sast.triage.value.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists, queues and sets of {@code java.util} that this program makes. */
final class Lists {
    private static final Set<String> ORDERED =
            Set.of("java/util/ArrayList", "java/util/LinkedList", "java/util/Vector", "java/util/Stack");
    private static final Set<String> SETS =
            Set.of("java/util/HashSet", "java/util/LinkedHashSet", "java/util/TreeSet", "java/util/ArrayDeque");

    private Lists() {}

    static boolean isList(String type) {
        return ORDERED.contains(type) || SETS.contains(type);
    }

    static Thing made(String type, Invocation constructor) {
        boolean copies = constructor.arguments().size() == 1
                && constructor.parameter(0).getDescriptor().equals("Ljava/util/Collection;");
        if (!copies) {
            boolean plain = constructor.arguments().stream().allMatch(Value::isSafe);
            return ORDERED.contains(type)
                    ? Thing.list(type, List.of())
                    : Thing.someOf(type, plain ? Value.SAFE : Value.UNKNOWN);
        }
        var from = constructor.heap().of(constructor.argument(0));
        var items = from.map(Thing::items).orElse(null);
        if (items != null && ORDERED.contains(type) && items.stream().noneMatch(Value::isObject)) {
            return Thing.list(type, items);
        }
        return Thing.someOf(
                type, constructor.heap().text(constructor.argument(0)).mixedWith(Value.SAFE));
    }

    static @Nullable Answer answer(Invocation call) {
        boolean ofJava = call.owner().startsWith("java/util/") || call.owner().equals("java/lang/Iterable");
        if (!ofJava || call.isStatic()) {
            return null;
        }
        var thing = call.heap().of(call.receiver());
        if (thing.isEmpty() || thing.get().kind() != Thing.Kind.LIST) {
            return null;
        }
        var items = thing.get().items();
        return switch (call.shape()) {
            case "add/1", "addLast/1", "addElement/1", "offer/1", "offerLast/1" -> {
                add(call, items == null ? -1 : items.size(), call.argument(0));
                yield done(call);
            }
            case "addFirst/1", "offerFirst/1" -> {
                add(call, items == null ? -1 : 0, call.argument(0));
                yield done(call);
            }
            case "add/2" -> {
                boolean known = items != null
                        && call.argument(0).constant() instanceof Integer at
                        && at >= 0
                        && at <= items.size();
                add(call, known && call.argument(0).constant() instanceof Integer at ? at : -1, call.argument(1));
                yield done(call);
            }
            case "addAll/1" -> {
                Items.blur(call.heap(), call.receiver(), call.heap().text(call.argument(0)));
                yield done(call);
            }
            case "set/2" -> {
                var before = Items.get(call.heap(), call.receiver(), call.argument(0));
                Items.set(call.heap(), call.receiver(), call.argument(0), call.argument(1));
                yield Answer.of(before);
            }
            case "get/1", "elementAt/1" -> Answer.of(Items.get(call.heap(), call.receiver(), call.argument(0)));
            case "getFirst/0", "firstElement/0", "peekFirst/0", "element/0", "peek/0" ->
                call.owner().equals("java/util/Stack")
                        ? last(call)
                        : Answer.of(Items.get(call.heap(), call.receiver(), Value.constant(0)));
            case "getLast/0", "lastElement/0", "peekLast/0" -> last(call);
            case "remove/1", "removeElementAt/1" -> remove(call, items);
            case "clear/0", "removeAllElements/0" -> {
                call.heap().change(call.receiver(), one -> one.items() == null ? one : one.withItems(List.of()));
                yield done(call);
            }
            case "size/0" -> items == null ? Answer.of(Value.SAFE) : Answer.of(items.size());
            case "isEmpty/0" -> items == null ? Answer.of(Value.SAFE) : Answer.of(items.isEmpty() ? 1 : 0);
            case "contains/1" -> Answer.of(among(call));
            case "indexOf/1", "lastIndexOf/1", "containsAll/1", "equals/1", "hashCode/0" -> Answer.of(Value.SAFE);
            // whoever goes through them may also take some out
            case "iterator/0", "listIterator/0", "descendingIterator/0", "elements/0" -> {
                Items.blur(call.heap(), call.receiver(), Value.SAFE);
                yield Answer.of(call.heap().text(call.receiver()).mixedWith(Value.SAFE));
            }
            case "toArray/0", "toArray/1" -> {
                var text = call.heap().text(call.receiver()).mixedWith(Value.SAFE);
                var copy = items != null && items.stream().noneMatch(Value::isObject)
                        ? Thing.list("[", items)
                        : Thing.someOf("[", text);
                yield Answer.of(call.heap().make(call.number(), copy));
            }
            default -> null;
        };
    }

    /** A test for being among what nobody outside has a hand in says that the value is harmless. */
    static Value among(Invocation call) {
        int asked = call.argument(0).number();
        int fits = Texts.listed(call.heap().text(call.receiver()));
        return asked != 0 && fits != 0 ? Value.SAFE.guarding(new Guard(asked, 0, fits)) : Value.SAFE;
    }

    private static Answer last(Invocation call) {
        var items = call.heap().of(call.receiver()).map(Thing::items).orElse(null);
        return Answer.of(
                Items.get(call.heap(), call.receiver(), items == null ? Value.SAFE : Value.constant(items.size() - 1)));
    }

    private static void add(Invocation call, int at, Value value) {
        if (at < 0) {
            Items.blur(call.heap(), call.receiver(), value);
        } else {
            Items.edit(call.heap(), call.receiver(), all -> all.add(at, value));
        }
    }

    private static Answer remove(Invocation call, @Nullable List<Value> items) {
        boolean byIndex = call.parameter(0).getDescriptor().equals("I");
        if (items != null
                && byIndex
                && call.argument(0).constant() instanceof Integer at
                && at >= 0
                && at < items.size()) {
            var gone = items.get(at);
            Items.edit(call.heap(), call.receiver(), all -> all.remove((int) at));
            return call.returned().getSort() == org.objectweb.asm.Type.OBJECT ? Answer.of(gone) : done(call);
        }
        var wanted = call.argument(0).fixed();
        if (items != null && !byIndex && wanted != null && items.stream().allMatch(item -> item.fixed() != null)) {
            Items.edit(
                    call.heap(),
                    call.receiver(),
                    all -> all.stream()
                            .filter(item -> wanted.equals(item.constant()))
                            .findFirst()
                            .ifPresent(all::remove));
            return done(call);
        }
        Items.blur(call.heap(), call.receiver(), Value.SAFE);
        return byIndex ? Answer.of(Items.get(call.heap(), call.receiver(), Value.SAFE)) : done(call);
    }

    private static Answer done(Invocation call) {
        return new Answer(call.returned().equals(org.objectweb.asm.Type.VOID_TYPE) ? null : Value.SAFE);
    }
}
