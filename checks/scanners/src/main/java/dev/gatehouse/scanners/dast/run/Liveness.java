package dev.gatehouse.scanners.dast.run;

/** Tells whether the application still answers. */
@FunctionalInterface
public interface Liveness {
    boolean isAlive();
}
