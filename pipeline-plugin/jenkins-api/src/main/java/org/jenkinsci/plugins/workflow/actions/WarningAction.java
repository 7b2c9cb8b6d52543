package org.jenkinsci.plugins.workflow.actions;

import dev.gatehouse.jenkins.api.Signature;

public class WarningAction implements org.jenkinsci.plugins.workflow.actions.PersistentAction {
    public WarningAction(hudson.model.Result a) {
        throw Signature.only();
    }

    public org.jenkinsci.plugins.workflow.actions.WarningAction withMessage(String a) {
        throw Signature.only();
    }

    public String getMessage() {
        throw Signature.only();
    }

    public String getDisplayName() {
        throw Signature.only();
    }

    public String getIconFileName() {
        throw Signature.only();
    }

    public String getUrlName() {
        throw Signature.only();
    }
}
