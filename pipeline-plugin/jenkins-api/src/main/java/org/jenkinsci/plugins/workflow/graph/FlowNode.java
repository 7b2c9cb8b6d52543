package org.jenkinsci.plugins.workflow.graph;

import dev.gatehouse.jenkins.api.Signature;

public abstract class FlowNode extends hudson.model.Actionable implements hudson.model.Saveable {
    public java.util.List<? extends org.jenkinsci.plugins.workflow.graph.BlockStartNode> getEnclosingBlocks() {
        throw Signature.only();
    }

    public String getId() {
        throw Signature.only();
    }

    public final String getSearchUrl() {
        throw Signature.only();
    }

    public String getDisplayName() {
        throw Signature.only();
    }

    protected abstract String getTypeDisplayName();

    public String getUrl() throws java.io.IOException {
        throw Signature.only();
    }

    public <T extends hudson.model.Action> T getAction(Class<T> a) {
        throw Signature.only();
    }

    public void save() throws java.io.IOException {
        throw Signature.only();
    }

    public boolean equals(Object a) {
        throw Signature.only();
    }

    public int hashCode() {
        throw Signature.only();
    }

    public String toString() {
        throw Signature.only();
    }

    FlowNode() {}
}
