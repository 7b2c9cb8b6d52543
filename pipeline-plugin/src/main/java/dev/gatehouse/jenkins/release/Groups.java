package dev.gatehouse.jenkins.release;

import java.util.Set;

/** Which groups a person is in. */
interface Groups {
    /** None for whom nobody knows. */
    Set<String> of(String person);
}
