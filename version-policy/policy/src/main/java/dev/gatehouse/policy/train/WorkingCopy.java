package dev.gatehouse.policy.train;

import dev.gatehouse.policy.git.GitRepository;
import java.util.List;
import java.util.Optional;

/**
 * What is checked out.
 *
 * @param head the commit, 40 hexadecimal digits; empty before the first one
 * @param changes paths that are not as in the commit
 */
public record WorkingCopy(Optional<String> head, boolean exists, List<String> changes) {

    public static WorkingCopy of(GitRepository repository) {
        return repository.hasWorkingTree()
                ? new WorkingCopy(repository.head(), true, List.copyOf(repository.changes()))
                : new WorkingCopy(repository.head(), false, List.of());
    }
}
