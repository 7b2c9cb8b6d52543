package dev.gatehouse.jenkins.scan;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;

/**
 * What Jenkins hands to a step that runs something.
 *
 * @param branches names of the parallel branches that the step is in, outermost first; none in a Freestyle job
 */
record BuildPlace(
        Run<?, ?> run,
        FilePath workspace,
        EnvVars environment,
        Launcher launcher,
        TaskListener listener,
        java.util.List<String> branches) {

    BuildPlace {
        branches = java.util.List.copyOf(branches);
    }

    void tell(String sentence) {
        listener.getLogger().println("[Gatehouse] " + sentence);
    }
}
