package dev.gatehouse.engine.sast.triage;

import dev.gatehouse.engine.sast.triage.reach.CallGraph;
import dev.gatehouse.engine.sast.triage.walk.Walked;
import dev.gatehouse.engine.sast.triage.walk.Walker;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Triage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.objectweb.asm.Type;

/**
 * Looks at a method in the light of what it is given, where all code that can call it is known: nothing harmful on any
 * way clears a finding, a value from a request on one of them confirms it.
 */
final class FromCallers {
    private static final int MOST_CALLERS = 8;
    private static final int LONGEST_CHAIN = 4;
    private static final int MOST_WALKS = 12;
    private static final List<String> CONTAINERS = List.of("javax/servlet/", "jakarta/servlet/");

    private final CallGraph graph;
    private final Walker walker;
    private final boolean extended;
    private final Function<Walked, Finding> judge;
    private int walks;
    private Optional<Finding> confirmed = Optional.empty();

    /** @param judge says of one run of the method what its finding is worth */
    FromCallers(CallGraph graph, Walker walker, boolean extended, Function<Walked, Finding> judge) {
        this.graph = graph;
        this.walker = walker;
        this.extended = extended;
        this.judge = judge;
    }

    /** The finding with what its callers say; none when they say nothing certain. */
    Optional<Finding> judge(Finding finding, String type, String method) {
        boolean harmless = isHarmless(List.of(type + ' ' + method));
        if (harmless) {
            return Optional.of(finding.withTriage(new Triage(
                    Triage.Level.UNLIKELY,
                    "Every way in which the program calls this method was followed, and none gives this call anything"
                            + " harmful.")));
        }
        return confirmed;
    }

    private boolean isHarmless(List<String> chain) {
        var first = chain.get(0);
        var callers = graph.callers(
                first.substring(0, first.indexOf(' ')), first.substring(first.indexOf(' ') + 1), extended);
        return callers.filter(all -> !all.isEmpty() && all.size() <= MOST_CALLERS)
                .filter(all -> all.stream().allMatch(caller -> isHarmless(caller, chain)))
                .isPresent();
    }

    private boolean isHarmless(String caller, List<String> chain) {
        if (chain.contains(caller) || ++walks > MOST_WALKS) {
            return false;
        }
        var runs =
                walker.runs(caller.substring(0, caller.indexOf(' ')), caller.substring(caller.indexOf(' ') + 1), chain);
        if (runs.isPresent()) {
            var judged = runs.get().stream().map(judge).toList();
            if (judged.stream().allMatch(one -> is(one, Triage.Level.UNLIKELY))) {
                return true;
            }
            confirmed = confirmed.or(() -> judged.stream()
                    .filter(one -> is(one, Triage.Level.CONFIRMED))
                    .findFirst());
        }
        var longer = new ArrayList<>(List.of(caller));
        longer.addAll(chain);
        return confirmed.isEmpty() && chain.size() < LONGEST_CHAIN && isHandedSomething(caller) && isHarmless(longer);
    }

    /** Whether its own callers can say more of a caller than is known already: what comes from a container they cannot. */
    private static boolean isHandedSomething(String caller) {
        return Arrays.stream(Type.getArgumentTypes(caller.substring(caller.indexOf('('))))
                .anyMatch(type -> type.getSort() == Type.ARRAY
                        || (type.getSort() == Type.OBJECT
                                && CONTAINERS.stream().noneMatch(type.getInternalName()::startsWith)));
    }

    private static boolean is(Finding finding, Triage.Level level) {
        return Triage.levelOf(finding.triage()) == level;
    }
}
