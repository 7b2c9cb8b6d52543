package dev.gatehouse.engine.sast.triage.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.tree.MethodInsnNode;

/** Takes note of the runs of one method while others are walked through that lead to it. */
final class Watch {
    static final Watch NOTHING = new Watch(List.of());

    /** A method that is run more often from one place is not followed run by run. */
    private static final int MOST_RUNS = 200;

    private final String wanted;
    private final Set<String> names;
    private final List<Walked> runs = new ArrayList<>();
    private boolean missed;

    /** @param chain {@code type name(descriptor)} of the methods on the way, the one that is wanted last */
    Watch(List<String> chain) {
        wanted = chain.isEmpty() ? "" : chain.get(chain.size() - 1);
        names = chain.stream()
                .map(method -> method.substring(method.indexOf(' ') + 1))
                .collect(Collectors.toSet());
    }

    void ran(String method, Walk walk) {
        if (method.equals(wanted)) {
            runs.add(new Walked(walk));
            missed |= runs.size() > MOST_RUNS;
        }
    }

    /** A call that is not followed, although it may be one on the way. */
    void notFollowed(MethodInsnNode call) {
        missed |= names.contains(call.name + call.desc);
    }

    boolean isMissed() {
        return missed;
    }

    List<Walked> runs() {
        return List.copyOf(runs);
    }
}
