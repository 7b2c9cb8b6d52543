package org.jenkinsci.plugins.workflow.graph;

public abstract class BlockStartNode extends org.jenkinsci.plugins.workflow.graph.FlowNode {
    BlockStartNode() {}
}
