package dev.gatehouse.engine.sast.triage.reach;

import java.util.LinkedHashSet;
import java.util.Set;

/** What one method is and does, as far as it matters who calls it. */
final class MethodNotes {
    final String type;
    /** Name and descriptor. */
    final String name;

    final int access;
    final Set<String> annotations = new LinkedHashSet<>();
    /** {@code type name(descriptor)} of everything that is called, or handed on to be called. */
    final Set<String> calls = new LinkedHashSet<>();
    /** Those of them that are handed on: who calls them is not known. */
    final Set<String> handedOn = new LinkedHashSet<>();
    /** Classes of which objects are made. */
    final Set<String> makes = new LinkedHashSet<>();

    MethodNotes(String type, String name, int access) {
        this.type = type;
        this.name = name;
        this.access = access;
    }

    String simpleName() {
        return name.substring(0, name.indexOf('('));
    }

    String key() {
        return type + ' ' + name;
    }
}
