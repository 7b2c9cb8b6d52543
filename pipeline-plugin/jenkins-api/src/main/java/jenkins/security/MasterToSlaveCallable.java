package jenkins.security;

import dev.gatehouse.jenkins.api.Signature;

public abstract class MasterToSlaveCallable<V, T extends Throwable>
        implements jenkins.agents.ControllerToAgentCallable<V, T> {
    public MasterToSlaveCallable() {
        throw Signature.only();
    }
}
