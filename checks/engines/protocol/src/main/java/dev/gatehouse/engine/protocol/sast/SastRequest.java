package dev.gatehouse.engine.protocol.sast;

import java.util.List;

/**
 * Byte code to look at.
 *
 * @param module name that goes into the findings' locations
 * @param classes absolute paths of directories and jars with the module's own classes
 * @param classPath absolute paths of directories and jars that they refer to
 * @param detectors which detectors are switched on
 * @param own what the project says of its methods
 * @param extended whether other modules of the project build on this one, and so may have classes below its classes
 */
public record SastRequest(
        String module,
        List<String> classes,
        List<String> classPath,
        Detectors detectors,
        OwnMethods own,
        boolean extended) {
    /** The request's kind in {@link dev.gatehouse.engine.protocol.EngineRequest}. */
    public static final String KIND = "analyse";

    /** The main class of the engine. */
    public static final String MAIN_CLASS = "dev.gatehouse.engine.sast.SastEngine";

    public SastRequest {
        classes = List.copyOf(classes);
        classPath = List.copyOf(classPath);
    }

    /** Sets of detectors. */
    public enum Detectors {
        /** Those that report weaknesses, and what they need. */
        SECURITY,
        /** All that the engine has; only for measuring what leaving them out saves. */
        ALL
    }
}
