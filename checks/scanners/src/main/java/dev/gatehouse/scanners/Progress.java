package dev.gatehouse.scanners;

/** Hears how far a long piece of work is. Called from several threads. */
@FunctionalInterface
public interface Progress {
    Progress SILENT = (task, doing, done, total) -> {};

    /**
     * Tells the state of a task.
     *
     * @param task short name, such as {@code sast}
     * @param doing what is being done now, for people
     * @param done units of work finished
     * @param total units of work in all; 0 when not known yet
     */
    void at(String task, String doing, long done, long total);
}
