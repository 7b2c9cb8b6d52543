package hudson.model;

import dev.gatehouse.jenkins.api.Signature;

public abstract class Cause {
    public Cause() {
        throw Signature.only();
    }

    public abstract String getShortDescription();

    public static class UserIdCause extends hudson.model.Cause {
        public UserIdCause() {
            throw Signature.only();
        }

        public String getUserId() {
            throw Signature.only();
        }

        public String getShortDescription() {
            throw Signature.only();
        }
    }
}
