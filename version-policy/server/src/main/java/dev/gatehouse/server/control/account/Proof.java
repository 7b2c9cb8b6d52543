package dev.gatehouse.server.control.account;

/** With what a person will sign in. */
public sealed interface Proof {
    /** A password, and an authenticator. */
    record Password(String text) implements Proof {
        @Override
        public String toString() {
            return "a password";
        }
    }

    /** What a provider says. */
    record By(Identity identity) implements Proof {}
}
