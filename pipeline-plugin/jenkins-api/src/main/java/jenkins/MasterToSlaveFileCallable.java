package jenkins;

import dev.gatehouse.jenkins.api.Signature;

public abstract class MasterToSlaveFileCallable<T> implements jenkins.agents.ControllerToAgentFileCallable<T> {
    public MasterToSlaveFileCallable() {
        throw Signature.only();
    }
}
