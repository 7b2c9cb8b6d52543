package dev.gatehouse.jenkins.machine;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Runs the carried command outside of a build and waits for it, on the controller or on an agent. */
public interface Shell {

    /**
     * @param arguments of {@code gatehouse}
     * @param environment what is no secret
     * @param secrets more of it; where the output repeats a value it has stars
     * @throws IOException when it cannot be started, or takes too long
     */
    Said run(List<String> arguments, Map<String, String> environment, Map<String, String> secrets)
            throws IOException, InterruptedException;
}
