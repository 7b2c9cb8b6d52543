package dev.gatehouse.scanners.engine;

import java.nio.file.Path;

/**
 * Where the engines of this installation are and how they are run.
 *
 * @param directory holds one folder of jars an engine: {@code sast}, {@code sca}
 * @param java the {@code java} executable to run them with
 * @param work folder for what engines write while they run; each process gets one of its own in it, removed afterwards
 */
public record EngineHome(Path directory, Path java, Path work) {}
