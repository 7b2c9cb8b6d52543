package hudson.model;

import dev.gatehouse.jenkins.api.Signature;

public final class JDK extends hudson.tools.ToolInstallation {
    public JDK(String a, String b) {
        super((String) null, (String) null);
    }

    public hudson.model.JDK forNode(hudson.model.Node a, hudson.model.TaskListener b)
            throws java.io.IOException, InterruptedException {
        throw Signature.only();
    }

    public hudson.model.JDK forEnvironment(hudson.EnvVars a) {
        throw Signature.only();
    }
}
