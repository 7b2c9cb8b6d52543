package dev.gatehouse.engine.protocol.sast;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that an analysis asked of its class path, and what it was told. The analysis is a function of the module's own
 * classes and of these: where every question has the same reply again, so has the whole analysis.
 *
 * @param classes by resource name such as {@code shop/Cart.class}: SHA-256 of the class file in lower-case hexadecimal,
 *     or nothing when no entry of the class path had it
 * @param beside by resource name: whether a module beside declares the class
 */
public record Lookups(SortedMap<String, String> classes, SortedMap<String, Boolean> beside) {
    /** Of an analysis that asked nothing. */
    public static final Lookups NONE = new Lookups(new TreeMap<>(), new TreeMap<>());

    public Lookups {
        classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
        beside = Collections.unmodifiableSortedMap(new TreeMap<>(beside));
    }
}
