package dev.gatehouse.findings.baseline;

import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.Match;
import java.util.Objects;

/** Says why a finding is taken for one that the baseline has. */
final class Reasons {
    private final Classes classes;

    Reasons(Classes classes) {
        this.classes = classes;
    }

    Match of(Pairs.Pair pair) {
        var before = pair.then().location();
        var reason = reason(pair);
        return new Match(reason, changed(pair, reason) ? before.display() : null);
    }

    private Match.Reason reason(Pairs.Pair pair) {
        return switch (pair.likeness()) {
            case HERE -> here(pair.now().location(), pair.then().location());
            case PACKAGE_RENAMED, METHOD_RENAMED -> Match.Reason.RENAMED;
            case CLASS_OF_THE_PACKAGE, ANY_CLASS -> wasRenamed(pair) ? Match.Reason.RENAMED : Match.Reason.MOVED;
            case ANYWHERE -> Match.Reason.MOVED;
        };
    }

    private static Match.Reason here(Location now, Location then) {
        if (now instanceof Location.Code here && then instanceof Location.Code before) {
            if (here.file() != null && before.file() != null && !Objects.equals(here.file(), before.file())) {
                return Match.Reason.RENAMED;
            }
            return here.startLine() == before.startLine() && here.endLine() == before.endLine()
                    ? Match.Reason.SAME
                    : Match.Reason.LINE_SHIFT;
        }
        return Match.Reason.SAME;
    }

    /** A renamed class is gone under its old name and was not there under the new one. */
    private boolean wasRenamed(Pairs.Pair pair) {
        return classes.gone(pair.then()) && classes.appeared(pair.now());
    }

    private static boolean changed(Pairs.Pair pair, Match.Reason reason) {
        if (reason != Match.Reason.SAME) {
            return true;
        }
        return pair.now().location() instanceof Location.Dependency library
                && !library.display().equals(pair.then().location().display());
    }
}
