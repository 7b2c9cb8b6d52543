package dev.gatehouse.trackers.jira.sync;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.trackers.http.TrackerProblem;
import dev.gatehouse.trackers.jira.api.Jira;
import dev.gatehouse.trackers.jira.api.Transition;
import dev.gatehouse.trackers.jira.settings.Life;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The way through a workflow, by what its statuses mean and not by what they are called. */
final class Route {
    private static final int MOST_STEPS = 5;

    private final Jira jira;
    private final Life life;

    Route(Jira jira, Life life) {
        this.jira = jira;
        this.life = life;
    }

    /** Walks to a status of the category done; false when the workflow has no way that we may take. */
    boolean close(String key) {
        for (int step = 0; step < MOST_STEPS; step++) {
            var offered = jira.transitions(key);
            var last = offered.stream()
                    .filter(Transition::toDone)
                    .filter(transition -> !life.isWontDo(transition.to(), transition.name()))
                    .filter(this::isFillable)
                    .findFirst();
            if (last.isPresent()) {
                return take(key, last.get());
            }
            var next = through(offered, step);
            if (next.isEmpty() || !take(key, next.get())) {
                return false;
            }
        }
        return false;
    }

    /** The named transitions, each once and in their order. */
    private Optional<Transition> through(List<Transition> offered, int step) {
        return life.through().stream()
                .skip(step)
                .flatMap(name ->
                        offered.stream().filter(transition -> transition.name().equalsIgnoreCase(name)))
                .filter(this::isFillable)
                .findFirst();
    }

    /** Goes to a status that is not done; false when the workflow has no way. */
    boolean reopen(String key) {
        return jira.transitions(key).stream()
                .filter(transition -> !transition.toDone())
                .filter(transition -> transition.required().isEmpty())
                .findFirst()
                .filter(transition -> take(key, transition))
                .isPresent();
    }

    private boolean isFillable(Transition transition) {
        return Set.of("resolution").containsAll(transition.required())
                && (transition.required().isEmpty() || resolution(transition).isPresent());
    }

    private Optional<String> resolution(Transition transition) {
        return life.resolutions().stream()
                .filter(transition.resolutions()::contains)
                .findFirst()
                .or(() -> transition.resolutions().stream()
                        .filter(name -> !life.isWontDo("", name))
                        .findFirst());
    }

    /** A workflow may still say no, by a condition or validator that it does not show. */
    private boolean take(String key, Transition transition) {
        var fields = JsonNodeFactory.instance.objectNode();
        if (!transition.resolutions().isEmpty()) {
            resolution(transition)
                    .ifPresent(name -> fields.putObject("resolution").put("name", name));
        }
        try {
            jira.transition(key, transition.id(), fields);
            return true;
        } catch (TrackerProblem problem) {
            if (problem.kind() == TrackerProblem.Kind.REFUSED) {
                return false;
            }
            throw problem;
        }
    }
}
