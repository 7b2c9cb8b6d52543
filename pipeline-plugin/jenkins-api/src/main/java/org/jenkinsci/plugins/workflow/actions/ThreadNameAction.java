package org.jenkinsci.plugins.workflow.actions;

public interface ThreadNameAction extends org.jenkinsci.plugins.workflow.actions.PersistentAction {
    String getThreadName();
}
