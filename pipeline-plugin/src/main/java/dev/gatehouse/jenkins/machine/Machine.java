package dev.gatehouse.jenkins.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The machine that a build runs on. Paths are that machine's, as text; a relative one starts at the workspace. */
public interface Machine {

    /** The folder of the command's distribution, which is put there first if need be. */
    String distribution() throws IOException, InterruptedException;

    /** The Java that runs the command. */
    String java() throws IOException, InterruptedException;

    /** The absolute path of something in the workspace. */
    String inWorkspace(String path);

    /** The absolute path of something that goes when the build does. */
    String inTemporaryFolder(String path) throws IOException, InterruptedException;

    /**
     * Runs a program in the workspace; its output goes to the build's log as it comes. When the calling thread is
     * interrupted, the program and all that it started are ended.
     *
     * @param environment beyond that of the build
     * @param secrets the same, but where its output repeats a value the log has stars
     * @return its exit code
     */
    int run(List<String> command, Map<String, String> environment, Map<String, String> secrets)
            throws IOException, InterruptedException;

    /** Writes a file there. */
    void put(Path file, String path) throws IOException, InterruptedException;

    /** Copies a file from there; false when it is not there. */
    boolean fetch(String path, Path file) throws IOException, InterruptedException;

    /** Removes a file or a folder with all that is in it. */
    void delete(String path) throws IOException, InterruptedException;
}
