package dev.gatehouse.jenkins.scan;

import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.actions.ThreadNameAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jspecify.annotations.Nullable;

/** The parallel branches, and with them the matrix cells, that a step is in. */
final class Branches {
    private Branches() {}

    /** Names, outermost first. */
    static List<String> around(@Nullable FlowNode node) {
        var names = new ArrayList<String>();
        if (node != null) {
            for (var block : node.getEnclosingBlocks()) {
                var branch = block.getAction(ThreadNameAction.class);
                if (branch != null) {
                    names.add(0, branch.getThreadName());
                }
            }
        }
        return names;
    }
}
