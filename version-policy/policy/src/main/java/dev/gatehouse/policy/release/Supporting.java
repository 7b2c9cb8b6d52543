package dev.gatehouse.policy.release;

import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.support.Refused;
import dev.gatehouse.policy.support.SupportEvents;

/** Changes to the versions in use. */
final class Supporting {
    private Supporting() {}

    static Draft retire(Sitting sitting, Command.Retire command) {
        sitting.officer();
        var shift = sitting.window(command.track())
                .retire(command.version(), sitting.now(), sitting.support().grace());
        return sitting.draft(
                SupportEvents.RETIRED,
                SupportEvents.with(SupportEvents.payload(command.track(), command.version()), shift)
                        .put("reason", command.reason()));
    }

    static Draft block(Sitting sitting, Command.Block command) {
        sitting.officer();
        var window = sitting.window(command.track());
        if (window.find(command.version()).isEmpty()) {
            throw new Refused("%s was never published on %s".formatted(command.version(), command.track()));
        }
        if (window.blocked().stream().anyMatch(command.version()::isSameAs)) {
            throw new Refused("%s is blocked already".formatted(command.version()));
        }
        return sitting.draft(
                SupportEvents.BLOCKED,
                SupportEvents.payload(command.track(), command.version()).put("reason", command.reason()));
    }

    static Draft raiseMinimum(Sitting sitting, Command.RaiseMinimum command) {
        sitting.officer();
        var at = command.at();
        var shift = sitting.window(command.track())
                .raiseMinimum(command.version(), at == null ? sitting.now() : at, sitting.now());
        return sitting.draft(
                SupportEvents.MINIMUM_RAISED,
                SupportEvents.with(SupportEvents.payload(command.track(), command.version()), shift)
                        .put("security", at == null)
                        .put("reason", command.reason()));
    }
}
